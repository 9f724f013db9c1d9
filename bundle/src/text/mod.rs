//! The text model: which text of an article can be searched, and which texts count as equal.
//!
//! The index, the query parser, snippets and highlights all use this module, so they cannot disagree.
//! It knows nothing of queries, segments or files: text goes in; tokens, terms and byte ranges come out.

mod convert;
mod fold;
mod fold_data;
mod fold_table;
mod han_table;
mod html;
mod links;
mod reading_time;
mod script;
mod script_table;
mod table_text;
mod terms;
mod tokens;

pub use convert::{Converter, TraditionalTable, range_in_converted};
pub use fold::{fold, original_range};
pub use html::{VisibleText, visible_text};
pub use links::{complete_links, shorten_links};
pub use reading_time::minutes_to_read;
pub use script::{Script, lang};
pub use terms::{BEFORE_GAP, each_term};
pub use tokens::{MAX_WORD, OwnedToken, Token, is_cjk, tokenize, tokens};

//! The text model: what of an article can be searched, and what counts as the same text.
//!
//! Index, query, snippet and highlight all go through here, so that they can not disagree.

mod convert;
mod fold;
mod fold_data;
mod fold_table;
mod han_table;
mod html;
mod links;
mod script;
mod table_text;
mod terms;
mod tokens;

pub use convert::{Converter, TraditionalTable, range_in_converted};
pub use fold::{fold, unfolded};
pub use html::{VisibleText, visible_text};
pub use links::{complete_links, shorten_links};
pub use script::{Script, lang};
pub use terms::{BEFORE_GAP, each_term};
pub use tokens::{MAX_WORD, OwnedToken, Token, is_cjk, tokenize, tokens};

//! The list of articles: its page, what stands above and beside it, and its rows.
//!
//! However many articles there are, only the rows around the window are on the page:
//! `row_heights` knows how high rows are or are guessed to be, `layout` where they belong.

mod article_list;
mod cards;
pub(crate) mod chips;
mod facets;
mod filters;
mod frame;
mod layout;
mod measured_rows;
pub(crate) mod meta;
mod newest_shown;
mod news;
pub(crate) mod page;
mod row;
mod row_heights;
mod rows;
mod summary;
pub(crate) mod timeline;

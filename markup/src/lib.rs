//! What the viewer and the pages that `build-index site` writes look like, where both show the same.
//!
//! Each function takes what is to be seen and gives markup; none has state, and none depends on where it
//! stands. The viewer fills the slots with interactive elements, a page with inert ones of the same size:
//! so nothing moves when the viewer takes over. `render` writes markup as HTML, and escapes all that it
//! is given.
//!
//! No `style` attribute is written: the page's Content-Security-Policy allows none.

mod article;
mod first_list;
mod footer;
mod header;
mod icon;
mod link;
mod meta;
mod neighbours;
mod not_found;
mod plain_list;
mod plain_page;
#[cfg(any(test, feature = "ssr"))]
mod render;
mod row;
mod skeleton;
mod summary;

pub use article::{
    Article, article, article_foot, article_heading, back_label, body, byline, day_articles, film,
    first_article, folded_version, no_body, sources, version_label, version_text, waiting_article_tools,
};
pub use first_list::{FirstList, PlainWays, first_list};
pub use footer::{Feed, PageFooter, page_footer};
pub use header::{brand, header};
pub use icon::{Icon, icon, labelled_icon};
pub use link::{link, outward_link};
pub use meta::{Original, Tab, date, original, value};
pub use neighbours::{Neighbour, neighbours};
pub use not_found::{NOT_FOUND_STYLES, NotFound, not_found};
pub use plain_list::{PlainList, Way, plain_links, plain_list, plain_paragraph};
pub use plain_page::{PlainPage, plain_page};
#[cfg(any(test, feature = "ssr"))]
pub use render::render;
pub use row::{Row, month_heading, row, untitled};
pub use skeleton::timeline_skeleton;
pub use summary::{count, summary};
pub use yew::{AttrValue, Html};

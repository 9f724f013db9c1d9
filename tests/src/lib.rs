//! A harness that drives the viewer in a real browser.
//!
//! A [`Bundle`] is served with the viewer as a [`Site`], on a port and, if asked for, under a path
//! of its own. A [`Reader`] opens an address of the site in a browser with nothing stored, which gives a
//! [`Page`] to click, type and look at:
//!
//! ```no_run
//! # use reading_room_tests::{Reader, Site};
//! # async fn scenario() {
//! let site = Site::sample().await;
//! let page = site.open("#/").await;
//! page.type_in("[role=combobox]", "茶").await;
//! page.wait_for("article", 3).await;
//!
//! let page = site.open_as(&Reader::phone().dark(), "#/?q=茶").await;
//! page.screenshot("search-phone-dark").await;
//! # }
//! ```
//!
//! A [`Blog`] has pages that embed such a site.
//!
//! A [`Scan`] says what a search should find: it reads every text and no index.
//!
//! Nothing here waits for a fixed time: what is not there yet is looked for again until
//! [`TIMEOUT`], and then the test fails with what was on the screen instead. What the harness needs
//! comes from `cargo xtask test`. A test that has nothing to do on a machine says so with [`skip!`].

mod axe;
mod blog;
mod bundle;
mod command;
mod driver;
mod elsewhere;
mod environment;
mod folder;
mod other_script;
mod page;
mod proof;
mod published;
mod reader;
mod scan;
mod site;
mod skip;

pub use blog::Blog;
pub use bundle::Bundle;
pub use elsewhere::Elsewhere;
pub use environment::{NO_CORPORA, build_index, corpora, in_checkout, tools, viewer};
pub use fantoccini::key::Key;
pub use folder::{copy_folder, copy_of_sample};
pub use other_script::OtherScript;
pub use page::{ConsoleEntry, Page, TIMEOUT};
pub use proof::Proof;
pub use published::{Published, Served};
pub use reader::Reader;
pub use scan::{Scan, Scanned, Wanted, is_of_word, without_inner_space};
pub use site::{Fetch, Site};
#[doc(hidden)]
pub use skip::write_skipped;

//! The viewer: lists, filters, searches and shows the articles of a bundle, all in the browser.
//!
//! - `place` and `view`: what an address means. The address is the state of the page.
//! - `history`: the only module that reads or writes the address.
//! - `stage`: where the viewer stands, on its own page or in somebody else's.
//! - `loader`: the only module that fetches.
//! - `device`: what the reader's device remembers.
//! - `hooks`: from a view to what it shows, as it becomes known.
//! - `pages` and `components`: what a reader sees.
//! - `first_list`: what the page shows before all that.
//! - `chart`: the geometry of pictures; `export`: articles in the formats of other programs.
//! - `texts`: every word of the interface.
//!
//! What can be searched, and how, is none of its business: that is in `bundle`.

mod app;
mod chart;
mod citation;
mod clock;
mod comparison;
mod components;
mod device;
mod download;
mod escape;
mod export;
mod failure;
mod first_list;
mod history;
mod hooks;
mod loader;
mod original;
mod pages;
mod parts;
mod picture;
mod place;
mod reading_time;
mod related;
mod scroll;
mod sentences;
mod settings;
mod stage;
mod storage;
mod texts;
mod timeline;
mod view;

pub use app::{open_page, show_panics};
pub use stage::{Opened, open_embed};

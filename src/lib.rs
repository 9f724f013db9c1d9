//! The viewer: lists, filters, searches and shows the articles of a bundle, all in the browser.
//!
//! Each room of the code is about something that a reader does, and has its components, its hooks, its
//! style sheets and its tests. Below are those that the others build on:
//!
//! - `model`: plain types that several rooms, and the words, name; `words`: what the interface says;
//! - `host`: where the viewer runs, on its own page or in another; `settings`: what a reader has set;
//! - `ui`: the pieces that pages are made of;
//! - `address`: what an address means. The address is the state of the page;
//! - `archive`: the only room that fetches; `lazy`: what of the viewer itself loads later.
//!
//! On them stand `conversion`, `device`, `search`, `export`, `list`, `statistics`, `article` and `frame`.
//! `pages`, `app` and `embed` put the rooms together. Nothing imports what is above it.
//!
//! What can be searched, and how, is in `bundle`.

mod address;
mod app;
mod archive;
mod article;
mod conversion;
mod device;
mod embed;
mod export;
mod frame;
mod host;
mod lazy;
mod list;
mod model;
mod pages;
mod prefetch;
mod search;
mod settings;
mod statistics;
mod ui;
mod words;

pub use app::open_page;
pub use embed::{Opened, open_embed};

//! What the reader's device remembers: what was read and how far, bookmarks, searches, the last visit.
//!
//! - `kept`: all that is remembered, as one document. Each part of it is stored by itself.
//! - `change`: how it changes, as pure functions.
//! - `store`: the only file here that reads and writes storage.
//! - `provider`: hands it to the components, and follows what other tabs write.
//!
//! Nothing of it leaves the device. The page works without it.

pub(crate) mod article;
pub(crate) mod bookmark_button;
mod bookmark_key;
pub(crate) mod change;
pub(crate) mod item;
pub(crate) mod kept;
pub(crate) mod marks;
pub(crate) mod notice;
pub(crate) mod page;
pub(crate) mod position;
pub(crate) mod provider;
pub(crate) mod row_signs;
pub(crate) mod save_search;
pub(crate) mod search;
pub(crate) mod search_title;
mod store;
pub(crate) mod visit;

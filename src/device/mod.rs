//! What the reader's device remembers: what was read and how far, bookmarks, searches, the last visit.
//!
//! - `kept`: all that is remembered, as one document. Each part of it is stored by itself.
//! - `change`: how it changes, as pure functions.
//! - `store`: the only file here that reads and writes storage.
//! - `provider`: hands it to the components, and takes in what other tabs write.
//!
//! Nothing of it leaves the device. Whatever it is, the page goes on without it.

mod article;
mod change;
mod item;
mod kept;
mod marks;
mod position;
mod provider;
mod search;
mod store;
mod visit;

pub(crate) use article::Article;
pub(crate) use change::{Change, Outcome, Which};
pub(crate) use item::Item;
pub(crate) use kept::{Added, Kept, Part, Unreadable};
pub(crate) use marks::Mark;
pub(crate) use position::{Position, Progress, Span};
pub(crate) use provider::{DeviceHandle, DeviceProvider, use_device};
pub(crate) use search::Search;
pub(crate) use visit::Snapshot;

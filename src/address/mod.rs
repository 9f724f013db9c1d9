//! Where in the viewer a reader is: what an address means, and the way there and back.
//!
//! `place`, `view` and `comparison` say what an address means, as pure functions; `site` where on the web host
//! that address is. `history` is the
//! only module that reads or writes the address; `scroll_memory` brings a reader back to where they
//! were.

pub(crate) mod comparison;
mod entry;
pub(crate) mod history;
pub(crate) mod link;
pub(crate) mod own_links;
pub(crate) mod place;
pub(crate) mod place_link;
pub(crate) mod scroll_memory;
pub(crate) mod scroll_restored;
pub(crate) mod site;
pub(crate) mod view;

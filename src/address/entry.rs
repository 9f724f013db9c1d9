//! The entries of the browser's history.

use std::rc::Rc;

use crate::address::place::Place;

/// An entry of the history.
#[derive(Clone, PartialEq)]
pub(crate) struct Entry {
    /// Where it leads.
    pub(crate) place: Rc<Place>,
    /// Tells it from other entries that lead to the same place.
    pub(crate) id: EntryId,
}

/// Tells entries of the history apart, also after the page was loaded again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct EntryId(pub(crate) u64);

impl EntryId {
    /// A random number is new even after the page was loaded again.
    pub(crate) fn new() -> EntryId {
        EntryId((js_sys::Math::random() * (1u64 << 52) as f64) as u64)
    }
}

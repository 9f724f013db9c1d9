//! A search that the device keeps: one that was saved, or one of the last.

use serde::{Deserialize, Serialize};

use crate::address::view::View;
use crate::device::item::Item;

/// A search.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Search {
    /// What the reader calls it; empty where it is called after what it looks for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) name: String,
    /// The parameters of its view.
    pub(crate) parameters: String,
    /// When it was kept, in milliseconds since 1970.
    pub(crate) at: u64,
}

impl Search {
    /// The search of a view, now.
    pub(crate) fn of(view: &View, now: u64) -> Search {
        Search { name: String::new(), parameters: view.parameters(), at: now }
    }

    /// What it shows.
    pub(crate) fn view(&self) -> View {
        View::parse(&self.parameters)
    }
}

impl Item for Search {
    fn id(&self) -> String {
        self.parameters.clone()
    }

    fn at(&self) -> u64 {
        self.at
    }
}

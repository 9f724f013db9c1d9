//! A search that the device keeps: one that was saved, or one of the last.

use bundle::json::read_fields;
use serde::Serialize;

use crate::address::view::View;
use crate::device::item::Item;

/// A search.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Search {
    /// What the reader calls it; empty where it is called after what it looks for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) name: String,
    /// The parameters of its view.
    pub(crate) parameters: String,
    /// When it was kept, in milliseconds since 1970.
    pub(crate) at: u64,
}

read_fields!(Search { name: "name" or default, parameters: "parameters", at: "at" });

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

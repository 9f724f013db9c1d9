//! What a search has found, as the page shows it.

use bundle::search::{Request, SearchResults, Unsearched};

use crate::address::view::View;
use crate::model::load_error::LoadError;

/// What a view has found.
pub(crate) struct Found {
    /// The view.
    pub(crate) view: View,
    /// The search that it stands for.
    pub(crate) request: Request,
    /// The articles and their counts.
    pub(crate) results: SearchResults,
    /// What could not be searched.
    pub(crate) unsearched: Vec<Unsearched<LoadError>>,
    /// How far the search has come.
    pub(crate) extent: Extent,
    /// What it has cost.
    pub(crate) cost: Cost,
}

impl PartialEq for Found {
    /// Told apart by its place in memory: it is large, and made once.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// How far a search has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// It goes on, from newer articles to older ones.
    Searching,
    /// It has found enough to wait until the reader asks for more.
    Paused,
    /// All articles were searched, but for what could not be.
    Whole,
}

/// What a search has cost the reader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cost {
    /// Waiting.
    pub(crate) milliseconds: f64,
    /// Files fetched meanwhile.
    pub(crate) bytes: u64,
}

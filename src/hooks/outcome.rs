//! What a view finds.

use bundle::search::{Outcome, Request, search};
use yew::prelude::*;

use super::bundle::Library;
use super::load::{Progress, use_load};
use crate::view::View;

/// What a view has found.
pub(crate) struct Found {
    /// The view, at its first page.
    pub(crate) view: View,
    /// The search that it stands for.
    pub(crate) request: Request,
    /// The articles and their counts.
    pub(crate) outcome: Outcome,
    /// What it has cost.
    pub(crate) cost: Cost,
}

impl PartialEq for Found {
    /// Told apart by its place in memory: it is large, and made once.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What a search has cost the reader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cost {
    /// Waiting.
    pub(crate) milliseconds: f64,
    /// Files fetched meanwhile.
    pub(crate) bytes: u64,
}

/// Finds the articles of a view, however many of them are shown.
#[hook]
pub(crate) fn use_outcome(library: &Library, view: &View) -> Progress<Found> {
    use_load(Some((library.clone(), view.first_page())), |(library, view)| async move {
        let (started, bytes_before) = (now(), library.loader.transferred());
        let request = view.request();
        let outcome = search(&library.loader, &library.manifest, &request).await?;
        let cost = Cost { milliseconds: now() - started, bytes: library.loader.transferred() - bytes_before };
        Ok(Found { view, request, outcome, cost })
    })
}

/// Milliseconds since the page was opened.
fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

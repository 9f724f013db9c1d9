//! The search, and what is shown only of one. It loads when it is first wanted.

use std::rc::Rc;

use bundle::format::FacetSummary;
use bundle::reading::CatalogRow;
use bundle::search::Suggestion;
use futures_util::future::LocalBoxFuture;
use yew::prelude::*;

use crate::address::view::View;
use crate::archive::library::Library;
use crate::conversion::choice::Conversion;
use crate::lazy::lazy_module;
use crate::model::load_error::LoadError;
use crate::search::every_value::every_value;
use crate::search::found::Found;
use crate::search::name_choice::with_name;
use crate::search::search_job::{SearchJob, run_search};
use crate::search::snippet::{found_title, snippet_line};
use crate::search::suggestions::{Suggest, suggestions};

/// What can be done with the search.
#[derive(Clone, Copy)]
pub(crate) struct Searching {
    /// Finds the articles of a view.
    pub(crate) run: fn(SearchJob, Callback<Found>) -> LocalBoxFuture<'static, ()>,
    /// All values of all facets in the whole archive.
    pub(crate) every_value: fn(Library) -> LocalBoxFuture<'static, Result<Vec<FacetSummary>, LoadError>>,
    /// The names to offer for what is typed, or none if the bundle has none or they cannot be loaded.
    pub(crate) suggestions: fn(Library) -> LocalBoxFuture<'static, Option<Suggest>>,
    /// The view with a name chosen instead of the last word of what is typed.
    pub(crate) with_name: fn(&View, &str, &Suggestion) -> View,
    /// Whether a text contains another, as the search compares them: folded.
    pub(crate) contains: fn(&str, &str) -> bool,
    /// The title of an article that was found.
    pub(crate) title: fn(&Conversion, &str, &Found) -> Html,
    /// Why an article was found.
    pub(crate) snippet: fn(CatalogRow, Rc<Found>) -> Html,
}

lazy_module! {
    /// The search.
    SEARCH in search: Searching = Searching {
        run: run_search,
        every_value,
        suggestions,
        with_name,
        contains,
        title: found_title,
        snippet: snippet_line,
    }
}

fn contains(text: &str, part: &str) -> bool {
    bundle::text::fold(text).contains(&bundle::text::fold(part))
}

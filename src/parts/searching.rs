//! The search, and what is only shown of one.

use std::rc::Rc;

use bundle::format::FacetSummary;
use bundle::reading::CatalogRow;
use bundle::search::Suggestion;
use futures_util::future::LocalBoxFuture;
use yew::prelude::*;

use super::part;
use crate::components::{excerpt, found_title, with_name};
use crate::hooks::{Conversion, Found, Library, Pursued, Suggest, every_value, pursue, suggestions};
use crate::loader::LoadError;
use crate::view::View;

/// What can be done with the search.
#[derive(Clone, Copy)]
pub(crate) struct Searching {
    /// Finds the articles of a view.
    pub(crate) pursue: fn(Pursued, Callback<Found>) -> LocalBoxFuture<'static, ()>,
    /// All values of all facets in the whole archive.
    pub(crate) every_value: fn(Library) -> LocalBoxFuture<'static, Result<Vec<FacetSummary>, LoadError>>,
    /// The names to offer for what is typed, or none if the bundle has none or they can not be had.
    pub(crate) suggestions: fn(Library) -> LocalBoxFuture<'static, Option<Suggest>>,
    /// The view with a name chosen instead of the last word of what is typed.
    pub(crate) with_name: fn(&View, &str, &Suggestion) -> View,
    /// Whether a text contains another, as far as the search tells them apart.
    pub(crate) contains: fn(&str, &str) -> bool,
    /// The title of an article that was found.
    pub(crate) title: fn(&Conversion, &str, &Found) -> Html,
    /// Why an article was found.
    pub(crate) excerpt: fn(CatalogRow, Rc<Found>) -> Html,
}

part! {
    /// The search.
    SEARCH in search: Searching = Searching {
        pursue,
        every_value,
        suggestions,
        with_name,
        contains,
        title: found_title,
        excerpt,
    }
}

fn contains(text: &str, sought: &str) -> bool {
    bundle::text::fold(text).contains(&bundle::text::fold(sought))
}

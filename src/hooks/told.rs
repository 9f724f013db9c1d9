//! What the page that holds the viewer is told of its reader's searches.

use yew::prelude::*;

use super::load::Progress;
use super::outcome::{Extent, Found};
use crate::stage::use_stage;

/// Tells the page that holds the viewer what was searched for, as soon as it is known what there is.
#[hook]
pub(crate) fn use_search_told(found: &Progress<Found>) {
    let stage = use_stage();
    let found = found.ready().filter(|found| found.view.is_search() && found.extent != Extent::Searching);
    let told = found.map(|found| (found.view.typed.trim().to_owned(), found.outcome.hits.len()));
    use_effect_with(told, move |told| {
        if let Some((query, count)) = told {
            stage.tell("search", &[("query", query.as_str().into()), ("count", (*count as f64).into())]);
        }
    });
}

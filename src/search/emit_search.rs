//! What the page that holds the viewer is told of its reader's searches.

use yew::prelude::*;

use crate::archive::load_state::LoadState;
use crate::host::use_host;
use crate::search::found::{Extent, Found};

/// Tells the page that holds the viewer what was searched for, as soon as it is known what there is.
#[hook]
pub(crate) fn use_emit_search(found: &LoadState<Found>) {
    let host = use_host();
    let found = found.ready().filter(|found| found.view.is_search() && found.extent != Extent::Searching);
    let told = found.map(|found| (found.view.typed.trim().to_owned(), found.results.hits.len()));
    use_effect_with(told, move |told| {
        if let Some((query, count)) = told {
            host.emit("search", &[("query", query.as_str().into()), ("count", (*count as f64).into())]);
        }
    });
}

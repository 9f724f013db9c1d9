//! Events that tell the page around the viewer what its reader searches for.

use yew::prelude::*;

use crate::archive::load_state::LoadState;
use crate::host::use_host;
use crate::model::effect::use_effect_on;
use crate::search::found::{Extent, Found};

/// Emits what was searched for, and how many articles have it, as soon as that is known.
#[hook]
pub(crate) fn use_emit_search(found: &LoadState<Found>) {
    let host = use_host();
    let found = found.ready().filter(|found| found.view.is_search() && found.extent != Extent::Searching);
    let searched = found.map(|found| (found.view.typed.trim().to_owned(), found.results.hits.len()));
    use_effect_on(searched, move |searched| {
        if let Some((query, count)) = searched {
            host.emit("search", &[("query", query.as_str().into()), ("count", (*count as f64).into())]);
        }
    });
}

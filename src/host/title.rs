//! The title of the document: what a tab, a bookmark and the history show.

use yew::prelude::*;

use crate::host::use_host;
use crate::model::effect::use_effect_on;

/// Names the document after what it shows, and after the archive.
#[hook]
pub(crate) fn use_title(what: &str, archive: &str) {
    let title = match (what.is_empty(), archive.is_empty()) {
        (false, false) => format!("{what} · {archive}"),
        _ => format!("{what}{archive}"),
    };
    let host = use_host();
    use_effect_on(title, move |title| host.set_title(title));
}

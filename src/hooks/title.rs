//! The title of the document: what a tab, a bookmark and the history show.

use yew::prelude::*;

/// Names the document after what it shows, and after the archive.
#[hook]
pub(crate) fn use_title(what: &str, archive: &str) {
    let title = match (what.is_empty(), archive.is_empty()) {
        (false, false) => format!("{what} · {archive}"),
        _ => format!("{what}{archive}"),
    };
    use_effect_with(title, |title| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(title);
        }
    });
}

//! Pages that load again when the site has changed.

use std::convert::Infallible;

use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures_util::stream::{self, Stream};
use tokio::sync::watch::Receiver;

/// Where the script is. A file rather than a part of the page: policies for content allow that.
pub(super) const SCRIPT_PATH: &str = "/.reading-room/reload.js";
/// Where it learns of changes.
pub(super) const CHANGES_PATH: &str = "/.reading-room/changes";

/// Loads the page again at each change, and when the server is back after it was gone, for it may have
/// changed meanwhile.
pub(super) const SCRIPT: &str = "\
const changes = new EventSource(new URL('changes', import.meta.url));
let wasGone = false;
changes.onmessage = () => location.reload();
changes.onerror = () => { wasGone = true; };
changes.onopen = () => { if (wasGone) location.reload(); };
addEventListener('pagehide', () => changes.close());
";

/// A page with the script.
pub(super) fn with_script(page: &str) -> String {
    let script = format!("<script type=\"module\" src=\".{SCRIPT_PATH}\"></script></head>");
    page.replacen("</head>", &script, 1)
}

/// An event for each change from now on.
pub(super) fn events(mut changes: Receiver<u64>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    changes.mark_unchanged();
    let stream = stream::unfold(changes, async |mut changes| {
        changes.changed().await.ok()?;
        let count = *changes.borrow_and_update();
        Some((Ok(Event::default().data(count.to_string())), changes))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

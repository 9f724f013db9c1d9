//! What the browser keeps for the page. Where it keeps nothing, all goes on without.

use web_sys::Storage;

/// How long something is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Keep {
    /// Until the reader clears it.
    Always,
    /// As long as the tab is open.
    ForTheTab,
}

/// What was kept under a name.
pub(crate) fn recall(keep: Keep, name: &str) -> Option<String> {
    storage(keep)?.get_item(&full(name)).ok()?
}

/// Keeps a value, if the browser lets us.
pub(crate) fn remember(keep: Keep, name: &str, value: &str) {
    if let Some(storage) = storage(keep) {
        // Full or forbidden: the reader loses a convenience, not the page.
        let _ = storage.set_item(&full(name), value);
    }
}

fn storage(keep: Keep) -> Option<Storage> {
    let window = web_sys::window()?;
    match keep {
        Keep::Always => window.local_storage(),
        Keep::ForTheTab => window.session_storage(),
    }
    .ok()?
}

/// Other pages of the same host share the storage.
fn full(name: &str) -> String {
    format!("reading-room.{name}")
}

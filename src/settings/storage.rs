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

/// Why something is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotKept {
    /// The browser keeps nothing for this page.
    Forbidden,
    /// There is no room for more.
    Full,
}

/// What was kept under a name.
pub(crate) fn recall(keep: Keep, name: &str) -> Option<String> {
    storage(keep)?.get_item(&full(name)).ok()?
}

/// Keeps a value, if the browser lets us.
pub(crate) fn remember(keep: Keep, name: &str, value: &str) {
    // Full or forbidden: the reader loses a convenience, not the page.
    let _ = try_to_remember(keep, name, value);
}

/// Keeps a value, or says why not.
pub(crate) fn try_to_remember(keep: Keep, name: &str, value: &str) -> Result<(), NotKept> {
    let storage = storage(keep).ok_or(NotKept::Forbidden)?;
    storage.set_item(&full(name), value).map_err(|_| NotKept::Full)
}

/// Keeps nothing under a name any more.
pub(crate) fn forget(keep: Keep, name: &str) {
    if let Some(storage) = storage(keep) {
        // Where it is forbidden, nothing was kept.
        let _ = storage.remove_item(&full(name));
    }
}

/// Whether the browser keeps anything.
pub(crate) fn is_allowed(keep: Keep) -> bool {
    storage(keep).is_some()
}

/// The name of what the browser keeps under `key`, if it is kept for this page.
pub(crate) fn name_of(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)
}

/// Other pages of the same host share the storage.
const PREFIX: &str = "reading-room.";

fn storage(keep: Keep) -> Option<Storage> {
    let window = web_sys::window()?;
    match keep {
        Keep::Always => window.local_storage(),
        Keep::ForTheTab => window.session_storage(),
    }
    .ok()?
}

fn full(name: &str) -> String {
    format!("{PREFIX}{name}")
}

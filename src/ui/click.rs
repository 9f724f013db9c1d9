//! Clicks.

use yew::MouseEvent;

/// Whether a click asks for another tab or window.
pub(crate) fn has_modifier(event: &MouseEvent) -> bool {
    event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key()
}

//! The keys that work on every page.

use yew::prelude::*;

use super::keyboard::use_keyboard;
use crate::history::use_navigator;
use crate::place::Place;
use crate::settings::{Change, change, use_settings};
use crate::stage::use_stage;

/// `g h`, `g d` and `g s` lead to the pages, `t` changes the colours, `?` shows all keys.
#[hook]
pub(crate) fn use_page_keys(show_keys: Callback<()>) {
    let around = (use_navigator(), use_settings(), show_keys, use_stage().is_embedded());
    let on_key = use_callback(around, |key: String, (navigator, settings, show_keys, is_embedded)| {
        let place = match key.as_str() {
            "g h" => Some(navigator.home()),
            "g d" => Place::parse("#/device"),
            "g s" => Place::parse("#/statistics"),
            _ => None,
        };
        match (place, key.as_str()) {
            (Some(place), _) => navigator.open(place),
            // Elsewhere the colours are those of the page around.
            (None, "t") if !is_embedded => change(settings, Change::Theme(settings.theme.next())),
            (None, "?") => show_keys.emit(()),
            _ => return false,
        }
        true
    });
    use_keyboard(on_key);
}

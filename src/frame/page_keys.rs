//! The keys that work on every page.

use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::host::use_host;
use crate::settings::provider::{Change, change, use_settings};
use crate::ui::keyboard::use_keyboard;

/// `g h`, `g d` and `g s` lead to the pages, `t` changes the colours, `?` shows all keys.
#[hook]
pub(crate) fn use_page_keys(show_keys: Callback<()>) {
    let around = (use_navigator(), use_settings(), show_keys, use_host().owns_colours());
    let on_key = use_callback(around, |key: String, (navigator, settings, show_keys, owns_colours)| {
        let place = match key.as_str() {
            "g h" => Some(navigator.home()),
            "g d" => Place::parse("#/device"),
            "g s" => Place::parse("#/statistics"),
            _ => None,
        };
        match (place, key.as_str()) {
            (Some(place), _) => navigator.open(place),
            (None, "t") if *owns_colours => change(settings, Change::Theme(settings.theme.next())),
            (None, "?") => show_keys.emit(()),
            _ => return false,
        }
        true
    });
    use_keyboard(on_key);
}

//! The keys that work on every page.

use yew::prelude::*;

use crate::address::comparison::Comparison;
use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::address::view::View;
use crate::host::use_host;
use crate::model::keymap::{Action, PageAction};
use crate::settings::provider::{Change, change, use_settings};
use crate::ui::keyboard::use_keyboard;

/// Lets keys lead to the pages, change the colours and list all keys.
#[hook]
pub(crate) fn use_page_keys(show_keys: Callback<()>) {
    let around = (use_navigator(), use_settings(), show_keys, use_host().owns_colours());
    let on_action = use_callback(around, |action, (navigator, settings, show_keys, owns_colours)| {
        let Action::Page(action) = action else { return false };
        match action {
            PageAction::Home => navigator.open(navigator.home()),
            PageAction::Device => navigator.open(Place::device()),
            PageAction::Statistics => {
                navigator.open(Place::statistics(Comparison::default(), View::default()));
            }
            PageAction::Theme if *owns_colours => change(settings, Change::Theme(settings.theme.next())),
            PageAction::Theme => return false,
            PageAction::Keys => show_keys.emit(()),
        }
        true
    });
    use_keyboard(on_action);
}

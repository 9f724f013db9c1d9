//! Characters that are composed of several keys.

use gloo::events::EventListener;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::model::effect::use_effect_on;

/// Calls back with what is in a field when a character has been composed: no input follows that.
/// Watches again when the field comes or goes.
#[hook]
pub(crate) fn use_composition_end(input: &NodeRef, is_there: bool, on_end: &Callback<String>) {
    let input = input.clone();
    use_effect_on((is_there, on_end.clone()), move |(_, on_end)| {
        let on_end = on_end.clone();
        let listener = input.cast::<HtmlInputElement>().map(|input| {
            let typed = input.clone();
            EventListener::new(&input, "compositionend", move |_| on_end.emit(typed.value()))
        });
        move || drop(listener)
    });
}

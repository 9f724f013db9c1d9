//! Keys that work anywhere on the page, unless the reader is typing.

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Calls back for keys that are pressed while nothing is being typed, without Ctrl, Alt or Meta.
/// The callback tells whether the key meant something to it.
#[hook]
pub(crate) fn use_keyboard(on_key: Callback<String, bool>) {
    use_effect_with(on_key, |on_key| {
        let on_key = on_key.clone();
        let pressed = move |event: &Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if is_for_the_page(event) && on_key.emit(event.key()) {
                event.prevent_default();
            }
        };
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window()
            .map(|window| EventListener::new_with_options(&window, "keydown", options, pressed));
        move || drop(listener)
    });
}

fn is_for_the_page(event: &KeyboardEvent) -> bool {
    let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_typing = target.is_some_and(|target| {
        target
            .closest("input, select, textarea, dialog, [contenteditable]")
            .is_ok_and(|field| field.is_some())
    });
    !has_modifier && !event.is_composing() && !is_typing
}

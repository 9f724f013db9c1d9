//! Keys that work anywhere on the page, unless the reader is typing.

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::host::{Host, use_host};
use crate::model::effect::use_effect_on;
use crate::model::keymap::{Action, action_of};

/// The key that waits for another.
const PREFIX: &str = "g";
/// How long, in milliseconds, it waits.
const WAIT: f64 = 1_000.0;
/// Where keys have a meaning of their own. Letters mean nothing to a box that is ticked.
const TYPING: &str = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]";

/// Calls back for keys that are pressed while nothing is being typed and no dialog is open, without
/// Ctrl, Alt or Meta, with what the key is for. The callback tells whether it did something.
#[hook]
pub(crate) fn use_keyboard(on_action: Callback<Action, bool>) {
    // Each listener follows the keys by itself.
    let sequence = use_mut_ref(Sequence::default);
    let host = use_host();
    use_effect_on(on_action, move |on_action| {
        let on_action = on_action.clone();
        let target = host.key_target();
        let pressed = move |event: &Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| is_for_the_page(&host, event))
            else {
                return;
            };
            let key = sequence.borrow_mut().press(event.key(), event.time_stamp());
            let action = key.and_then(|key| action_of(&key));
            if action.is_some_and(|action| on_action.emit(action)) {
                event.prevent_default();
            }
        };
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&target, "keydown", options, pressed);
        move || drop(listener)
    });
}

/// Keys that belong together.
#[derive(Default)]
struct Sequence {
    /// When the prefix was pressed, if it waits.
    since: Option<f64>,
}

impl Sequence {
    /// What a key at a time is called; nothing while more is to come.
    fn press(&mut self, key: String, at: f64) -> Option<String> {
        let is_second = self.since.take().is_some_and(|since| at - since <= WAIT);
        match (is_second, key == PREFIX) {
            (true, _) => Some(format!("{PREFIX} {key}")),
            (false, true) => {
                self.since = Some(at);
                None
            }
            (false, false) => Some(key),
        }
    }
}

fn is_for_the_page(host: &Host, event: &KeyboardEvent) -> bool {
    let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_typing = target.is_some_and(|target| matches!(target.closest(TYPING), Ok(Some(_))));
    let has_dialog = host.query("dialog[open]").is_some();
    !has_modifier && !event.is_composing() && !is_typing && !has_dialog
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What keys are called that are pressed at these times.
    fn check(pressed: &[(&str, f64)], expected: &[&str]) {
        let mut sequence = Sequence::default();
        let names = pressed.iter().filter_map(|&(key, at)| sequence.press(key.to_owned(), at));
        assert_eq!(names.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_prefix_waits_for_a_second() {
        check(&[("j", 0.0), ("g", 1.0), ("h", 900.0), ("h", 901.0)], &["j", "g h", "h"]);
        check(&[("g", 0.0), ("h", 1_500.0)], &["h"]);
        check(&[("g", 0.0), ("g", 1_500.0), ("s", 1_600.0)], &["g s"]);
        check(&[("g", 0.0), ("g", 500.0), ("s", 600.0)], &["g g", "s"]);
    }
}

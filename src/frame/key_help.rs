//! All keys, and what they do.

use markup::{Icon, icon};
use yew::prelude::*;

use crate::archive::load_state::{LoadState, use_load};
use crate::lazy::lazy_module;
use crate::model::keymap::{Action, Binding, Group, KEYMAP};
use crate::model::load_error::LoadError;
use crate::model::piece::piece;
use crate::ui::modal::use_modal;
use crate::words::{Words, use_words};

lazy_module! {
    /// The dialog, given what is to be done when it was closed.
    KEY_HELP in more: fn(Callback<()>) -> Html = key_help
}

/// The dialog, as soon as it is there, if it is to be shown.
#[hook]
pub(crate) fn use_key_help(is_shown: bool, close: &Callback<()>) -> Html {
    let words = use_words();
    let loaded = KEY_HELP.loaded();
    let state = use_load((is_shown && loaded.is_none()).then_some(()), |()| KEY_HELP.load());
    match (loaded, state) {
        _ if !is_shown => Html::default(),
        (Some(draw), _) => draw(close.clone()),
        (None, LoadState::Ready(draw)) => draw(close.clone()),
        (None, LoadState::Failed(error)) => failed(&words, &error, close),
        (None, LoadState::Waiting { .. }) => Html::default(),
    }
}

/// Says why the dialog did not come. Closing this, a reader can ask for it again.
fn failed(words: &Words, error: &LoadError, close: &Callback<()>) -> Html {
    html! {
        <div class="device-notice" role="alert">
            <p>{ words.load_error(error) }</p>
            <button type="button" class="tool" aria-label={words.close()} title={words.close()} onclick={close.reform(|_| ())}>
                { icon(Icon::Close) }
            </button>
        </div>
    }
}

fn key_help(onclose: Callback<()>) -> Html {
    piece!(use_dialog, KeyHelpProps { onclose })
}

/// What is to be done when the dialog was closed.
#[derive(PartialEq)]
struct KeyHelpProps {
    onclose: Callback<()>,
}

/// The dialog, for as long as it is open. The browser closes it, by Escape, its button or a click
/// elsewhere, and gives the focus back.
#[hook]
fn use_dialog(props: &KeyHelpProps) -> Html {
    let words = use_words();
    let dialog = use_node_ref();
    use_modal(&dialog);
    let group = |&(group, bindings): &(Group, &[Binding])| {
        let lines = lines(bindings, |action| words.key_meaning(group, action));
        html! { <section><h3>{ words.key_group(group) }</h3><dl>{ for lines.into_iter().map(line) }</dl></section> }
    };
    html! {
        <dialog ref={dialog} class="key-help" closedby="any" aria-labelledby="key-help-title"
            onclose={props.onclose.reform(|_| ())}>
            <form method="dialog">
                <h2 id="key-help-title">{ words.keys() }</h2>
                <button class="tool" aria-label={words.close()} title={words.close()}>{ icon(Icon::Close) }</button>
            </form>
            <p>{ words.keys_explanation() }</p>
            <div class="key-groups">{ for KEYMAP.iter().map(group) }</div>
        </dialog>
    }
}

/// The keys of a line, and what they do.
type Line = (Vec<&'static str>, &'static str);

/// The keys of a group. Neighbours that mean the same are on one line.
fn lines(bindings: &[Binding], meaning: impl Fn(Action) -> &'static str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for &Binding { key, action, .. } in bindings {
        let meaning = meaning(action);
        match lines.last_mut() {
            Some((keys, same)) if *same == meaning => keys.push(key),
            _ => lines.push((vec![key], meaning)),
        }
    }
    lines
}

fn line((keys, meaning): Line) -> Html {
    let key = |(place, keys): (usize, &'static str)| {
        let or = (place > 0).then(|| html! { <span>{ " / " }</span> });
        html! { <>{ or }{ for keys.split(' ').map(|key| html! { <kbd>{ key }</kbd> }) }</> }
    };
    html! { <div><dt>{ for keys.into_iter().enumerate().map(key) }</dt><dd>{ meaning }</dd></div> }
}

#[cfg(test)]
mod tests {
    use texts::LANGUAGES;

    use super::*;

    #[test]
    fn every_key_is_listed() {
        for language in &LANGUAGES {
            let words = Words::new(language.built_in());
            for (group, bindings) in KEYMAP {
                let lines = lines(bindings, |action| words.key_meaning(group, action));
                let keys: Vec<_> = lines.iter().flat_map(|(keys, _)| keys.clone()).collect();
                assert_eq!(keys, bindings.iter().map(|binding| binding.key).collect::<Vec<_>>());
                assert!(lines.iter().all(|(_, meaning)| !meaning.is_empty()), "{group:?} {lines:?}");
            }
        }
    }
}

//! All keys, and what they do.

use yew::prelude::*;

use crate::texts::use_words;
use crate::ui::icon::{Icon, icon};
use crate::ui::modal::use_modal;

/// What is to be done when the dialog was closed.
#[derive(Properties, PartialEq)]
pub(crate) struct KeyHelpProps {
    pub(crate) onclose: Callback<()>,
}

/// The dialog, for as long as it is open. The browser closes it, by Escape, its button or a click
/// elsewhere, and gives the focus back.
#[component]
pub(crate) fn KeyHelp(props: &KeyHelpProps) -> Html {
    let words = use_words();
    let dialog = use_node_ref();
    use_modal(&dialog);
    let texts = words.keys;
    let line = |&(keys, meaning): &(&'static str, &'static str)| {
        html! { <div><dt>{ for keys.split(' ').map(key) }</dt><dd>{ meaning }</dd></div> }
    };
    let group = |(name, lines): &(&'static str, &'static [(&'static str, &'static str)])| {
        html! { <section><h3>{ *name }</h3><dl>{ for lines.iter().map(line) }</dl></section> }
    };
    html! {
        <dialog ref={dialog} class="key-help" closedby="any" aria-labelledby="key-help-title"
            onclose={props.onclose.reform(|_| ())}>
            <form method="dialog">
                <h2 id="key-help-title">{ texts.title }</h2>
                <button class="tool" aria-label={texts.close} title={texts.close}>{ icon(Icon::Close) }</button>
            </form>
            <p>{ texts.explanation }</p>
            <div class="key-groups">{ for texts.groups.iter().map(group) }</div>
        </dialog>
    }
}

/// A key, or what stands between keys.
fn key(name: &'static str) -> Html {
    match name {
        "/or/" => html! { <span>{ " / " }</span> },
        name => html! { <kbd>{ name }</kbd> },
    }
}

//! All keys, and what they do.

use yew::prelude::*;

use super::{Icon, icon, modal};
use crate::texts::Words;

/// Opens the dialog.
pub(crate) fn show_keys(dialog: &NodeRef) {
    modal::open(dialog);
}

/// The dialog. The browser closes it, by Escape, its button or a click elsewhere, and gives the focus
/// back.
pub(crate) fn key_help(words: &Words, dialog: &NodeRef) -> Html {
    let texts = words.keys;
    let line = |&(keys, meaning): &(&'static str, &'static str)| {
        html! { <div><dt>{ for keys.split(' ').map(key) }</dt><dd>{ meaning }</dd></div> }
    };
    let group = |(name, lines): &(&'static str, &'static [(&'static str, &'static str)])| {
        html! { <section><h3>{ *name }</h3><dl>{ for lines.iter().map(line) }</dl></section> }
    };
    html! {
        <dialog ref={dialog} class="key-help" closedby="any" aria-labelledby="key-help-title">
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

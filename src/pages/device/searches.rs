//! Saved searches and recent ones.

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::{Doing, remove_button, section};
use crate::components::place_link;
use crate::device::{Change, DeviceHandle, Item as _, Part, Search, Which};
use crate::place::Place;
use crate::texts::Words;

/// The searches that were saved. Each can have a name.
pub(super) fn saved_searches(words: &Words, device: &DeviceHandle, doing: &Doing) -> Html {
    let all = &device.kept.searches;
    let line = |search: &Search| {
        let title = search.title(words);
        let is_renamed = doing.renamed.as_deref() == Some(&search.parameters);
        html! {
            <li key={search.id()}>
                if is_renamed {
                    { name_form(words, device, doing, search) }
                } else {
                    <div>{ link(words, search) }</div>
                    { rename_button(words, doing, search) }
                }
                { remove_button(words, device, Part::Searches, search.id(), &title) }
            </li>
        }
    };
    let content = html! { <ul class="device-list">{ for all.iter().map(line) }</ul> };
    section(words.device.searches, all.is_empty(), words.device.no_searches, content)
}

/// The last searches.
pub(super) fn recent_searches(words: &Words, device: &DeviceHandle) -> Html {
    let all = &device.kept.recent;
    let line = |search: &Search| {
        html! {
            <li key={search.id()}>
                <div>{ link(words, search) }</div>
                { remove_button(words, device, Part::Recent, search.id(), &search.title(words)) }
            </li>
        }
    };
    let onclick = {
        let device = device.clone();
        Callback::from(move |_| device.change(Change::Remove(Part::Recent, Which::All)))
    };
    let content = html! {
        <>
            <div class="device-clear">
                <button type="button" class="quiet-button" {onclick}>{ words.device.clear }</button>
            </div>
            <ul class="device-list">{ for all.iter().map(line) }</ul>
        </>
    };
    section(words.device.recent, all.is_empty(), words.device.no_recent, content)
}

fn link(words: &Words, search: &Search) -> Html {
    place_link(&Place::list(search.view()), "", search.title(words).into())
}

fn rename_button(words: &Words, doing: &Doing, search: &Search) -> Html {
    let (renamed, id) = (doing.renamed.setter(), search.id());
    let onclick = Callback::from(move |_| renamed.set(Some(id.clone())));
    let label = (words.device.rename_search)(&search.title(words));
    html! {
        <button type="button" class="quiet-button" aria-label={label} {onclick}>{ words.device.rename }</button>
    }
}

/// The field for another name. Enter takes it, Escape leaves it as it was.
fn name_form(words: &Words, device: &DeviceHandle, doing: &Doing, search: &Search) -> Html {
    let close = {
        let renamed = doing.renamed.setter();
        Callback::from(move |()| renamed.set(None))
    };
    let onsubmit = {
        let (device, close, id) = (device.clone(), close.clone(), search.id());
        let input = doing.name.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                device.change(Change::Rename { id: id.clone(), name: input.value() });
            }
            close.emit(());
        })
    };
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close.emit(());
            }
        })
    };
    html! {
        <form class="device-name" {onsubmit} {onkeydown}>
            <input ref={doing.name.clone()} type="text" aria-label={words.device.name} value={search.title(words)} />
            <button type="submit" class="quiet-button">{ words.device.save }</button>
            <button type="button" class="quiet-button" onclick={close.reform(|_| ())}>{ words.device.cancel }</button>
        </form>
    }
}

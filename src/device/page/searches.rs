//! Saved searches and recent ones.

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::place_link::place_link;
use crate::device::change::{Change, Which};
use crate::device::item::Item as _;
use crate::device::kept::Part;
use crate::device::page::section::{Doing, remove_button, section};
use crate::device::provider::DeviceHandle;
use crate::device::search::Search;
use crate::device::search_title::search_title;
use crate::words::Words;

/// The searches that were saved. Each can have a name.
pub(crate) fn saved_searches(words: &Words, device: &DeviceHandle, doing: &Doing) -> Html {
    let all = &device.kept.searches;
    let line = |search: &Search| {
        let title = search_title(words, search);
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
    section(words.saved_searches(), all.is_empty(), words.saved_searches_none(), content)
}

/// The last searches.
pub(crate) fn recent_searches(words: &Words, device: &DeviceHandle) -> Html {
    let all = &device.kept.recent;
    let line = |search: &Search| {
        html! {
            <li key={search.id()}>
                <div>{ link(words, search) }</div>
                { remove_button(words, device, Part::Recent, search.id(), &search_title(words, search)) }
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
                <button type="button" class="quiet-button" {onclick}>{ words.clear() }</button>
            </div>
            <ul class="device-list">{ for all.iter().map(line) }</ul>
        </>
    };
    section(words.recent_searches(), all.is_empty(), words.recent_searches_none(), content)
}

fn link(words: &Words, search: &Search) -> Html {
    place_link(&Place::list(search.view()), "", search_title(words, search).into())
}

fn rename_button(words: &Words, doing: &Doing, search: &Search) -> Html {
    let (renamed, id) = (doing.renamed.setter(), search.id());
    let onclick = Callback::from(move |_| renamed.set(Some(id.clone())));
    let label = words.rename_search(&search_title(words, search));
    html! {
        <button type="button" class="quiet-button" aria-label={label} {onclick}>{ words.rename() }</button>
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
            <input ref={doing.name.clone()} type="text" aria-label={words.search_name()} value={search_title(words, search)} />
            <button type="submit" class="quiet-button">{ words.save() }</button>
            <button type="button" class="quiet-button" onclick={close.reform(|_| ())}>{ words.cancel() }</button>
        </form>
    }
}

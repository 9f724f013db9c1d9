//! What the reader's device remembers, and all that can be done with it.

mod articles;
mod data;
mod file;
mod searches;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::components::{Icon, icon};
use crate::device::{Change, DeviceHandle, Kept, Outcome, Part, Unreadable, Which, use_device};
use crate::hooks::{use_library, use_title};
use crate::texts::{Words, use_words};

use articles::{bookmarks, history};
use data::data;
use searches::{recent_searches, saved_searches};

/// What the reader is doing on the page.
#[derive(Clone, PartialEq)]
struct Doing {
    /// What the reader looks for among the bookmarks.
    sought: UseStateHandle<String>,
    /// Which of the spans of the history is to be cleared.
    span: UseStateHandle<usize>,
    /// The saved search that is being renamed.
    renamed: UseStateHandle<Option<String>>,
    /// The field for its name.
    name: NodeRef,
    /// Why a file was not imported.
    refused: UseStateHandle<Option<Unreadable>>,
}

/// What the device remembers of this archive.
#[component]
pub(crate) fn DevicePage() -> Html {
    let words = use_words();
    let library = use_library();
    let device = use_device();
    let doing = Doing {
        sought: use_state_eq(String::new),
        span: use_state_eq(|| EVERYTHING),
        renamed: use_state_eq(|| None),
        name: use_node_ref(),
        refused: use_state_eq(|| None),
    };
    let archive = &library.manifest.site.title;
    use_title(words.device.title, archive);
    use_told(&device);
    use_name_focus(&doing);
    html! {
        <div class="device">
            <h1>{ words.device.title }</h1>
            if !device.is_kept() {
                <p class="device-warning">{ words.device.forbidden }</p>
            }
            { bookmarks(&words, &device, &doing) }
            { history(&words, &device, &doing) }
            { saved_searches(&words, &device, &doing) }
            { recent_searches(&words, &device) }
            { data(&words, &device, &doing, archive) }
            { undo_bar(&words, &device) }
        </div>
    }
}

/// The place of the span that is the whole history.
const EVERYTHING: usize = 3;

/// What was said of a change elsewhere is over.
#[hook]
fn use_told(device: &DeviceHandle) {
    let device = device.clone();
    use_effect_with((), move |()| device.told());
}

/// Who wants to write a name can do so at once.
#[hook]
fn use_name_focus(doing: &Doing) {
    let name = doing.name.clone();
    use_effect_with((*doing.renamed).clone(), move |renamed| {
        if let Some(name) = name.cast::<HtmlInputElement>().filter(|_| renamed.is_some()) {
            // Fails only for elements that are not on the page.
            let _ = name.focus();
            name.select();
        }
    });
}

/// A part of the page; what it is for, where there is nothing yet.
fn section(title: &'static str, is_empty: bool, purpose: &'static str, content: Html) -> Html {
    html! {
        <section class="device-section" aria-label={title}>
            <h2>{ title }</h2>
            if is_empty {
                <p class="device-empty">{ purpose }</p>
            } else {
                { content }
            }
        </section>
    }
}

/// Removes one thing, which is called `name`.
fn remove_button(words: &Words, device: &DeviceHandle, part: Part, id: String, name: &str) -> Html {
    let device = device.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        focus_neighbour(&event);
        device.change(Change::Remove(part, Which::One(id.clone())));
    });
    let label = (words.device.remove)(name);
    html! {
        <button type="button" class="tool remove" title={label.clone()} aria-label={label} {onclick}>
            { icon(Icon::Close) }
        </button>
    }
}

/// Gives the focus to the button of the line below, or above: this one will be gone.
fn focus_neighbour(event: &MouseEvent) -> Option<()> {
    let line = event.target()?.dyn_into::<Element>().ok()?.closest("li").ok()??;
    let neighbour = line.next_element_sibling().or_else(|| line.previous_element_sibling())?;
    neighbour.query_selector(".remove").ok()??.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

/// Says that something is gone, and offers to bring it back.
fn undo_bar(words: &Words, device: &DeviceHandle) -> Html {
    let removed = match &device.outcome {
        Some(Outcome::Removed(removed)) if **removed != Kept::default() => Kept::clone(removed),
        _ => return html! { <div role="status"></div> },
    };
    let undo = {
        let device = device.clone();
        Callback::from(move |_| {
            device.change(Change::Merge(removed.clone()));
            device.told();
        })
    };
    let dismiss = {
        let device = device.clone();
        Callback::from(move |_| device.told())
    };
    let texts = words.device;
    html! {
        <div role="status">
            <div class="device-notice">
                <p>{ texts.removed }</p>
                <button type="button" class="button undo" onclick={undo}>{ texts.undo }</button>
                <button type="button" class="tool" aria-label={texts.dismiss} title={texts.dismiss} onclick={dismiss}>
                    { icon(Icon::Close) }
                </button>
            </div>
        </div>
    }
}

//! What the sections of the page have in common.

use markup::{Icon, icon};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::device::change::{Change, Which};
use crate::device::kept::Part;
use crate::device::provider::DeviceHandle;
use crate::model::device_file::Unreadable;
use crate::words::Words;

/// What the reader is doing on the page.
#[derive(Clone, PartialEq)]
pub(crate) struct Doing {
    /// What the reader has typed to find some of the bookmarks.
    pub(crate) typed: UseStateHandle<String>,
    /// Which of the spans of the history is to be cleared.
    pub(crate) span: UseStateHandle<usize>,
    /// The saved search that is being renamed.
    pub(crate) renamed: UseStateHandle<Option<String>>,
    /// The field for its name.
    pub(crate) name: NodeRef,
    /// Why a file was not imported.
    pub(crate) refused: UseStateHandle<Option<Unreadable>>,
}

/// A section of the page; it says what it is for where there is nothing yet.
pub(crate) fn section(title: &'static str, is_empty: bool, purpose: &'static str, content: Html) -> Html {
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
pub(crate) fn remove_button(
    words: &Words,
    device: &DeviceHandle,
    part: Part,
    id: String,
    name: &str,
) -> Html {
    let device = device.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        focus_neighbour(&event);
        device.change(Change::Remove(part, Which::One(id.clone())));
    });
    let label = words.remove(name);
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

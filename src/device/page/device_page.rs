//! What the reader's device remembers, and all that can be done with it.

use markup::{Icon, icon};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::archive::library::use_library;
use crate::device::change::{Change, Effect};
use crate::device::kept::Kept;
use crate::device::page::articles::{bookmarks, history};
use crate::device::page::data::data;
use crate::device::page::searches::{recent_searches, saved_searches};
use crate::device::page::section::Doing;
use crate::device::provider::{DeviceHandle, use_device};
use crate::host::title::use_title;
use crate::model::effect::use_effect_on;
use crate::words::{Words, use_words};

/// What the device remembers of this archive.
#[hook]
pub(crate) fn use_device_page() -> Html {
    let words = use_words();
    let library = use_library();
    let device = use_device();
    let doing = Doing {
        typed: use_state_eq(String::new),
        span: use_state_eq(|| EVERYTHING),
        renamed: use_state_eq(|| None),
        name: use_node_ref(),
        refused: use_state_eq(|| None),
    };
    let archive = &library.manifest.site.title;
    use_title(words.device(), archive);
    use_dismissal(&device);
    use_name_focus(&doing);
    html! {
        <div class="device">
            <h1>{ words.device() }</h1>
            if !device.is_kept() {
                <p class="device-warning">{ words.device_forbidden() }</p>
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

/// Dismisses what was said of a change on another page.
#[hook]
fn use_dismissal(device: &DeviceHandle) {
    let device = device.clone();
    use_effect_on((), move |()| device.dismiss());
}

/// Puts the focus into the field for a name as soon as it is there.
#[hook]
fn use_name_focus(doing: &Doing) {
    let name = doing.name.clone();
    use_effect_on((*doing.renamed).clone(), move |renamed| {
        if let Some(name) = name.cast::<HtmlInputElement>().filter(|_| renamed.is_some()) {
            // Fails only for elements that are not on the page.
            let _ = name.focus();
            name.select();
        }
    });
}

/// Says that something is gone, and offers to bring it back.
fn undo_bar(words: &Words, device: &DeviceHandle) -> Html {
    let removed = match &device.effect {
        Some(Effect::Removed(removed)) if **removed != Kept::default() => Kept::clone(removed),
        _ => return html! { <div role="status"></div> },
    };
    let undo = {
        let device = device.clone();
        Callback::from(move |_| {
            device.change(Change::Merge(removed.clone()));
            device.dismiss();
        })
    };
    let dismiss = {
        let device = device.clone();
        Callback::from(move |_| device.dismiss())
    };
    html! {
        <div role="status">
            <div class="device-notice">
                <p>{ words.removed() }</p>
                <button type="button" class="button undo" onclick={undo}>{ words.undo() }</button>
                <button type="button" class="tool" aria-label={words.close()} title={words.close()} onclick={dismiss}>
                    { icon(Icon::Close) }
                </button>
            </div>
        </div>
    }
}

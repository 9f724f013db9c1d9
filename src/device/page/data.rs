//! What becomes of the reader's data: where it is, how much it is, and the ways to take it along or to
//! delete it.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::device::change::{Change, Effect};
use crate::device::page::file;
use crate::device::page::section::Doing;
use crate::device::provider::DeviceHandle;
use crate::words::Words;

/// The id of the question whether all is to be deleted.
const SURE: &str = "delete-everything";

/// The reader's data, and what can be done with it.
pub(crate) fn data(words: &Words, device: &DeviceHandle, doing: &Doing, archive: &str) -> Html {
    let kilobytes = device.bytes().div_ceil(1024) as u32;
    html! {
        <section class="device-section" aria-label={words.device_data()}>
            <h2>{ words.device_data() }</h2>
            <p>{ words.device_promise() }{ " " }{ words.device_size(kilobytes) }</p>
            { remember_switch(words, device) }
            <div class="device-actions">
                { export_button(words, device, archive) }
                { import_button(words, device, doing) }
                <button type="button" class="button" popovertarget={SURE}>{ words.device_delete_all() }</button>
            </div>
            <p role="status">{ report(words, device, doing) }</p>
            { delete_question(words, device) }
        </section>
    }
}

fn remember_switch(words: &Words, device: &DeviceHandle) -> Html {
    let checked = device.remembers;
    let onchange = {
        let device = device.clone();
        Callback::from(move |_| device.set_remembers(!checked))
    };
    html! {
        <>
            <label class="device-switch">
                <input type="checkbox" role="switch" {checked} {onchange} aria-describedby="remember-hint" />
                <span>{ words.device_remember() }</span>
            </label>
            <p id="remember-hint" class="device-hint">{ words.device_remember_hint() }</p>
        </>
    }
}

fn export_button(words: &Words, device: &DeviceHandle, archive: &str) -> Html {
    let (device, archive) = (device.clone(), archive.to_owned());
    let onclick = Callback::from(move |_| {
        // Fails only where the browser knows no files.
        let _ = file::save(&device.whole(), &archive);
    });
    html! { <button type="button" class="button" {onclick}>{ words.device_export() }</button> }
}

fn import_button(words: &Words, device: &DeviceHandle, doing: &Doing) -> Html {
    let (device, refused) = (device.clone(), doing.refused.setter());
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        let (device, refused) = (device.clone(), refused.clone());
        spawn_local(async move {
            let read = file::read(&file).await;
            // So that the same file can be chosen again.
            input.set_value("");
            match read {
                Ok(kept) => {
                    refused.set(None);
                    device.change(Change::Merge(kept));
                }
                Err(why) => refused.set(Some(why)),
            }
        });
    });
    html! {
        <label class="button">
            <input type="file" class="visually-hidden" accept=".json,application/json" {onchange} />
            { words.device_import() }
        </label>
    }
}

/// What has come of a file.
fn report(words: &Words, device: &DeviceHandle, doing: &Doing) -> String {
    match (&*doing.refused, &device.effect) {
        (Some(why), _) => words.not_imported(why),
        (None, Some(Effect::Merged(added))) => words.imported(*added),
        _ => String::new(),
    }
}

/// Asks once. The browser closes it: also at Escape, and at a click elsewhere.
fn delete_question(words: &Words, device: &DeviceHandle) -> Html {
    let device = device.clone();
    let onclick = Callback::from(move |_| device.clear());
    html! {
        <div id={SURE} class="device-question" popover="auto" role="dialog" aria-label={words.device_delete_all()}>
            <p>{ words.device_delete_all_sure() }</p>
            <div class="device-actions">
                <button type="button" class="button delete" popovertarget={SURE} popovertargetaction="hide" {onclick}>
                    { words.device_delete_all() }
                </button>
                <button type="button" class="button" popovertarget={SURE} popovertargetaction="hide">
                    { words.cancel() }
                </button>
            </div>
        </div>
    }
}

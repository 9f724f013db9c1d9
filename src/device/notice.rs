//! Messages about what the device remembers, on every page.

use std::cmp::Ordering;

use markup::{Icon, icon};
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::place_link::place_link;
use crate::device::bookmark_key::use_bookmark_key;
use crate::device::provider::use_device;
use crate::settings::storage::NotKept;
use crate::words::use_words;

/// Tells screen readers that an article was bookmarked, and everyone that something could not be kept.
#[hook]
pub(crate) fn use_device_notice() -> Html {
    let words = use_words();
    let device = use_device();
    use_bookmark_key();
    let bookmarks = device.kept.bookmarks.len();
    let before = use_mut_ref(|| bookmarks);
    let said = match before.replace(bookmarks).cmp(&bookmarks) {
        Ordering::Less => words.bookmarked(),
        Ordering::Greater => words.not_bookmarked(),
        Ordering::Equal => "",
    };
    let dismiss = {
        let device = device.clone();
        Callback::from(move |_| device.dismiss())
    };
    html! {
        <>
            <p class="visually-hidden" role="status">{ said }</p>
            if device.not_kept == Some(NotKept::Full) {
                <div class="device-notice" role="alert">
                    <p>{ words.device_full() }</p>
                    { place_link(&Place::device(), "button", words.device().into()) }
                    <button type="button" class="tool" aria-label={words.close()} title={words.close()} onclick={dismiss}>
                        { icon(Icon::Close) }
                    </button>
                </div>
            }
        </>
    }
}

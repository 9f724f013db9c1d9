//! The star that saves a search.

use markup::{Icon, icon};
use yew::prelude::*;

use crate::address::view::View;
use crate::device::item::Item as _;
use crate::device::provider::DeviceHandle;
use crate::device::search::Search;
use crate::host::clock::now;
use crate::words::Words;

/// Saves the search of a view, or does so no longer. The whole archive is no search.
pub(crate) fn save_search_button(words: &Words, device: &DeviceHandle, view: &View) -> Option<Html> {
    let search = view.is_narrowed().then(|| Search::of(view, 0))?;
    let is_saved = device.kept.has_search(&search.id());
    let device = device.clone();
    let onclick = Callback::from(move |_| device.toggle_search(Search { at: now(), ..search.clone() }));
    let label = words.save_search();
    Some(html! {
        <button type="button" class="tool save-search" aria-pressed={is_saved.to_string()} aria-label={label}
            title={label} {onclick}>
            { icon(Icon::Star) }
        </button>
    })
}

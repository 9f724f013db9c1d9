//! The key that bookmarks an article.

use bundle::reading::{Address, catalog_row, find};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::address::history::{Navigator, use_navigator};
use crate::address::place::Route;
use crate::archive::library::{Library, use_library};
use crate::device::article::Article;
use crate::device::provider::{DeviceHandle, use_device};
use crate::host::clock::now;
use crate::host::{Host, use_host};
use crate::model::keymap::Action;
use crate::model::load_error::LoadError;
use crate::ui::keyboard::use_keyboard;

/// Lets a key bookmark the article here, or the one of the list that has the focus, or do so no longer.
#[hook]
pub(crate) fn use_bookmark_key() {
    let here = (use_library(), use_navigator(), use_device(), use_host());
    let on_action = use_callback(here, |action, (library, navigator, device, host)| {
        let address = (action == Action::Bookmark).then(|| address(host, navigator)).flatten();
        address.map(|address| spawn_local(toggle(library.clone(), device.clone(), address))).is_some()
    });
    use_keyboard(on_action);
}

/// The article that the key is about.
fn address(host: &Host, navigator: &Navigator) -> Option<Address> {
    if let Route::Article(address) = &navigator.place().route {
        return Some(address.clone());
    }
    let focused = host.focused()?;
    let row = focused.closest("[data-address]").ok()??;
    let address = row.get_attribute("data-address")?;
    let (day, key) = address.split_once('/')?;
    Some(Address { day: day.to_owned(), key: key.to_owned() })
}

/// An article that cannot be loaded is not on the screen either, so nobody waits for its bookmark.
async fn toggle(library: Library, device: DeviceHandle, address: Address) {
    if let Ok(Some(article)) = article(&library, &address).await {
        device.toggle_bookmark(article);
    }
}

async fn article(library: &Library, address: &Address) -> Result<Option<Article>, LoadError> {
    let Some(article) = find(&library.loader, &library.manifest, address).await? else { return Ok(None) };
    let listed = catalog_row(&library.loader, &library.manifest, article).await?;
    Ok(listed.card().map(|card| Article::of(card, now())))
}

//! The key that bookmarks an article.

use bundle::reading::{Address, catalog_row, find};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::bundle::{Library, use_library};
use super::keyboard::use_keyboard;
use crate::clock::now;
use crate::device::{Article, DeviceHandle, use_device};
use crate::history::{Navigator, use_navigator};
use crate::loader::LoadError;
use crate::place::Route;
use crate::stage::{Stage, use_stage};

/// `s` bookmarks the article here, or the one of the list that has the focus, or does so no longer.
#[hook]
pub(crate) fn use_bookmark_key() {
    let here = (use_library(), use_navigator(), use_device(), use_stage());
    let on_key = use_callback(here, |key: String, (library, navigator, device, stage)| {
        let address = (key == "s").then(|| address(stage, navigator)).flatten();
        address.map(|address| spawn_local(toggle(library.clone(), device.clone(), address))).is_some()
    });
    use_keyboard(on_key);
}

/// The article that the key is about.
fn address(stage: &Stage, navigator: &Navigator) -> Option<Address> {
    if let Route::Article(address) = &navigator.place().route {
        return Some(address.clone());
    }
    let focused = stage.focused()?;
    let row = focused.closest("[data-address]").ok()??;
    let address = row.get_attribute("data-address")?;
    let (day, key) = address.split_once('/')?;
    Some(Address { day: day.to_owned(), key: key.to_owned() })
}

/// What can not be had is not shown either, so that nobody asks for it.
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

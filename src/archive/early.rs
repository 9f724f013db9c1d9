//! Files of the bundle whose fetch began before somebody asked for them: `window.readingRoomFiles`, a Map
//! from the path in the bundle to a promise of a Response.
//!
//! The page fills it while the viewer is on its way, and the viewer with what a search begins with while
//! the code of the search is. A file is taken once.

use js_sys::{Map, Promise, Reflect, global};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::archive::fetch::begin_fetch;

/// The name of the Map.
const FILES: &str = "readingRoomFiles";

/// The fetch of a file that began early, if there is one.
pub(super) fn take(path: &str) -> Option<Promise> {
    let (files, path) = (files()?, JsValue::from_str(path));
    let promise = files.get(&path).dyn_into().ok();
    files.delete(&path);
    promise
}

/// Begins to fetch a file, unless that has begun.
pub(super) fn begin(path: &str, file: &str) {
    let (Some(files), path) = (files().or_else(new_files), JsValue::from_str(path)) else { return };
    if files.has(&path) {
        return;
    }
    let Some(promise) = begin_fetch(file) else { return };
    files.set(&path, &promise);
    spawn_local(async move {
        // Who takes it hears of its failure.
        let _ = JsFuture::from(promise).await;
    });
}

fn files() -> Option<Map> {
    Reflect::get(&global(), &FILES.into()).ok()?.dyn_into().ok()
}

fn new_files() -> Option<Map> {
    let files = Map::new();
    Reflect::set(&global(), &FILES.into(), &files).ok().filter(|&is_set| is_set).map(|_| files)
}

//! What the device remembers as a file, to take to another device.

use js_sys::{Array, JsString};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::device::kept::Kept;
use crate::host::clock::today;
use crate::host::download;
use crate::host::download::file_name;
use crate::model::device_file::Unreadable;

/// Hands the file over to the browser, which puts it where downloads are. Whether it could be made.
pub(crate) fn save(kept: &Kept, archive: &str) -> bool {
    let name = file_name(&["reading-room", archive], &today(), "json");
    let text = Array::of1(&JsString::from(kept.json()));
    download::save(&name, "application/json", &text).is_some()
}

/// Reads a file that was saved so.
pub(crate) async fn read(file: &File) -> Result<Kept, Unreadable> {
    let unreadable = |error: JsValue| Unreadable::Other(JsString::from(error).into());
    let text = JsFuture::from(file.text()).await.map_err(unreadable)?;
    Kept::parse(&text.as_string().unwrap_or_default())
}

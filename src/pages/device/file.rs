//! What the device remembers as a file, to take to another device.

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlAnchorElement, Url};

use crate::device::{Kept, Unreadable, day_of, now};

/// Hands the file over to the browser, which puts it where downloads are.
pub(super) fn save(kept: &Kept, archive: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&JsString::from(kept.json())))?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document {
        let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        link.set_href(&url);
        link.set_download(&name(archive, &day_of(now())));
        link.click();
    }
    Url::revoke_object_url(&url)
}

/// Reads a file that was saved so.
pub(super) async fn read(file: &File) -> Result<Kept, Unreadable> {
    let unreadable = |error: JsValue| Unreadable::Other(JsString::from(error).into());
    let text = JsFuture::from(file.text()).await.map_err(unreadable)?;
    Kept::parse(&text.as_string().unwrap_or_default())
}

/// What the file is called. Systems refuse some characters in names.
fn name(archive: &str, day: &str) -> String {
    let archive: String = archive.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    let parts = ["reading-room", archive.trim(), day];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.json", parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_names_that_every_system_takes() {
        let check = |archive: &str, expected: &str| assert_eq!(name(archive, "2026-11-20"), expected);
        check("江边阅览室", "reading-room 江边阅览室 2026-11-20.json");
        check("A/B: \"C\"", "reading-room AB C 2026-11-20.json");
        check("", "reading-room 2026-11-20.json");
    }
}

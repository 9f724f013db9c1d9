//! Hands the reader a file that was made on the page.

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long, in milliseconds, the browser may take to come for a file.
const STAY: u32 = 60_000;

/// Saves a file, made of texts, where the browser saves files.
pub(crate) fn save(name: &str, media_type: &str, texts: &Array) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let file = Blob::new_with_str_sequence_and_options(texts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&file).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    gloo::timers::callback::Timeout::new(STAY, move || {
        // Fails for no address that was given.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

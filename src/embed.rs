//! Opens the viewer in an element of another page.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::{App, open, parse};
use crate::host::Host;

/// The viewer in an element, until it is closed.
#[wasm_bindgen]
pub struct Opened {
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Opened {
    /// Takes the viewer out of its element.
    pub fn close(self) {
        self.app.destroy();
    }
}

/// Opens the viewer in `root`, an element in the shadow tree of a `<reading-room>`. `scroller` is what
/// scrolls around it, if that is not the page. `options` is JSON with the fields of `host::options`, and
/// `texts` the file of a language.
///
/// # Errors
/// If `root` is in no shadow tree, or the options or the texts are not what they should be.
#[wasm_bindgen(js_name = openEmbed)]
pub fn open_embed(
    root: HtmlElement,
    scroller: Option<HtmlElement>,
    options: &str,
    texts: &str,
) -> Result<Opened, String> {
    let texts = parse(texts)?;
    let host = Host::element(root.clone(), scroller, options)?;
    Ok(Opened { app: open(root.into(), host, texts) })
}

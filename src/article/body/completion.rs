//! Adds to a body what only the viewer knows: where the bundle is, where its articles are, what does not
//! fit on the screen, and what things are called in the reader's language.

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::view::View;
use crate::archive::library::use_library;
use crate::archive::loader::Loader;
use crate::article::body::elements::all;
use crate::article::body::players;
use crate::words::{Words, use_words};

/// Adds it to a body, and again to each new one.
#[hook]
pub(crate) fn use_completion(body: &NodeRef, html: &AttrValue) {
    let (words, library) = (use_words(), use_library());
    let body = body.clone();
    use_effect_with((html.clone(), words), move |(_, words)| {
        if let Some(body) = body.cast::<Element>() {
            // Fails only for invalid names of attributes.
            let _ = complete(&body, words, &library.loader);
        }
    });
}

fn complete(body: &Element, words: &Words, loader: &Loader) -> Result<(), JsValue> {
    for image in all(body, "img[data-media]")? {
        let name = image.get_attribute("data-media").unwrap_or_default();
        image.set_attribute("src", &loader.media(&name))?;
    }
    for link in all(body, "a[data-article]")? {
        let address = link.get_attribute("data-article").unwrap_or_default();
        if let Some(place) = Place::of_body(&address, View::default()) {
            link.set_attribute("href", &place.href())?;
        }
    }
    for code in all(body, "pre")? {
        // It scrolls by itself, also for those who have no mouse.
        code.set_attribute("tabindex", "0")?;
    }
    for link in all(body, "a.embed")? {
        link.set_attribute("aria-label", &players::label(&link, words))?;
        link.set_attribute("target", "_blank")?;
    }
    for table in all(body, "table")? {
        // The style sheet lets tables scroll by themselves; keys need the focus for that.
        if table.scroll_width() > table.client_width() {
            table.set_attribute("tabindex", "0")?;
            table.set_attribute("aria-label", words.article_wide_table())?;
        }
    }
    Ok(())
}

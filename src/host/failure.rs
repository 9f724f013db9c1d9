//! What a reader sees if the viewer itself breaks: never a page that has silently stopped.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element};

/// Shows panics on the page, above whatever is left of it: in another page, in each element that
/// holds the viewer, for all of them have stopped.
pub fn show_panics() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        for place in places(&document) {
            // Even this may fail, and then the console is all there is.
            let _ = show(&document, &place, panic);
        }
    }));
}

fn places(document: &Document) -> Vec<Element> {
    let embeds = document.query_selector_all("reading-room").ok();
    let embeds = embeds.iter().flat_map(|embeds| (0..embeds.length()).filter_map(|place| embeds.get(place)));
    let roots =
        embeds.filter_map(|embed| embed.dyn_into::<Element>().ok()?.shadow_root()?.first_element_child());
    let roots: Vec<Element> = roots.collect();
    if roots.is_empty() { document.body().into_iter().map(Into::into).collect() } else { roots }
}

/// In both languages, because the settings may be what broke.
fn show(document: &Document, place: &Element, panic: &PanicHookInfo<'_>) -> Option<()> {
    let element = |name: &str, text: &str| {
        let element = document.create_element(name).ok()?;
        element.set_text_content(Some(text));
        Some(element)
    };
    let notice = element("div", "")?;
    notice.set_class_name("crash");
    notice.set_attribute("role", "alert").ok()?;
    let text = "页面出错了，请重新载入。 This page has stopped working; please load it again.";
    notice.append_child(&element("p", text)?.into()).ok()?;
    notice.append_child(&element("code", &panic.to_string())?.into()).ok()?;
    place.prepend_with_node_1(&notice).ok()
}

//! Links that lead to places and anchors of the viewer, in another page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, MouseEvent};
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::host::options::Routing;
use crate::host::{Host, use_host};

/// Makes links to places and anchors of the viewer work inside it, where the page itself would ignore or
/// misread them.
#[hook]
pub(crate) fn use_own_links() {
    let host = use_host();
    let navigator = use_navigator();
    use_effect_with(navigator, move |navigator| {
        let navigator = navigator.clone();
        let listener = host.links().map(|element| {
            let host = host.clone();
            let clicked = move |event: &Event| {
                let Some(href) = link_of(event) else { return };
                match Place::parse(&href) {
                    // The browser does it, and the navigator follows.
                    Some(_) if host.routing() == Routing::Hash => return,
                    Some(place) => navigator.open(place),
                    None => show_anchor(&host, &href),
                }
                event.prevent_default();
            };
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(element, "click", options, clicked)
        });
        move || drop(listener)
    });
}

/// The fragment that a click leads to, if it is to be followed here.
fn link_of(event: &Event) -> Option<String> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let is_for_the_browser = click.button() != 0
        || click.ctrl_key()
        || click.meta_key()
        || click.shift_key()
        || click.default_prevented();
    let link = click.target()?.dyn_into::<Element>().ok()?.closest("a[href^='#']").ok()??;
    link.get_attribute("href").filter(|_| !is_for_the_browser)
}

fn show_anchor(host: &Host, href: &str) {
    let id = href.trim_start_matches('#');
    let id = percent_encoding::percent_decode_str(id).decode_utf8_lossy();
    if let Some(element) = host.by_id(&id) {
        element.scroll_into_view();
        if let Ok(element) = element.dyn_into::<HtmlElement>() {
            // The skip link leads to something that can take the focus.
            let _ = element.focus();
        }
    }
}

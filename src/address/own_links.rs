//! Links that lead to places and anchors of the viewer, where the browser would leave the page for them, or
//! misread them: in another page, and where articles have pages of their own.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, MouseEvent};
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::address::site;
use crate::host::options::Routing;
use crate::host::{Host, use_host};
use crate::model::effect::use_effect_on;

/// Follows links to places and anchors of the viewer inside it.
#[hook]
pub(crate) fn use_own_links() {
    let host = use_host();
    let navigator = use_navigator();
    use_effect_on(navigator, move |navigator| {
        let navigator = navigator.clone();
        let has_pages = site::here().has_pages();
        let element = host.links().cloned().or_else(|| host.root().filter(|_| has_pages));
        let listener = element.map(|element| {
            let host = host.clone();
            let clicked = move |event: &Event| {
                let Some(link) = link_of(event) else { return };
                match destination(&host, &link) {
                    Destination::Place(place) => navigator.open(place),
                    Destination::Anchor(href) => show_anchor(&host, &href),
                    Destination::Elsewhere => return,
                }
                event.prevent_default();
            };
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&element, "click", options, clicked)
        });
        move || drop(listener)
    });
}

/// Where a link leads.
enum Destination {
    Place(Place),
    /// To an element, by a fragment.
    Anchor(String),
    /// Wherever the browser goes. It may be a place even so, and then the navigator follows.
    Elsewhere,
}

fn destination(host: &Host, link: &HtmlAnchorElement) -> Destination {
    if host.links().is_none() {
        let is_here = link.origin() == host.origin() && link.target().is_empty();
        let place = is_here.then(|| site::here().place(&link.pathname(), &link.hash())).flatten();
        return place.map_or(Destination::Elsewhere, Destination::Place);
    }
    match link.get_attribute("href").filter(|href| href.starts_with('#')) {
        None => Destination::Elsewhere,
        Some(href) => match Place::parse(&href) {
            Some(_) if host.routing() == Routing::Hash => Destination::Elsewhere,
            Some(place) => Destination::Place(place),
            None => Destination::Anchor(href),
        },
    }
}

/// The link that was clicked, unless that is for the browser: with a key held down, for example.
fn link_of(event: &Event) -> Option<HtmlAnchorElement> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let is_for_the_browser = click.button() != 0
        || click.ctrl_key()
        || click.meta_key()
        || click.shift_key()
        || click.alt_key()
        || click.default_prevented();
    let link = click.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    link.dyn_into().ok().filter(|_| !is_for_the_browser)
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

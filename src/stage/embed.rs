//! An element of somebody else's page: opening the viewer in it, and the links that stay in it.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement, MouseEvent, ShadowRoot};
use yew::prelude::*;

use super::options::{Options, Routing};
use super::{Embed, Stage, use_stage};
use crate::app::App;
use crate::history::use_navigator;
use crate::place::Place;

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

/// Opens the viewer in `room`, an element in the shadow tree of a `<reading-room>`. `scroller` is what
/// scrolls around it, if that is not the page. `options` is JSON with the fields of `Options`.
///
/// # Errors
/// If `room` is in no shadow tree, or the options are not what they should be.
#[wasm_bindgen(js_name = openEmbed)]
pub fn open_embed(room: HtmlElement, scroller: Option<HtmlElement>, options: &str) -> Result<Opened, String> {
    let options: Options = serde_json::from_str(options).map_err(|error| error.to_string())?;
    let shadow = room.get_root_node().dyn_into::<ShadowRoot>().map_err(|_| "there is no shadow tree")?;
    let limit = Cell::new(options.articles);
    let embed = Embed { shadow, room: room.clone(), scroller, options, limit };
    let stage = Stage::standing(Some(embed)).ok_or("there is no document")?;
    Ok(Opened { app: crate::app::open(room.into(), stage) })
}

/// Lets links that lead to places and anchors of the viewer act in it, where the page would make
/// nothing or something else of them.
#[hook]
pub(crate) fn use_own_links() {
    let stage = use_stage();
    let navigator = use_navigator();
    use_effect_with(navigator, move |navigator| {
        let navigator = navigator.clone();
        let listener = stage.embed().map(|embed| {
            let stage = stage.clone();
            let clicked = move |event: &Event| {
                let Some(href) = link_of(event) else { return };
                match Place::parse(&href) {
                    // The browser does it, and the navigator follows.
                    Some(_) if stage.routing() == Routing::Hash => return,
                    Some(place) => navigator.open(place),
                    None => show_anchor(&stage, &href),
                }
                event.prevent_default();
            };
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&embed.room, "click", options, clicked)
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

fn show_anchor(stage: &Stage, href: &str) {
    let id = href.trim_start_matches('#');
    let id = percent_encoding::percent_decode_str(id).decode_utf8_lossy();
    if let Some(element) = stage.by_id(&id) {
        element.scroll_into_view();
        if let Ok(element) = element.dyn_into::<HtmlElement>() {
            // The skip link leads to something that can take the focus.
            let _ = element.focus();
        }
    }
}

//! What stands in for films and sounds in a text.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

use crate::article::player::{self, Player};
use crate::model::embedded::Embedded;
use crate::ui::click::has_modifier;
use crate::words::Words;

/// What a click on the way to something embedded does.
pub(crate) fn label(link: &Element, words: &Words) -> String {
    let (embedded, href) = embedded(link);
    player::label(words, embedded, &href)
}

/// What stands in for a film becomes the film when it is clicked. What this page cannot play is
/// opened as any other link.
#[hook]
pub(crate) fn use_players(body: &NodeRef) {
    let body = body.clone();
    use_effect_with((), move |()| {
        let clicked = |event: &Event| {
            let click = event.dyn_ref::<MouseEvent>().filter(|click| !has_modifier(click));
            let target = click.and_then(|click| click.target()?.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a.embed[href]").ok().flatten());
            if link.and_then(|link| play(&link)).is_some() {
                event.prevent_default();
            }
        };
        let options = EventListenerOptions::enable_prevent_default();
        let listener = body
            .cast::<Element>()
            .map(|body| EventListener::new_with_options(&body, "click", options, clicked));
        move || drop(listener)
    });
}

fn embedded(link: &Element) -> (Embedded, String) {
    let attribute = |name| link.get_attribute(name).unwrap_or_default();
    (Embedded::parse(&attribute("data-embed")), attribute("href"))
}

/// Puts a player into a link, which leads nowhere from then on. (Yew would miss the element if it were
/// taken away.)
fn play(link: &Element) -> Option<()> {
    let (embedded, href) = embedded(link);
    let player = Player::of(embedded, &href)?;
    let label = link.get_attribute("aria-label").unwrap_or_default();
    let player = player.element(&link.owner_document()?, &label).ok()?;
    link.set_text_content(None);
    link.append_child(&player).ok()?;
    link.remove_attribute("href").ok()?;
    link.class_list().add_1("playing").ok()
}

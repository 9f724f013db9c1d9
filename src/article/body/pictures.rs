//! The pictures of a text: those that do not load, and those that can be seen in full size.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlAnchorElement, HtmlImageElement, KeyboardEvent};
use yew::prelude::*;

use crate::article::body::elements::all;
use crate::article::body::enlarged::{Enlarged, Picture};
use crate::ui::click::has_modifier;
use crate::words::{Words, use_words};

/// Pixels across from which on a picture is more than a sign in the text.
const WORTH_A_LOOK: u32 = 120;
/// What a link to a picture ends with.
const PICTURES: &[&str] = &[".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"];

/// Shows the description of pictures that do not load, and lets the others be enlarged: calls back with
/// the one that is clicked. The events of loading do not bubble, so they are caught on the way down.
#[hook]
pub(crate) fn use_pictures(body: &NodeRef, html: &AttrValue, on_enlarge: Callback<Option<Enlarged>>) {
    let words = use_words();
    let body = body.clone();
    use_effect_with((html.clone(), words), move |(_, words)| {
        let listeners = body.cast::<Element>().map(|body| {
            let come = all(&body, "img").unwrap_or_default();
            come.iter().for_each(|image| offer(image, words));
            listen(&body, words, on_enlarge)
        });
        move || drop(listeners)
    });
}

fn listen(body: &Element, words: &Words, on_enlarge: Callback<Option<Enlarged>>) -> [EventListener; 4] {
    let capture = EventListenerOptions::run_in_capture_phase;
    let active = EventListenerOptions::enable_prevent_default;
    let words = *words;
    let (on_click, on_key) = (enlarging(body, &on_enlarge), enlarging(body, &on_enlarge));
    [
        EventListener::new_with_options(body, "error", capture(), |event| {
            target(event).into_iter().for_each(|image| mark_failed(&image));
        }),
        EventListener::new_with_options(body, "load", capture(), move |event| {
            target(event).into_iter().for_each(|image| offer(&image, &words));
        }),
        EventListener::new_with_options(body, "click", active(), move |event| {
            if event.dyn_ref::<MouseEvent>().is_some_and(|click| !has_modifier(click)) {
                on_click(event);
            }
        }),
        EventListener::new_with_options(body, "keydown", active(), move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if target(event).is_some_and(|target| target.tag_name() == "IMG")
                && key.is_some_and(|key| key == "Enter" || key == " ")
            {
                on_key(event);
            }
        }),
    ]
}

/// Enlarges the picture that an event is about.
fn enlarging(body: &Element, on_enlarge: &Callback<Option<Enlarged>>) -> impl Fn(&Event) + use<> {
    let (body, on_enlarge) = (body.clone(), on_enlarge.clone());
    move |event| {
        let chosen = target(event).and_then(|target| chosen(&target));
        if let Some(enlarged) = chosen.and_then(|chosen| enlarged(&body, &chosen)) {
            event.prevent_default();
            on_enlarge.emit(Some(enlarged));
        }
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Marks a picture that did not load. The style sheet shows its description instead.
fn mark_failed(image: &Element) {
    // Refused only for names with spaces.
    let _ = image.class_list().add_1("failed");
}

/// Makes a button of a picture that has loaded and is large. In a link it is one already.
fn offer(image: &Element, words: &Words) {
    let Some(image) = image.dyn_ref::<HtmlImageElement>().filter(|image| can_enlarge(image)) else { return };
    let is_in_link = image.closest("a[href]").is_ok_and(|link| link.is_some());
    let label = words.enlarge(&image.alt());
    let attributes: &[_] = if is_in_link {
        &[("title", label.as_str())]
    } else {
        &[("role", "button"), ("tabindex", "0"), ("title", &label), ("aria-label", &label)]
    };
    for (name, value) in attributes {
        // Fails only for invalid names.
        let _ = image.set_attribute(name, value);
    }
    let _ = image.class_list().add_1("enlargeable");
}

fn can_enlarge(image: &HtmlImageElement) -> bool {
    image.natural_width() >= WORTH_A_LOOK && large_source(image).is_some()
}

/// Where a picture is at its largest: what it is linked to, if that is a picture. Other links lead
/// where they lead, and a film has a picture of its own.
fn large_source(image: &HtmlImageElement) -> Option<String> {
    let link = image.closest("a[href]").ok()?;
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else {
        return Some(image.current_src());
    };
    let path = link.pathname().to_ascii_lowercase();
    PICTURES.iter().any(|ending| path.ends_with(ending)).then(|| link.href())
}

/// The picture that was chosen, by itself or by the link around it.
fn chosen(target: &Element) -> Option<HtmlImageElement> {
    let image = match target.dyn_ref::<HtmlImageElement>() {
        Some(image) => image.clone(),
        None => target.closest("a[href]").ok()??.query_selector("img").ok()??.dyn_into().ok()?,
    };
    Some(image).filter(can_enlarge)
}

/// All pictures of a body that can be enlarged, and the place of one among them.
fn enlarged(body: &Element, chosen: &HtmlImageElement) -> Option<Enlarged> {
    let images = all(body, "img").ok()?.into_iter().filter_map(|image| image.dyn_into().ok());
    let images: Vec<HtmlImageElement> = images.filter(can_enlarge).collect();
    let place = images.iter().position(|image| image == chosen)?;
    Some(Enlarged { pictures: images.iter().map(picture).collect(), place })
}

fn picture(image: &HtmlImageElement) -> Picture {
    let figure = image.closest("figure").ok().flatten();
    let caption = figure.and_then(|figure| figure.query_selector("figcaption").ok().flatten());
    Picture {
        src: large_source(image).unwrap_or_default(),
        alt: image.alt(),
        caption: caption.and_then(|caption| caption.text_content()).unwrap_or_default(),
    }
}

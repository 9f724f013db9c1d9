//! What stands in the place of pictures that are not asked of other sites.

use std::rc::Rc;

use bundle::format::Pictures;
use gloo::events::EventListener;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, HtmlElement};
use yew::prelude::*;

use crate::archive::library::use_library;
use crate::archive::original::Original;
use crate::article::body::elements::all;
use crate::article::body::foreign::{WAITING, without_foreign_pictures};
use crate::settings::provider::use_settings;
use crate::words::{Words, use_words};

/// Points across from which on a picture has a place of its own in a text; others are signs.
const OWN_PLACE: u32 = 80;
/// What stands in the place of a picture.
const STAND_IN: &str = ".held-back";

/// The pictures of a body that wait for the reader.
pub(crate) struct HeldBack {
    /// The body, as it is put into the page.
    pub(crate) html: AttrValue,
    pictures: Pictures,
    /// How many are waiting.
    number: u32,
    show_all: Callback<()>,
}

/// A picture that waits, and what stands in its place.
#[derive(Clone)]
struct Waiting {
    picture: Element,
    stand_in: Element,
}

/// Holds back the pictures of other sites, as the reader or else the keeper has chosen.
#[hook]
pub(crate) fn use_held_back(body: &NodeRef, html: &AttrValue) -> HeldBack {
    let words = use_words();
    let library = use_library();
    let pictures = use_settings().pictures.unwrap_or(library.manifest.site.pictures);
    let html = use_memo((html.clone(), pictures), |(html, pictures)| match pictures {
        Pictures::Load => html.clone(),
        Pictures::Click | Pictures::Never => without_foreign_pictures(html, &origin()).into_owned().into(),
    });
    let number = use_state_eq(|| 0);
    {
        let (body, number) = (body.clone(), number.setter());
        use_effect_with((Rc::clone(&html), pictures, words), move |(_, pictures, words)| {
            let body = body.cast::<Element>();
            // Fails only for invalid names of attributes.
            let waiting = body.as_ref().and_then(|body| place_stand_ins(body, *pictures, words).ok());
            let waiting = waiting.unwrap_or_default();
            number.set(waiting.len() as u32);
            let listeners: Vec<_> = match (body, pictures) {
                (Some(body), Pictures::Click) => {
                    waiting.into_iter().map(|waiting| show_on_click(&body, waiting, number.clone())).collect()
                }
                _ => Vec::new(),
            };
            move || drop(listeners)
        });
    }
    let show_all = {
        let (body, number) = (body.clone(), number.setter());
        Callback::from(move |()| {
            if let Some(body) = body.cast::<Element>() {
                // Fails only for invalid selectors.
                all(&body, STAND_IN).unwrap_or_default().iter().for_each(Element::remove);
                all(&body, &format!("img[{WAITING}]")).unwrap_or_default().iter().for_each(show);
            }
            number.set(0);
        })
    };
    HeldBack { html: (*html).clone(), pictures, number: *number, show_all }
}

impl HeldBack {
    /// Says how many pictures are not there, with the way to see them all.
    pub(crate) fn note(&self, words: &Words) -> Html {
        if self.number == 0 {
            return Html::default();
        }
        html! {
            <p class="held-back-note">
                <span>{ words.pictures_not_loaded(self.number) }</span>
                if self.pictures == Pictures::Click {
                    <button type="button" class="quiet-button" onclick={self.show_all.reform(|_| ())}>
                        { words.pictures_show_all() }
                    </button>
                }
            </p>
        }
    }
}

/// The site that the page is of.
fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Puts something in the place of each picture that waits, anew where something is there already.
fn place_stand_ins(body: &Element, pictures: Pictures, words: &Words) -> Result<Vec<Waiting>, JsValue> {
    for earlier in all(body, STAND_IN)? {
        earlier.remove();
    }
    let mut waiting = Vec::new();
    // The picture of a film needs no stand-in: the link to the film is shown anyway.
    for picture in all(body, &format!("img[{WAITING}]:not(.embed *)"))? {
        let Some(document) = picture.owner_document() else { continue };
        let stand_in = stand_in(&document, &picture, pictures, words)?;
        let place = around(&picture);
        if let Some(parent) = place.parent_node() {
            parent.insert_before(&stand_in, Some(&place))?;
        }
        if place != picture && place.text_content().unwrap_or_default().trim().is_empty() {
            place.set_attribute("hidden", "")?;
        }
        waiting.push(Waiting { picture, stand_in });
    }
    Ok(waiting)
}

/// The element before which a stand-in is put. It is the link around the picture, which can hold no button.
fn around(picture: &Element) -> Element {
    picture.closest("a[href]").ok().flatten().unwrap_or_else(|| picture.clone())
}

/// A button that shows the picture, or a link to it, with what the picture says of itself.
fn stand_in(
    document: &Document,
    picture: &Element,
    pictures: Pictures,
    words: &Words,
) -> Result<Element, JsValue> {
    let address = picture.get_attribute(WAITING).unwrap_or_default();
    let site = Original::at(&address).map_or("", |original| original.host);
    let (element, label) = if pictures == Pictures::Never {
        let link = document.create_element("a")?;
        link.set_attribute("href", &address)?;
        link.set_attribute("target", "_blank")?;
        link.set_attribute("rel", "noopener noreferrer")?;
        (link, words.pictures_open(site))
    } else {
        let button = document.create_element("button")?;
        button.set_attribute("type", "button")?;
        (button, words.pictures_show(site))
    };
    element.set_class_name("held-back");
    let alt = picture.get_attribute("alt").unwrap_or_default();
    for (class, text) in [("held-back-alt", alt.trim()), ("held-back-label", &label)] {
        let line = document.create_element("span")?;
        line.set_class_name(class);
        line.set_text_content(Some(text));
        element.append_child(&line)?;
    }
    take_the_size_of(picture, &element)?;
    Ok(element)
}

/// Gives a stand-in the size of its picture, where that is known.
fn take_the_size_of(picture: &Element, stand_in: &Element) -> Result<(), JsValue> {
    let length = |name| picture.get_attribute(name).and_then(|length| length.parse::<u32>().ok());
    let (Some(width), height) = (length("width"), length("height")) else { return Ok(()) };
    if width < OWN_PLACE {
        // It is too small for more than its text.
        stand_in.set_attribute("title", &stand_in.text_content().unwrap_or_default())?;
        return stand_in.class_list().add_1("sign");
    }
    if let (Some(height), Some(stand_in)) = (height, stand_in.dyn_ref::<HtmlElement>()) {
        let style = stand_in.style();
        style.set_property("width", &format!("{width}px"))?;
        style.set_property("aspect-ratio", &format!("{width} / {height}"))?;
    }
    Ok(())
}

/// Shows the picture, in its place. It has the focus that what stood there had.
fn show_on_click(body: &Element, waiting: Waiting, number: UseStateSetter<u32>) -> EventListener {
    let body = body.clone();
    EventListener::once(&waiting.stand_in.clone(), "click", move |_| {
        let Waiting { picture, stand_in } = waiting;
        stand_in.remove();
        show(&picture);
        if let Some(picture) = picture.dyn_ref::<HtmlElement>() {
            picture.set_tab_index(-1);
            // Fails only for elements that are not on the page.
            let _ = picture.focus();
        }
        number.set(all(&body, STAND_IN).map_or(0, |left| left.len() as u32));
    })
}

/// Lets a picture load.
fn show(picture: &Element) {
    let Some(address) = picture.get_attribute(WAITING) else { return };
    // Fails only for invalid names.
    let _ = around(picture).remove_attribute("hidden");
    let _ = picture.remove_attribute(WAITING);
    let _ = picture.set_attribute("src", &address);
}

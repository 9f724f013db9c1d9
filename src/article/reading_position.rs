//! How far an article has been read, told by the paragraph at the top of the window.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::device::change::Change;
use crate::device::marks::Mark;
use crate::device::position::{Position, ReadingProgress, Span};
use crate::device::provider::{DeviceHandle, use_device};
use crate::host::{Host, use_host};

/// The text of the article itself, and not of its earlier versions.
const TEXT: &str = "#content .article > .body";
/// What of the text a reader may stop at.
const BLOCKS: &str = "p, li, dd, pre, blockquote, figure, table, h1, h2, h3, h4, h5, h6";
/// How long a reader has stopped, in milliseconds, before it is noted where.
const STOP: u32 = 400;

/// Notes how far an article has been read, whenever the reader stops.
#[hook]
pub(crate) fn use_reading_position(article: Option<Mark>) {
    let (device, host) = (use_device(), use_host());
    use_effect_with((article, device.remembers), move |&(article, remembers)| {
        let listener = article.filter(|_| remembers).map(|article| listen(host, article, device));
        move || drop(listener)
    });
}

fn listen(host: Host, article: Mark, device: DeviceHandle) -> EventListener {
    let target = host.scroll_target();
    let stop = RefCell::new(None);
    let scrolled = move |_: &Event| {
        let (host, device) = (host.clone(), device.clone());
        let stopped = move || {
            let change = measure(&host, article);
            change.into_iter().for_each(|change| device.change(change));
        };
        // A stop that was too short is given up.
        stop.replace(Some(Timeout::new(STOP, stopped)));
    };
    EventListener::new(&target, "scroll", scrolled)
}

/// Where the reader is now.
fn measure(host: &Host, article: Mark) -> Option<Change> {
    let text = host.query(TEXT)?;
    let window = window(host);
    match ReadingProgress::of(span(&text), window) {
        ReadingProgress::Beginning => None,
        ReadingProgress::End => Some(Change::Finish(article)),
        ReadingProgress::Middle(percent) => {
            let blocks: Vec<Span> = blocks(&text).iter().map(span).collect();
            Position::of(article, &blocks, window.top, percent).map(Change::ReadTo)
        }
    }
}

/// Takes the reader to where they left an article, and the focus with them.
pub(crate) fn scroll_to_position(host: &Host, position: &Position) -> Option<()> {
    let block = blocks(&host.query(TEXT)?).into_iter().nth(position.block as usize)?;
    let place = span(&block);
    let by = place.top + position.offset_in(place) - window(host).top;
    host.scroll_by(by);
    block.set_attribute("tabindex", "-1").ok()?;
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    block.dyn_into::<HtmlElement>().ok()?.focus_with_options(&options).ok()
}

/// The paragraphs of a text, or the text itself where it has none.
fn blocks(text: &Element) -> Vec<Element> {
    let found = text.query_selector_all(BLOCKS).ok();
    let blocks: Vec<Element> = found
        .into_iter()
        .flat_map(|found| (0..found.length()).filter_map(move |place| found.get(place)?.dyn_into().ok()))
        .collect();
    if blocks.is_empty() { vec![text.clone()] } else { blocks }
}

fn span(element: &Element) -> Span {
    let place = element.get_bounding_client_rect();
    Span { top: place.top(), bottom: place.bottom() }
}

/// What of the window shows the text: the header covers the rest.
fn window(host: &Host) -> Span {
    Span { top: host.header_bottom(), bottom: host.view_top() + host.view_height() }
}

//! A long list as it lies in the window.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::host::Host;

/// The elements of a list on the page. All pixels are from the top of the window or, in another page, of
/// what can be seen of the viewer.
pub(crate) struct Frame {
    host: Host,
    list: HtmlElement,
    /// Takes the place of the rows above those that are shown.
    space: HtmlElement,
}

/// A row that is on the page.
pub(crate) struct RowBox {
    pub(crate) row: usize,
    pub(crate) top: f64,
    pub(crate) height: f64,
}

impl Frame {
    /// The list, once it is on the page.
    pub(crate) fn of(host: &Host, list: &NodeRef, space: &NodeRef) -> Option<Frame> {
        Some(Frame { host: host.clone(), list: list.cast()?, space: space.cast()? })
    }

    /// Where the list begins; negative once the reader has scrolled into it.
    pub(crate) fn top(&self) -> f64 {
        self.list.get_bounding_client_rect().top() - self.host.view_top()
    }

    /// How wide the list is.
    pub(crate) fn width(&self) -> f64 {
        self.list.get_bounding_client_rect().width()
    }

    /// How high the window is.
    pub(crate) fn window_height(&self) -> f64 {
        self.host.view_height()
    }

    /// How far the page has scrolled.
    pub(crate) fn scrolled(&self) -> f64 {
        self.host.scrolled()
    }

    /// The rows that are on the page, from the top.
    pub(crate) fn rows(&self) -> Vec<RowBox> {
        let (children, top) = (self.list.children(), self.host.view_top());
        (0..children.length()).filter_map(|place| row_box(&children.item(place)?, top)).collect()
    }

    /// Gives the whole list its height, and the rows above those that are shown theirs.
    pub(crate) fn set_heights(&self, list: f64, space: f64) {
        // Fails only for invalid names.
        let _ = self.list.style().set_property("min-height", &format!("{list}px"));
        let _ = self.space.style().set_property("height", &format!("{space}px"));
    }

    /// Scrolls down, or up if negative.
    pub(crate) fn scroll_by(&self, pixels: f64) {
        self.host.scroll_by(pixels);
    }

    /// Scrolls the page so many pixels down from its top.
    pub(crate) fn scroll_page_to(&self, pixels: f64) {
        self.host.scroll_to(pixels);
    }
}

fn row_box(element: &Element, view_top: f64) -> Option<RowBox> {
    let row = element.dyn_ref::<HtmlElement>()?.dataset().get("row")?.parse().ok()?;
    let rect = element.get_bounding_client_rect();
    Some(RowBox { row, top: rect.top() - view_top, height: rect.height() })
}

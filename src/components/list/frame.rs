//! A long list as it lies in the window.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, Window};
use yew::prelude::*;

/// The elements of a list on the page. All pixels are from the top of the window.
pub(super) struct Frame {
    window: Window,
    list: HtmlElement,
    /// Takes the place of the rows above those that are shown.
    space: HtmlElement,
}

/// A row that is on the page.
pub(super) struct RowBox {
    pub(super) row: usize,
    pub(super) top: f64,
    pub(super) height: f64,
}

impl Frame {
    /// The list, once it is on the page.
    pub(super) fn of(list: &NodeRef, space: &NodeRef) -> Option<Frame> {
        Some(Frame { window: web_sys::window()?, list: list.cast()?, space: space.cast()? })
    }

    /// Where the list begins; negative once the reader has scrolled into it.
    pub(super) fn top(&self) -> f64 {
        self.list.get_bounding_client_rect().top()
    }

    /// How wide the list is.
    pub(super) fn width(&self) -> f64 {
        self.list.get_bounding_client_rect().width()
    }

    /// How high the window is.
    pub(super) fn window_height(&self) -> f64 {
        self.window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
    }

    /// How far the page has scrolled.
    pub(super) fn scrolled(&self) -> f64 {
        self.window.scroll_y().unwrap_or_default()
    }

    /// The rows that are on the page, from the top.
    pub(super) fn rows(&self) -> Vec<RowBox> {
        let children = self.list.children();
        (0..children.length()).filter_map(|place| row_box(&children.item(place)?)).collect()
    }

    /// Gives the whole list its height, and the rows above those that are shown theirs.
    pub(super) fn set_heights(&self, list: f64, space: f64) {
        // Refused only for names that are none.
        let _ = self.list.style().set_property("min-height", &format!("{list}px"));
        let _ = self.space.style().set_property("height", &format!("{space}px"));
    }

    /// Scrolls down, or up if negative.
    pub(super) fn scroll_by(&self, pixels: f64) {
        self.window.scroll_by_with_x_and_y(0.0, pixels);
    }

    /// Scrolls the page so many pixels down from its top.
    pub(super) fn scroll_page_to(&self, pixels: f64) {
        self.window.scroll_to_with_x_and_y(0.0, pixels);
    }
}

fn row_box(element: &Element) -> Option<RowBox> {
    let row = element.dyn_ref::<HtmlElement>()?.dataset().get("row")?.parse().ok()?;
    let rect = element.get_bounding_client_rect();
    Some(RowBox { row, top: rect.top(), height: rect.height() })
}

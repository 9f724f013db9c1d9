//! A long list as it lies in the window.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::stage::Stage;

/// The elements of a list on the page. All pixels are from the top of the window, or of what is to be
/// seen of the viewer in somebody else's page.
pub(super) struct Frame {
    stage: Stage,
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
    pub(super) fn of(stage: &Stage, list: &NodeRef, space: &NodeRef) -> Option<Frame> {
        Some(Frame { stage: stage.clone(), list: list.cast()?, space: space.cast()? })
    }

    /// Where the list begins; negative once the reader has scrolled into it.
    pub(super) fn top(&self) -> f64 {
        self.list.get_bounding_client_rect().top() - self.stage.view_top()
    }

    /// How wide the list is.
    pub(super) fn width(&self) -> f64 {
        self.list.get_bounding_client_rect().width()
    }

    /// How high the window is.
    pub(super) fn window_height(&self) -> f64 {
        self.stage.view_height()
    }

    /// How far the page has scrolled.
    pub(super) fn scrolled(&self) -> f64 {
        self.stage.scrolled()
    }

    /// The rows that are on the page, from the top.
    pub(super) fn rows(&self) -> Vec<RowBox> {
        let (children, top) = (self.list.children(), self.stage.view_top());
        (0..children.length()).filter_map(|place| row_box(&children.item(place)?, top)).collect()
    }

    /// Gives the whole list its height, and the rows above those that are shown theirs.
    pub(super) fn set_heights(&self, list: f64, space: f64) {
        // Refused only for names that are none.
        let _ = self.list.style().set_property("min-height", &format!("{list}px"));
        let _ = self.space.style().set_property("height", &format!("{space}px"));
    }

    /// Scrolls down, or up if negative.
    pub(super) fn scroll_by(&self, pixels: f64) {
        self.stage.scroll_by(pixels);
    }

    /// Scrolls the page so many pixels down from its top.
    pub(super) fn scroll_page_to(&self, pixels: f64) {
        self.stage.scroll_to(pixels);
    }
}

fn row_box(element: &Element, view_top: f64) -> Option<RowBox> {
    let row = element.dyn_ref::<HtmlElement>()?.dataset().get("row")?.parse().ok()?;
    let rect = element.get_bounding_client_rect();
    Some(RowBox { row, top: rect.top() - view_top, height: rect.height() })
}

//! How far the viewer has scrolled: with its page, or by itself where it has a height.
//!
//! Pixels are those of what the viewer shows, from its top, wherever that is on the page.

use web_sys::{EventTarget, ScrollRestoration};

use crate::host::Host;

impl Host {
    /// What fires the events of scrolling.
    pub(crate) fn scroll_target(&self) -> EventTarget {
        match self.embedding().and_then(|embedding| embedding.scroller.clone()) {
            Some(scroller) => scroller.into(),
            None => self.window().clone().into(),
        }
    }

    /// How far the viewer has scrolled; negative while it is further down the page.
    pub(crate) fn scrolled(&self) -> f64 {
        match self.embedding() {
            Some(embedding) => self.view_top() - embedding.root.get_bounding_client_rect().top(),
            None => self.window().scroll_y().unwrap_or_default(),
        }
    }

    /// Scrolls down, or up if negative.
    pub(crate) fn scroll_by(&self, pixels: f64) {
        match self.embedding().and_then(|embedding| embedding.scroller.as_ref()) {
            Some(scroller) => scroller.scroll_by_with_x_and_y(0.0, pixels),
            None => self.window().scroll_by_with_x_and_y(0.0, pixels),
        }
    }

    /// Scrolls so that so many pixels of the viewer are above what can be seen.
    pub(crate) fn scroll_to(&self, pixels: f64) {
        match self.embedding() {
            Some(_) => self.scroll_by(pixels - self.scrolled()),
            None => self.window().scroll_to_with_x_and_y(0.0, pixels),
        }
    }

    /// Scrolls up to the top of the viewer. What is above it on the page stays out of sight.
    pub(crate) fn scroll_to_top(&self) {
        if self.is_own_page() || self.scrolled() > 0.0 {
            self.scroll_to(0.0);
        }
    }

    /// Where what can be seen of the viewer begins, in pixels from the top of the window.
    pub(crate) fn view_top(&self) -> f64 {
        let scroller = self.embedding().and_then(|embedding| embedding.scroller.as_ref());
        scroller.map_or(0.0, |scroller| {
            scroller.get_bounding_client_rect().top() + f64::from(scroller.client_top())
        })
    }

    /// How high that is, in pixels.
    pub(crate) fn view_height(&self) -> f64 {
        match self.embedding().and_then(|embedding| embedding.scroller.as_ref()) {
            Some(scroller) => scroller.client_height().into(),
            None => self.window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default(),
        }
    }

    /// The height of the sticky header, if it covers the top. Pixels from the top of the window.
    pub(crate) fn header_bottom(&self) -> f64 {
        let header = self.query(".header").map(|header| header.get_bounding_client_rect().bottom());
        header.unwrap_or_default().max(self.view_top())
    }

    /// Keeps the browser from restoring what the viewer restores itself, on a page of its own.
    pub(crate) fn restore_scrolling(&self) {
        if let (true, Ok(history)) = (self.is_own_page(), self.window().history()) {
            // Where the browser does not know it, it restores too early, which does no harm.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
    }
}

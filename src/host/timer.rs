//! Time that passes while the viewer works. A test has a timer of its own.

use std::future::Future;

use gloo::timers::future::TimeoutFuture;

/// Something that measures time, and waits.
pub(crate) trait Timer {
    /// Ends when the time is over.
    type Sleep: Future<Output = ()> + Unpin;

    /// Milliseconds since some moment in the past.
    fn now(&self) -> f64;

    /// Waits so many milliseconds. None at all lets the page do something else before it goes on.
    fn sleep(&self, milliseconds: u32) -> Self::Sleep;
}

/// The timer of the browser.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BrowserTimer;

impl Timer for BrowserTimer {
    type Sleep = TimeoutFuture;

    fn now(&self) -> f64 {
        web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
    }

    fn sleep(&self, milliseconds: u32) -> TimeoutFuture {
        TimeoutFuture::new(milliseconds)
    }
}

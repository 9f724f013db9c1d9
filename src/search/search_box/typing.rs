//! When what is typed is searched for, and what the history keeps of it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use crate::address::history::Navigator;
use crate::address::place::{Place, Route};

/// How long a reader pauses between two keys, in milliseconds.
const PAUSE: u32 = 120;

/// A reader at the keyboard, from the first key to Enter or to leaving the box: an entry of the
/// history for all of it.
#[derive(Default)]
pub(crate) struct Typing {
    has_begun: bool,
    pause: Option<Timeout>,
}

impl Typing {
    /// Searches: at once after a pause, or else when the reader pauses.
    pub(crate) fn seek_soon(typing: &Rc<RefCell<Typing>>, navigator: &Navigator, typed: String) {
        let follows_pause = typing.borrow().pause.is_none();
        if follows_pause {
            typing.borrow_mut().seek(navigator, &typed);
        }
        let (later, navigator) = (typing.clone(), navigator.clone());
        let pause = Timeout::new(PAUSE, move || {
            let mut typing = later.borrow_mut();
            if follows_pause {
                typing.pause = None;
            } else {
                typing.seek(&navigator, &typed);
            }
        });
        // A pause that is not over is given up.
        typing.borrow_mut().pause = Some(pause);
    }

    /// Searches now; what is typed next is another search.
    pub(crate) fn finish(&mut self, navigator: &Navigator, typed: &str) {
        self.seek(navigator, typed);
        self.has_begun = false;
    }

    /// Shows another list instead of what was being typed.
    pub(crate) fn finish_at(&mut self, navigator: &Navigator, list: Place) {
        self.pause = None;
        self.show(navigator, list);
        self.has_begun = false;
    }

    /// The reader goes on to something else. A search that waits for a pause is made before that,
    /// so that it does not call the reader back.
    pub(crate) fn leave(&mut self, navigator: &Navigator, typed: &str) {
        if self.pause.is_some() {
            self.seek(navigator, typed);
        }
        self.has_begun = false;
    }

    /// Searches now.
    fn seek(&mut self, navigator: &Navigator, typed: &str) {
        self.pause = None;
        let here = navigator.place();
        if here.view.typed == typed && here.route == Route::List {
            return;
        }
        self.show(navigator, Place::list(here.view.with_typed(typed)));
        self.has_begun = true;
    }

    fn show(&self, navigator: &Navigator, list: Place) {
        if self.has_begun && navigator.place().route == Route::List {
            navigator.replace(list);
        } else {
            navigator.open(list);
        }
    }
}

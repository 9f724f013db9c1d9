//! How far a reader has scrolled at each entry of the history, to come back to it.
//!
//! The browser would do that itself, but before the list is there.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{ScrollRestoration, Window};
use yew::prelude::*;

use crate::history::{EntryId, use_navigator};
use crate::storage::{Keep, recall, remember};

/// Remembers how far a reader has scrolled. Clones share everything.
#[derive(Clone)]
pub(crate) struct ScrollMemory {
    offsets: Rc<RefCell<Offsets>>,
    _listeners: Rc<[EventListener]>,
}

/// The name under which the browser keeps them.
const NAME: &str = "scroll";

/// Offsets in pixels. A pure state: it knows nothing of the window.
#[derive(Debug, Default, PartialEq)]
struct Offsets {
    of: HashMap<u64, u32>,
    here: Option<EntryId>,
    /// Whether the reader's offset is still to be restored, so that the one now is not his.
    is_pending: bool,
}

impl ScrollMemory {
    /// What the tab remembers from before the page was loaded.
    pub(crate) fn recalled() -> ScrollMemory {
        let kept = recall(Keep::ForTheTab, NAME).unwrap_or_default();
        let offsets = Rc::new(RefCell::new(Offsets::parse(&kept)));
        let listeners = web_sys::window().map(|window| listen(&window, &offsets)).unwrap_or_default();
        ScrollMemory { offsets, _listeners: listeners.into() }
    }

    /// The reader has come to an entry: to its top, or to where he was, once it is shown.
    pub(crate) fn arrive(&self, entry: EntryId) {
        if !self.offsets.borrow_mut().arrive(entry) {
            scroll_to(0);
        }
    }

    /// Makes a new entry begin where the reader was at another.
    pub(crate) fn copy(&self, from: EntryId, to: EntryId) {
        let mut offsets = self.offsets.borrow_mut();
        let offset = offsets.of.get(&from.0).copied();
        offsets.of.extend(offset.map(|offset| (to.0, offset)));
    }

    /// Forgets where the reader was at an entry.
    pub(crate) fn forget(&self, entry: EntryId) {
        self.offsets.borrow_mut().of.remove(&entry.0);
    }

    /// Whether the reader is still to be taken to where he was.
    pub(crate) fn is_pending(&self) -> bool {
        self.offsets.borrow().is_pending
    }

    /// Takes the reader to where he was, if that is still to be done.
    fn settle(&self) {
        let offset = self.offsets.borrow_mut().settle();
        offset.into_iter().for_each(scroll_to);
    }
}

impl PartialEq for ScrollMemory {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.offsets, &other.offsets)
    }
}

impl Offsets {
    /// Reads what [`Offsets::kept`] wrote.
    fn parse(kept: &str) -> Offsets {
        let pair = |pair: &str| {
            pair.split_once(':').and_then(|(id, offset)| Some((id.parse().ok()?, offset.parse().ok()?)))
        };
        Offsets { of: kept.split(',').filter_map(pair).collect(), ..Offsets::default() }
    }

    /// All offsets, as text: `4711:300,4712:0`.
    fn kept(&self) -> String {
        self.of.iter().map(|(id, offset)| format!("{id}:{offset}")).collect::<Vec<_>>().join(",")
    }

    /// Comes to an entry; tells whether there is an offset to restore.
    fn arrive(&mut self, entry: EntryId) -> bool {
        self.here = Some(entry);
        self.is_pending = self.of.get(&entry.0).is_some_and(|&offset| offset > 0);
        self.is_pending
    }

    fn scrolled(&mut self, offset: u32) {
        if let Some(here) = self.here.filter(|_| !self.is_pending) {
            self.of.insert(here.0, offset);
        }
    }

    /// The offset to restore, once.
    fn settle(&mut self) -> Option<u32> {
        let is_pending = std::mem::take(&mut self.is_pending);
        self.of.get(&self.here?.0).copied().filter(|_| is_pending)
    }
}

/// Restores the reader's offset as soon as what he was reading is shown.
#[hook]
pub(crate) fn use_scroll_restored(is_shown: bool) {
    let navigator = use_navigator();
    use_effect_with((navigator.entry().id, is_shown), move |&(_, is_shown)| {
        if is_shown {
            navigator.scroll().settle();
        }
    });
}

fn listen(window: &Window, offsets: &Rc<RefCell<Offsets>>) -> Vec<EventListener> {
    if let Ok(history) = window.history() {
        // Where the browser does not know it, it restores too early, which does no harm.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    let scrolled = {
        let (window, offsets) = (window.clone(), Rc::clone(offsets));
        move |_: &Event| offsets.borrow_mut().scrolled(window.scroll_y().unwrap_or_default() as u32)
    };
    let left = {
        let offsets = Rc::clone(offsets);
        move |_: &Event| remember(Keep::ForTheTab, NAME, &offsets.borrow().kept())
    };
    vec![EventListener::new(window, "scroll", scrolled), EventListener::new(window, "pagehide", left)]
}

fn scroll_to(offset: u32) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, offset.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_comes_back_to_where_he_was() {
        let mut offsets = Offsets::default();
        assert!(!offsets.arrive(EntryId(1)));
        offsets.scrolled(700);
        assert!(!offsets.arrive(EntryId(2)));
        offsets.scrolled(50);
        assert!(offsets.arrive(EntryId(1)));
        // The browser scrolls by itself when the page gets shorter.
        offsets.scrolled(0);
        assert_eq!((offsets.settle(), offsets.settle()), (Some(700), None));
    }

    #[test]
    fn offsets_survive_a_reload() {
        let offsets = Offsets { of: [(1, 700), (2, 0)].into(), ..Offsets::default() };
        assert_eq!(Offsets::parse(&offsets.kept()), offsets);
        assert_eq!(Offsets::parse(""), Offsets::default());
        assert_eq!(Offsets::parse("{}:,1:x"), Offsets::default());
    }

    #[test]
    fn the_top_needs_no_waiting() {
        let mut offsets = Offsets::default();
        offsets.arrive(EntryId(1));
        offsets.scrolled(0);
        assert!(!offsets.arrive(EntryId(1)));
        assert_eq!(offsets.settle(), None);
    }
}

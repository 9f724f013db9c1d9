//! How far a reader has scrolled at each entry of the history, to come back to it.
//!
//! The browser would do that itself, but before the list is there. And a number of pixels means
//! nothing in a list of which only a part has a height, so a list says which of its rows is on top.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::address::entry::EntryId;
use crate::host::{Host, first_page};
use crate::settings::storage::{Keep, recall, remember};

/// Remembers how far a reader has scrolled. Clones share everything.
#[derive(Clone)]
pub(crate) struct ScrollMemory {
    spots: Rc<RefCell<Spots>>,
    locator: Rc<RefCell<Option<Locator>>>,
    host: Host,
    _listeners: Rc<[EventListener]>,
}

/// How far a reader has scrolled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The row of a list that is at the top of the window; none on other pages, and above a list.
    pub(crate) row: Option<u32>,
    /// Pixels of it, or of the page, that are above the window.
    pub(crate) above: i32,
}

/// Tells the spot of a page that has scrolled by so many pixels.
type Locator = Rc<dyn Fn(i32) -> Spot>;

/// The name under which the browser keeps them.
const NAME: &str = "scroll";

/// A spot for each entry. A pure state: it knows nothing of the window.
#[derive(Debug, Default, PartialEq)]
struct Spots {
    of: HashMap<u64, Spot>,
    here: Option<EntryId>,
    /// Whether the reader's spot is still to be restored, so that the one now is not theirs.
    is_pending: bool,
}

impl ScrollMemory {
    /// What the tab remembers from before the page was loaded.
    pub(crate) fn recalled(host: &Host) -> ScrollMemory {
        let kept = recall(Keep::ForTheTab, NAME).filter(|_| host.keeps_scroll()).unwrap_or_default();
        let spots = Rc::new(RefCell::new(Spots::parse(&kept)));
        let locator = Rc::default();
        host.restore_scrolling();
        let listeners = listen(host, &spots, &locator);
        ScrollMemory { spots, locator, host: host.clone(), _listeners: listeners.into() }
    }

    /// The reader begins at an entry.
    pub(crate) fn begin(&self, entry: EntryId) {
        // Another page stays where its reader is, and so does an article that was there before the viewer.
        let is_there = !self.host.keeps_scroll() || first_page::is_article();
        if !self.spots.borrow_mut().arrive(entry) && !is_there {
            self.host.scroll_to(0.0);
        }
    }

    /// The reader has come to an entry: to its top, or to where they were, once it is shown.
    pub(crate) fn arrive(&self, entry: EntryId) {
        if !self.spots.borrow_mut().arrive(entry) {
            self.host.scroll_to_top();
        }
    }

    /// Scrolls so that so many pixels of the page are above what can be seen.
    pub(crate) fn scroll_to(&self, above: i32) {
        self.host.scroll_to(above.into());
    }

    /// Makes a new entry begin where the reader was at another one.
    pub(crate) fn copy(&self, from: EntryId, to: EntryId) {
        let mut spots = self.spots.borrow_mut();
        let spot = spots.of.get(&from.0).copied();
        spots.of.extend(spot.map(|spot| (to.0, spot)));
    }

    /// Forgets where the reader was at an entry.
    pub(crate) fn forget(&self, entry: EntryId) {
        self.spots.borrow_mut().of.remove(&entry.0);
    }

    /// Whether the reader is still to be taken to where they were.
    pub(crate) fn is_pending(&self) -> bool {
        self.spots.borrow().is_pending
    }

    /// Where the reader is to be taken to. It is given only once: whoever asks takes the reader there.
    pub(crate) fn settle(&self) -> Option<Spot> {
        self.spots.borrow_mut().settle()
    }

    /// Lets a page say itself where its reader is, until the returned value is dropped.
    pub(crate) fn locate_with(&self, locator: impl Fn(i32) -> Spot + 'static) -> Locating {
        *self.locator.borrow_mut() = Some(Rc::new(locator));
        Locating(Rc::clone(&self.locator))
    }
}

/// A page that says itself where its reader is, until this is dropped.
pub(crate) struct Locating(Rc<RefCell<Option<Locator>>>);

impl Drop for Locating {
    fn drop(&mut self) {
        *self.0.borrow_mut() = None;
    }
}

impl PartialEq for ScrollMemory {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.spots, &other.spots)
    }
}

impl Spot {
    /// So many pixels below the top of a page.
    fn of_page(above: i32) -> Spot {
        Spot { row: None, above }
    }

    /// Reads `300`, and `17@4000`: 17 pixels of row 4000.
    fn parse(kept: &str) -> Option<Spot> {
        match kept.split_once('@') {
            None => Some(Spot::of_page(kept.parse().ok()?)),
            Some((above, row)) => Some(Spot { row: Some(row.parse().ok()?), above: above.parse().ok()? }),
        }
    }

    fn kept(self) -> String {
        match self.row {
            None => self.above.to_string(),
            Some(row) => format!("{}@{row}", self.above),
        }
    }
}

impl Spots {
    /// Reads what [`Spots::kept`] wrote.
    fn parse(kept: &str) -> Spots {
        let pair = |pair: &str| {
            let (id, spot) = pair.split_once(':')?;
            Some((id.parse().ok()?, Spot::parse(spot)?))
        };
        Spots { of: kept.split(',').filter_map(pair).collect(), ..Spots::default() }
    }

    /// All spots, as text: `4711:300,4712:17@4000`.
    fn kept(&self) -> String {
        self.of.iter().map(|(id, spot)| format!("{id}:{}", spot.kept())).collect::<Vec<_>>().join(",")
    }

    /// Comes to an entry. Whether there is a spot to restore.
    fn arrive(&mut self, entry: EntryId) -> bool {
        self.here = Some(entry);
        self.is_pending = self.of.get(&entry.0).is_some_and(|&spot| spot != Spot::default());
        self.is_pending
    }

    fn scrolled(&mut self, spot: Spot) {
        if let Some(here) = self.here.filter(|_| !self.is_pending) {
            self.of.insert(here.0, spot);
        }
    }

    /// The spot to restore, once.
    fn settle(&mut self) -> Option<Spot> {
        let is_pending = std::mem::take(&mut self.is_pending);
        self.of.get(&self.here?.0).copied().filter(|_| is_pending)
    }
}

fn listen(
    host: &Host,
    spots: &Rc<RefCell<Spots>>,
    locator: &Rc<RefCell<Option<Locator>>>,
) -> Vec<EventListener> {
    let scrolled = {
        let (host, spots, locator) = (host.clone(), Rc::clone(spots), Rc::clone(locator));
        move |_: &Event| {
            let above = host.scrolled() as i32;
            let locator = locator.borrow().clone();
            let spot = locator.map_or(Spot::of_page(above), |locate| locate(above));
            spots.borrow_mut().scrolled(spot);
        }
    };
    let left = {
        let spots = Rc::clone(spots);
        move |_: &Event| remember(Keep::ForTheTab, NAME, &spots.borrow().kept())
    };
    let mut listeners = vec![EventListener::new(&host.scroll_target(), "scroll", scrolled)];
    // The entries of another page are not known again when it is loaded again.
    if host.keeps_scroll() {
        listeners.push(EventListener::new(host.window(), "pagehide", left));
    }
    listeners
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_comes_back_to_where_they_were() {
        let mut spots = Spots::default();
        assert!(!spots.arrive(EntryId(1)));
        spots.scrolled(Spot::of_page(700));
        assert!(!spots.arrive(EntryId(2)));
        spots.scrolled(Spot::of_page(50));
        assert!(spots.arrive(EntryId(1)));
        // The browser scrolls by itself when the page gets shorter.
        spots.scrolled(Spot::default());
        assert_eq!((spots.settle(), spots.settle()), (Some(Spot::of_page(700)), None));
    }

    #[test]
    fn spots_survive_a_reload() {
        let of_list = Spot { row: Some(4_000), above: -17 };
        let of = [(1, Spot::of_page(700)), (2, Spot::default()), (3, of_list)].into();
        let spots = Spots { of, ..Spots::default() };
        assert_eq!(Spots::parse(&spots.kept()), spots);
        assert_eq!(Spots::parse(""), Spots::default());
        assert_eq!(Spots::parse("{}:,1:x,2:3@"), Spots::default());
    }

    #[test]
    fn the_top_needs_no_waiting() {
        let mut spots = Spots::default();
        spots.arrive(EntryId(1));
        spots.scrolled(Spot::default());
        assert!(!spots.arrive(EntryId(1)));
        assert_eq!(spots.settle(), None);
    }
}

//! Which rows of a long list are on the page, and where, so that nothing moves that a reader sees.
//!
//! Only the rows around the window are on the page. Those above them are a space of the height that
//! they have, or are guessed to have. Where a guess turns out to be wrong, the space makes up for it
//! while the reader scrolls; when they rest, it gets its true height, and the page is scrolled by as
//! much.

use std::ops::Range;
use std::rc::Rc;

use crate::address::scroll_memory::Spot;
use crate::list::cards::BATCH;
use crate::list::frame::{Frame, RowBox};
use crate::list::row_heights::RowHeights;
use crate::search::found::Found;

/// How high a row is guessed to be before one was measured, without a snippet and with one.
const GUESS: [f32; 2] = [76.0, 130.0];
/// Rows that are shown before anything was measured.
const FIRST: Range<usize> = 0..2 * BATCH;

/// A list as it lies in the window, as far as that is known.
#[derive(Default)]
pub(crate) struct Layout {
    found: Option<Rc<Found>>,
    heights: RowHeights,
    /// The row at the top of the window, once the list reaches up to there.
    anchor: Option<Anchor>,
    /// The first row that is on the page.
    first: usize,
    /// How high the space above it is.
    space: f64,
    width: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Anchor {
    row: usize,
    /// Pixels of it that are above the window.
    above: f64,
    /// How far the page had scrolled at that time.
    scrolled: f64,
}

impl Anchor {
    /// The same row after the reader has scrolled further: the browser reports that only later.
    fn at(self, scrolled: f64) -> Anchor {
        Anchor { above: self.above + scrolled - self.scrolled, scrolled, ..self }
    }
}

impl Layout {
    /// Begins anew if something else was found, or more of it can be shown: so many rows.
    pub(crate) fn take(&mut self, found: &Rc<Found>, rows: usize) {
        let is_same = |old: &Rc<Found>| Rc::ptr_eq(old, found);
        if self.found.as_ref().is_some_and(is_same) && self.heights.rows() == rows {
            return;
        }
        // A search that goes on finds more of the same.
        let goes_on = self.found.as_ref().is_some_and(|old| old.view == found.view);
        let anchor = self.anchor.filter(|anchor| goes_on && anchor.row < rows);
        let [plain, with_snippet] = GUESS;
        let guess = if found.view.is_search() { with_snippet } else { plain };
        *self = Layout {
            found: Some(Rc::clone(found)),
            heights: RowHeights::new(rows, guess),
            anchor,
            width: self.width,
            first: 0,
            space: 0.0,
        };
    }

    /// The row at the top of the window; the first one above the list.
    pub(crate) fn top_row(&self) -> usize {
        self.anchor.map_or(0, |anchor| anchor.row)
    }

    /// The first row that is on the page from now on. Gives the height of the space above it, which
    /// takes the place of rows that go at once: the browser may paint before anything is measured.
    pub(crate) fn begin_at(&mut self, row: usize) -> f64 {
        self.space = (self.space + self.heights.top(row) - self.heights.top(self.first)).max(0.0);
        self.first = row;
        self.space
    }

    /// Notes where everything is now that the reader has scrolled.
    pub(crate) fn look(&mut self, frame: &Frame) {
        let rows = frame.rows();
        self.measure(&rows, frame.width());
        self.anchor = self.anchor_at(&rows, frame);
    }

    /// The rows to show around the window: a screen above it, two below it.
    pub(crate) fn window(&self, frame: &Frame) -> Range<usize> {
        let screen = frame.window_height();
        let offset = match self.anchor {
            Some(anchor) => self.heights.top(anchor.row) + anchor.above,
            None => -frame.top(),
        };
        let near = self.heights.between(offset - screen..offset + 3.0 * screen);
        let whole = near.start / BATCH * BATCH..near.end.next_multiple_of(BATCH);
        whole.start..whole.end.max(FIRST.end).min(self.heights.rows())
    }

    /// Measures the rows on the page, and keeps those that the reader sees where they are.
    pub(crate) fn settle(&mut self, frame: &Frame) {
        self.measure(&frame.rows(), frame.width());
        let Some(anchor) = self.anchor.map(|anchor| anchor.at(frame.scrolled())) else {
            self.space = self.heights.top(self.first);
            return frame.set_heights(self.heights.total(), self.space);
        };
        let between = self.heights.top(anchor.row) - self.heights.top(self.first);
        let space = -frame.top() - anchor.above - between;
        // Above the first row there is no space to adjust.
        if self.first == 0 || space < 0.0 {
            self.rest(frame);
        } else {
            self.space = space;
            frame.set_heights(self.heights.total(), space);
        }
    }

    /// Puts every row where it belongs, and scrolls by as much as that moves those that the reader
    /// sees.
    pub(crate) fn rest(&mut self, frame: &Frame) {
        let anchor = self.anchor.map(|anchor| anchor.at(frame.scrolled()));
        self.space = self.heights.top(self.first);
        frame.set_heights(self.heights.total(), self.space);
        let Some(anchor) = anchor else { return };
        let off = self.heights.top(anchor.row) + anchor.above + frame.top();
        if off.abs() > 0.5 {
            frame.scroll_by(off);
        }
        self.anchor = Some(Anchor { scrolled: frame.scrolled(), ..anchor });
    }

    /// Goes where a reader was.
    pub(crate) fn go_to(&mut self, spot: Spot, frame: &Frame) {
        let row = spot.row.map(|row| row as usize).filter(|&row| row < self.heights.rows());
        self.anchor = row.map(|row| Anchor { row, above: spot.above.into(), scrolled: frame.scrolled() });
        self.rest(frame);
        if spot.row.is_none() {
            frame.scroll_page_to(spot.above.into());
        }
    }

    /// Where the reader of a page that has scrolled by so many pixels is.
    pub(crate) fn spot(&mut self, frame: &Frame, scrolled: i32) -> Spot {
        self.look(frame);
        match self.anchor {
            Some(Anchor { row, above, .. }) => Spot { row: u32::try_from(row).ok(), above: above as i32 },
            None => Spot { row: None, above: scrolled },
        }
    }

    fn measure(&mut self, rows: &[RowBox], width: f64) {
        if width != self.width {
            self.width = width;
            self.heights.forget();
        }
        for row in rows {
            self.heights.measure(row.row, row.height as f32);
        }
    }

    /// The row at the top of the window: one that is on the page, or, if the reader has gone far
    /// beyond those, one that should be there.
    fn anchor_at(&self, rows: &[RowBox], frame: &Frame) -> Option<Anchor> {
        let (offset, scrolled) = (-frame.top(), frame.scrolled());
        if offset <= 0.0 || self.heights.rows() == 0 {
            return None;
        }
        let is_below = rows.first().is_none_or(|first| first.top > 0.0);
        let seen = rows.iter().find(|row| row.top + row.height > 0.0).filter(|_| !is_below);
        Some(match seen {
            Some(row) => Anchor { row: row.row, above: -row.top, scrolled },
            None => {
                let row = self.heights.row_at(offset);
                Anchor { row, above: offset - self.heights.top(row), scrolled }
            }
        })
    }
}

/// The rows that are shown at first.
pub(crate) fn first_window() -> Range<usize> {
    FIRST
}

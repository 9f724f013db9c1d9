//! Bars that are being chosen.

use std::ops::RangeInclusive;

use crate::list::timeline::bars::Bar;
use crate::words::Words;

/// Bars that are being chosen, and are not in the address yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Draft {
    /// Where the choice began.
    pub(crate) fixed: usize,
    /// Where it is now.
    pub(crate) moving: usize,
}

impl Draft {
    /// The bars, from the first to the last.
    pub(crate) fn bars(self) -> RangeInclusive<usize> {
        self.fixed.min(self.moving)..=self.fixed.max(self.moving)
    }
}

/// `March 2019`; years as they are.
pub(crate) fn bar_name(words: &Words, bar: &Bar) -> String {
    words.month(&bar.label)
}

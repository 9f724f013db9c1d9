//! How high the rows of a long list are: those that were measured, and a guess at the others. Pure.

use std::ops::Range;

use crate::list::measured_rows::{MeasuredRows, Sum};

/// Heights of rows, in pixels. Neither measuring a row nor finding one looks at all of them: a list has
/// up to 100,000 rows, and both happen whenever the reader scrolls.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct RowHeights {
    /// 0 for a row that was not measured.
    rows: Vec<f32>,
    sums: MeasuredRows,
    guess: f32,
    measured: u32,
}

/// Rows after which the guess stays what it is: while it changes, the scrollbar does.
const ENOUGH: u32 = 40;

impl RowHeights {
    /// So many rows, none of them measured.
    pub(crate) fn new(rows: usize, guess: f32) -> RowHeights {
        RowHeights { rows: vec![0.0; rows], sums: MeasuredRows::new(rows), guess, measured: 0 }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Notes the height of a row. Whether that changes anything.
    pub(crate) fn measure(&mut self, row: usize, height: f32) -> bool {
        let Some(known) = self.rows.get_mut(row).filter(|known| (**known - height).abs() > 0.01) else {
            return false;
        };
        let is_measured = |height: f32| i32::from(height > 0.0);
        let measured = is_measured(height) - is_measured(*known);
        self.sums.add(row, Sum { height: f64::from(height) - f64::from(*known), measured });
        let is_first = *known == 0.0;
        *known = height;
        if is_first && self.measured < ENOUGH {
            self.measured += 1;
            self.guess += (height - self.guess) / self.measured as f32;
        }
        true
    }

    /// Forgets the measured heights, but keeps the guess that they led to.
    pub(crate) fn forget(&mut self) {
        self.rows.fill(0.0);
        self.sums.clear();
        self.measured = 0;
    }

    /// Where a row begins, from the top of the list; where the list ends, for a row after the last.
    pub(crate) fn top(&self, row: usize) -> f64 {
        let row = row.min(self.rows());
        self.sums.before(row).with_guess(row, self.guess.into())
    }

    /// How high the whole list is.
    pub(crate) fn total(&self) -> f64 {
        self.top(self.rows())
    }

    /// The row at so many pixels from the top of the list: the first or the last, above or below it.
    pub(crate) fn row_at(&self, offset: f64) -> usize {
        self.sums.above(offset, self.guess.into()).min(self.rows().saturating_sub(1))
    }

    /// The rows that are, in part at least, between two offsets.
    pub(crate) fn between(&self, offsets: Range<f64>) -> Range<usize> {
        let last = self.row_at(offsets.end);
        self.row_at(offsets.start)..(last + 1).min(self.rows())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heights(rows: usize, measured: &[(usize, f32)]) -> RowHeights {
        let mut heights = RowHeights::new(rows, 100.0);
        for &(row, height) in measured {
            heights.measure(row, height);
        }
        heights
    }

    #[test]
    fn rows_that_were_not_measured_are_as_high_as_the_others() {
        assert_eq!(heights(10, &[]).total(), 1_000.0);
        assert_eq!(heights(10, &[(0, 50.0)]).total(), 500.0);
        assert_eq!(heights(4, &[(0, 50.0), (3, 100.0)]).total(), 50.0 + 75.0 + 75.0 + 100.0);
        let measured: Vec<_> =
            (0..50).map(|row| (row, if row < ENOUGH as usize { 10.0 } else { 90.0 })).collect();
        assert_eq!(heights(51, &measured).top(51) - heights(51, &measured).top(50), 10.0);
    }

    #[test]
    fn a_measure_tells_whether_it_is_news() {
        let mut heights = heights(2, &[]);
        assert!(heights.measure(1, 80.0) && !heights.measure(1, 80.0) && heights.measure(1, 81.0));
        assert!(!heights.measure(2, 80.0));
    }

    #[test]
    fn rows_are_found_by_their_offset() {
        let heights = heights(4, &[(0, 50.0), (1, 150.0), (2, 100.0), (3, 100.0)]);
        let check = |offset: f64, row: usize| assert_eq!(heights.row_at(offset), row, "{offset}");
        check(-5.0, 0);
        check(0.0, 0);
        check(49.9, 0);
        check(50.0, 1);
        check(199.0, 1);
        check(200.0, 2);
        check(10_000.0, 3);
        assert_eq!(heights.between(60.0..210.0), 1..3);
        assert_eq!(heights.between(-500.0..-100.0), 0..1);
        assert_eq!(RowHeights::new(0, 100.0).between(0.0..500.0), 0..0);
    }

    /// What the heights mean, row by row.
    struct Linear<'a>(&'a RowHeights);

    impl Linear<'_> {
        fn heights(&self) -> impl Iterator<Item = f64> {
            let guess = self.0.guess;
            self.0.rows.iter().map(move |&height| f64::from(if height > 0.0 { height } else { guess }))
        }

        fn top(&self, row: usize) -> f64 {
            self.heights().take(row).sum()
        }

        fn row_at(&self, offset: f64) -> usize {
            let mut below = offset;
            let above = self.heights().take_while(|height| {
                below -= height;
                below >= 0.0
            });
            above.count().min(self.0.rows().saturating_sub(1))
        }
    }

    /// Numbers that look like drawn ones, and are the same each time (Knuth's MMIX).
    fn drawn(seed: u64) -> impl FnMut(u64) -> u64 {
        let mut state = seed;
        move |below| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        }
    }

    #[test]
    fn sums_are_those_of_the_rows_one_by_one() {
        for seed in 0..60 {
            let mut draw = drawn(seed);
            let rows = draw(200) as usize;
            let mut heights = RowHeights::new(rows, 100.0);
            for _ in 0..draw(300) {
                match draw(50) {
                    0 => heights.forget(),
                    // Quarters of a pixel add up exactly. A row that is hidden has no height.
                    _ => _ = heights.measure(draw(210) as usize, draw(8) as f32 * 30.25),
                }
                let linear = Linear(&heights);
                let row = draw(210) as usize;
                let (top, expected) = (heights.top(row), linear.top(row));
                assert!((top - expected).abs() < 0.001, "{seed}: {top} is not {expected}, row {row}");
                // Between rows, so that a rounding cannot decide.
                let at = (row + 1).min(rows.saturating_sub(1));
                let middle = (linear.top(at) + linear.top(at + 1)) / 2.0;
                for offset in [middle, middle - 5_000.0, -1.0, 1e9] {
                    let nearest = Linear(&heights).row_at(offset);
                    let found = heights.row_at(offset);
                    let is_edge = (linear.top(nearest) - offset).abs() < 0.001
                        || (linear.top(nearest + 1) - offset).abs() < 0.001;
                    assert!(found == nearest || is_edge, "{seed}: {found} is not {nearest}, {offset} px");
                }
            }
        }
    }
}

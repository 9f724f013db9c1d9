//! The rows of a list that were measured, added up so that neither asking for a sum nor changing a
//! height has to look at all of them: a Fenwick tree.

use std::ops::AddAssign;

/// Heights of the rows that were measured. Those of the others count as nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct MeasuredRows {
    /// Index `i` (from 1) holds the sum of the `i & -i` rows that end with row `i`. Index 0 is unused.
    sums: Vec<Sum>,
}

/// Neighbouring rows: how high those are together that were measured, and how many they are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Sum {
    pub(crate) height: f64,
    pub(crate) measured: i32,
}

impl Sum {
    /// How high so many rows are together, if each that was not measured is as high as a guess.
    pub(crate) fn with_guess(self, rows: usize, guess: f64) -> f64 {
        self.height + (rows as f64 - f64::from(self.measured)) * guess
    }
}

impl AddAssign for Sum {
    fn add_assign(&mut self, other: Sum) {
        self.height += other.height;
        self.measured += other.measured;
    }
}

impl MeasuredRows {
    /// So many rows, none of them measured.
    pub(crate) fn new(rows: usize) -> MeasuredRows {
        MeasuredRows { sums: vec![Sum::default(); rows + 1] }
    }

    /// Changes what is known of a row.
    pub(crate) fn add(&mut self, row: usize, change: Sum) {
        let mut index = row + 1;
        while let Some(sum) = self.sums.get_mut(index) {
            *sum += change;
            index += lowest_bit(index);
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.sums.fill(Sum::default());
    }

    /// The sum of the rows before one.
    pub(crate) fn before(&self, row: usize) -> Sum {
        let mut index = row.min(self.sums.len().saturating_sub(1));
        let mut sum = Sum::default();
        while index > 0 {
            sum += self.sums[index];
            index -= lowest_bit(index);
        }
        sum
    }

    /// How many rows are above an offset as a whole, if each that was not measured is as high as a guess.
    pub(crate) fn above(&self, offset: f64, guess: f64) -> usize {
        let (mut rows, mut height) = (0, 0.0);
        let mut step = self.sums.len().next_power_of_two();
        while step > 0 {
            if let Some(sum) = self.sums.get(rows + step) {
                let end = height + sum.with_guess(step, guess);
                if end <= offset {
                    (rows, height) = (rows + step, end);
                }
            }
            step /= 2;
        }
        rows
    }
}

fn lowest_bit(index: usize) -> usize {
    index & index.wrapping_neg()
}

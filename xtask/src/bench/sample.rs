//! What several runs gave for one thing, and how it reads.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A value from each run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Sample(Vec<f64>);

/// What values are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Time.
    Seconds,
    /// Memory, or space.
    Bytes,
    /// Things.
    Count,
    /// A part of a whole, which is 1.
    Share,
}

/// A sample with its name, which no other sample of the same results has.
pub(super) struct Measure<'a> {
    pub(super) name: String,
    pub(super) unit: Unit,
    pub(super) sample: Cow<'a, Sample>,
}

impl Sample {
    /// Adds what another run gave.
    pub(super) fn push(&mut self, value: f64) {
        self.0.push(value);
    }

    /// The value in the middle; `None` without any.
    pub(super) fn median(&self) -> Option<f64> {
        let mut values = self.0.clone();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        match values.len() % 2 {
            0 => Some((values.get(middle.checked_sub(1)?)? + values.get(middle)?) / 2.0),
            _ => values.get(middle).copied(),
        }
    }

    /// The sum by the number; `None` without any.
    pub(super) fn mean(&self) -> Option<f64> {
        (!self.0.is_empty()).then(|| self.0.iter().sum::<f64>() / self.0.len() as f64)
    }

    /// A percentile: the least value that this share of all do not exceed; `None` without any.
    pub(super) fn quantile(&self, share: f64) -> Option<f64> {
        let mut values = self.0.clone();
        values.sort_by(f64::total_cmp);
        let rank = (share * values.len() as f64).ceil() as usize;
        values.get(rank.max(1) - 1).copied()
    }

    /// The values, in the order of the runs.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        self.0.iter().copied()
    }

    /// The values of some of the runs.
    pub(super) fn at(&self, places: &[usize]) -> Sample {
        places.iter().filter_map(|&place| self.0.get(place).copied()).collect()
    }

    /// The least and the greatest value; `None` without any.
    pub(super) fn spread(&self) -> Option<(f64, f64)> {
        let least = self.0.iter().copied().min_by(f64::total_cmp)?;
        let greatest = self.0.iter().copied().max_by(f64::total_cmp)?;
        Some((least, greatest))
    }

    /// Whether the values of another sample differ by more than those of either differ by
    /// themselves: neither median lies within the other's spread.
    pub(super) fn differs_from(&self, other: &Sample) -> bool {
        let lies_outside = |one: &Sample, other: &Sample| {
            let (Some(median), Some((least, greatest))) = (one.median(), other.spread()) else {
                return false;
            };
            median < least || median > greatest
        };
        lies_outside(self, other) && lies_outside(other, self)
    }

    /// The median, and the spread where there is one.
    pub(super) fn show(&self, unit: Unit) -> String {
        let (Some(median), Some((least, greatest))) = (self.median(), self.spread()) else {
            return none();
        };
        let [median, least, greatest] = [median, least, greatest].map(|value| unit.show(value));
        if least == greatest { median } else { format!("{median} ({least} – {greatest})") }
    }
}

impl FromIterator<f64> for Sample {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        Sample(values.into_iter().collect())
    }
}

impl Unit {
    /// A value as a person reads it.
    pub(super) fn show(self, value: f64) -> String {
        match self {
            Unit::Seconds if value < 0.001 => format!("{:.0} µs", value * 1e6),
            Unit::Seconds if value < 0.01 => format!("{:.2} ms", value * 1e3),
            Unit::Seconds if value < 1.0 => format!("{:.0} ms", value * 1e3),
            Unit::Seconds if value < 100.0 => format!("{value:.2} s"),
            Unit::Seconds => format!("{value:.0} s"),
            Unit::Bytes if value < 1e3 => format!("{value:.0} B"),
            Unit::Bytes if value < 1e6 => format!("{:.1} KB", value / 1e3),
            Unit::Bytes if value < 1e9 => format!("{:.1} MB", value / 1e6),
            Unit::Bytes => format!("{:.2} GB", value / 1e9),
            Unit::Count => grouped(value.round() as u64),
            Unit::Share => format!("{value:.3}"),
        }
    }
}

/// What stands where nothing was measured.
pub(super) fn none() -> String {
    "–".to_owned()
}

/// How many times another thing something is; as a fraction where that is much less than one.
pub(super) fn show_ratio(ratio: f64) -> String {
    if ratio < 0.2 { format!("1/{:.1}", 1.0 / ratio) } else { format!("{ratio:.2}") }
}

/// A number with a comma after each three digits, from the right.
pub(super) fn grouped(number: u64) -> String {
    match number {
        ..1_000 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1_000), number % 1_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(values: &[f64]) -> Sample {
        Sample(values.to_vec())
    }

    #[test]
    fn the_median_lies_in_the_middle() {
        let check = |values: &[f64], median| assert_eq!(sample(values).median(), median, "{values:?}");
        check(&[], None);
        check(&[3.0], Some(3.0));
        check(&[9.0, 1.0], Some(5.0));
        check(&[9.0, 1.0, 2.0], Some(2.0));
        check(&[4.0, 1.0, 100.0, 2.0], Some(3.0));
    }

    #[test]
    fn means_and_quantiles() {
        let check = |values: &[f64], mean, quantile| {
            assert_eq!(
                (sample(values).mean(), sample(values).quantile(0.95)),
                (mean, quantile),
                "{values:?}"
            );
        };
        check(&[], None, None);
        check(&[3.0], Some(3.0), Some(3.0));
        check(&[3.0, 1.0], Some(2.0), Some(3.0));
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        check(&hundred, Some(50.5), Some(95.0));
    }

    #[test]
    fn a_spread_goes_from_the_least_to_the_greatest() {
        assert_eq!(sample(&[2.0, 9.0, 1.0]).spread(), Some((1.0, 9.0)));
        assert_eq!(sample(&[]).spread(), None);
    }

    #[test]
    fn noise_is_no_difference() {
        let check = |one: &[f64], other: &[f64], differs| {
            assert_eq!(sample(one).differs_from(&sample(other)), differs, "{one:?} {other:?}");
            assert_eq!(sample(other).differs_from(&sample(one)), differs, "{other:?} {one:?}");
        };
        check(&[1.0], &[1.0], false);
        check(&[1.0], &[2.0], true);
        check(&[1.0, 2.0, 3.0], &[3.0, 4.0, 5.0], true);
        check(&[1.0, 4.0, 5.0], &[3.0, 4.0, 6.0], false);
        // A single odd run makes a wide spread, in which a median may lie.
        check(&[1.0, 1.1, 9.0], &[4.0, 4.1, 4.2], false);
        check(&[], &[1.0], false);
    }

    #[test]
    fn samples_read_well() {
        let check = |values: &[f64], unit, shown| assert_eq!(sample(values).show(unit), shown);
        check(&[], Unit::Count, "–");
        check(&[0.000_42], Unit::Seconds, "420 µs");
        check(&[0.002_84], Unit::Seconds, "2.84 ms");
        check(&[0.25], Unit::Seconds, "250 ms");
        check(&[1.5, 1.25, 2.0], Unit::Seconds, "1.50 s (1.25 s – 2.00 s)");
        check(&[130.4], Unit::Seconds, "130 s");
        check(&[999.0], Unit::Bytes, "999 B");
        check(&[1_600_000_000.0], Unit::Bytes, "1.60 GB");
        check(&[15_575.0, 15_575.0], Unit::Count, "15,575");
        check(&[1_000_007.0], Unit::Count, "1,000,007");
        check(&[0.9164], Unit::Share, "0.916");
    }
}

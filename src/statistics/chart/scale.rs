//! From numbers to lengths, and the round numbers in between.

/// Numbers from 0 to a round one, along a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scale {
    /// The number at the end.
    top: u64,
    /// From one round number to the next.
    step: u64,
    /// Pixels.
    length: u32,
}

impl Scale {
    /// A scale on which `most` has its place, with about so many round numbers.
    pub(crate) fn up_to(most: u32, length: u32, numbers: u64) -> Scale {
        let most = u64::from(most.max(1));
        let step = round_up(most.div_ceil(numbers.max(1)));
        Scale { top: most.div_ceil(step) * step, step, length }
    }

    /// A scale that ends with `most`, for bars without numbers beside them.
    pub(crate) fn exactly(most: u32, length: u32) -> Scale {
        let top = u64::from(most.max(1));
        Scale { top, step: top, length }
    }

    /// How far from 0 a number is, in tenths of pixels.
    pub(crate) fn tenths(&self, number: u32) -> u32 {
        (u64::from(number) * u64::from(self.length) * 10 / self.top) as u32
    }

    /// How far from 0 a number is, in pixels; at least one unless it is 0.
    pub(crate) fn pixels(&self, number: u32) -> u32 {
        (self.tenths(number) / 10).max(u32::from(number > 0))
    }

    /// The round numbers, 0 first.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        (0..=self.top / self.step).map(|place| (place * self.step) as u32).collect()
    }
}

/// The next of 1, 2, 5, 10, 20, 50, …
fn round_up(number: u64) -> u64 {
    let mut power = 1;
    while power * 10 <= number {
        power *= 10;
    }
    [1, 2, 5, 10].into_iter().map(|factor| factor * power).find(|&round| round >= number).unwrap_or(power)
}

/// A number of thousandths of a percent: `12.5%`.
pub(crate) fn percent(thousandths: u32) -> String {
    let written = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
    format!("{}%", written.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_at_round_numbers() {
        let check = |most: u32, expected: &[u32]| {
            assert_eq!(Scale::up_to(most, 100, 4).numbers(), expected, "{most}");
        };
        check(0, &[0, 1]);
        check(3, &[0, 1, 2, 3]);
        check(4, &[0, 1, 2, 3, 4]);
        check(7, &[0, 2, 4, 6, 8]);
        check(68, &[0, 20, 40, 60, 80]);
        check(1_290, &[0, 500, 1_000, 1_500]);
        check(100_000, &[0, 50_000, 100_000]);
    }

    #[test]
    fn numbers_have_their_place() {
        let scale = Scale::up_to(68, 160, 4);
        assert_eq!([0, 20, 80].map(|number| scale.tenths(number)), [0, 400, 1_600]);
        assert_eq!(Scale::up_to(10_000, 160, 4).pixels(1), 1);
        assert_eq!(scale.pixels(0), 0);
        assert_eq!([0, 34, 68].map(|number| Scale::exactly(68, 100).pixels(number)), [0, 50, 100]);
    }

    #[test]
    fn percents_have_no_needless_digits() {
        let check = |thousandths, expected: &str| assert_eq!(percent(thousandths), expected);
        check(0, "0%");
        check(50, "0.05%");
        check(12_500, "12.5%");
        check(100_000, "100%");
    }
}

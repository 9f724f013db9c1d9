//! How many articles a word has, step by step.

use crate::list::timeline::bars::Timeline;

/// The course of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Course {
    /// The word.
    pub(crate) word: String,
    /// A value for each step of the time.
    pub(crate) values: Vec<u32>,
}

/// The share that each part is of its whole, in thousandths of a percent, from articles per month.
pub(crate) fn shares(timeline: &Timeline, parts: &[(String, u32)], wholes: &[(String, u32)]) -> Vec<u32> {
    let bars = timeline.bars(parts).into_iter().zip(timeline.bars(wholes));
    bars.map(|(part, whole)| {
        let share = u64::from(part.articles) * 100_000 / u64::from(whole.articles.max(1));
        share.min(100_000) as u32
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_nothing() {
        let months = |counts: &[(&str, u32)]| -> Vec<(String, u32)> {
            counts.iter().map(|&(month, count)| (month.to_owned(), count)).collect()
        };
        let wholes = months(&[("2019-01", 8), ("2019-03", 3)]);
        let timeline = Timeline::of(&wholes);
        let parts = months(&[("2019-01", 1), ("2019-03", 3)]);
        let shares = timeline.map(|timeline| shares(&timeline, &parts, &wholes));
        assert_eq!(shares, Some(vec![12_500, 0, 100_000]));
    }
}

//! What came of queries, for one of both.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::bench::sample::{Measure, Sample, Unit};

/// What came of queries: every list is a column, a value a query, or an article looked for.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answers {
    /// The form in which each was put.
    pub(super) typed: Vec<String>,
    /// How many articles it said that it found.
    pub(super) articles: Sample,
    /// How many there are.
    pub(super) expected: Sample,
    pub(super) recall: Sample,
    pub(super) precision: Sample,
    /// What was fetched with a new profile until ten snippets were there; without code.
    pub(super) data_bytes: Sample,
    /// The same with code.
    pub(super) all_bytes: Sample,
    /// How long that took from asking, code and first screen being there.
    pub(super) seconds: Sample,
    /// The same when all queries had been asked before.
    pub(super) warm_seconds: Sample,
    /// How long it then took to know which articles there are, in what order.
    #[serde(default)]
    pub(super) search_seconds: Sample,
    /// One by the place of the article that has the title, among the first ten; else 0.
    pub(super) title_ranks: Sample,
    /// The same for the article that has a piece of text.
    pub(super) piece_ranks: Sample,
}

impl Answers {
    /// What was measured, under names that begin with `of`. Of shares the mean tells more than the
    /// median, which is mostly 1.
    pub(super) fn measures(&self, of: &str) -> Vec<Measure<'_>> {
        let costs = [
            ("data of the first ten", Unit::Bytes, &self.data_bytes),
            ("data and code of the first ten", Unit::Bytes, &self.all_bytes),
            ("time of the first ten", Unit::Seconds, &self.seconds),
            ("time when asked again", Unit::Seconds, &self.warm_seconds),
            ("of it the search", Unit::Seconds, &self.search_seconds),
        ];
        let shares = [
            ("recall", &self.recall),
            ("precision", &self.precision),
            ("reciprocal rank by title", &self.title_ranks),
            ("reciprocal rank by a piece of text", &self.piece_ranks),
        ];
        let name = |name: &str| format!("{of}: {name}");
        let costs = costs.into_iter().map(|(what, unit, sample)| Measure {
            name: name(what),
            unit,
            sample: Cow::Borrowed(sample),
        });
        let shares = shares.into_iter().map(|(what, sample)| Measure {
            name: name(what),
            unit: Unit::Share,
            sample: Cow::Owned(sample.mean().into_iter().collect()),
        });
        costs.chain(shares).collect()
    }

    /// How many of these queries said exactly how many articles there are.
    pub(super) fn exact_counts(&self, places: &[usize]) -> usize {
        let (said, expected) = (self.articles.at(places), self.expected.at(places));
        said.values().zip(expected.values()).filter(|(said, expected)| said == expected).count()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Three queries and an article.
    pub(in crate::bench::queries) fn answers(factor: f64) -> Answers {
        let sample = |values: [f64; 3]| values.map(|value| value * factor).into_iter().collect();
        Answers {
            typed: ["", "", ""].map(str::to_owned).into(),
            articles: sample([1.0, 2.0, 3.0]),
            expected: [1.0, 2.0, 4.0].into_iter().collect(),
            recall: [1.0, 1.0, 0.75].map(|share| share / factor).into_iter().collect(),
            precision: [1.0; 3].into_iter().collect(),
            data_bytes: sample([20e3, 40e3, 90e3]),
            all_bytes: sample([320e3, 340e3, 390e3]),
            seconds: sample([0.1, 0.2, 0.3]),
            warm_seconds: sample([0.01, 0.02, 0.03]),
            search_seconds: sample([0.001, 0.002, 0.003]),
            title_ranks: [1.0 / factor].into_iter().collect(),
            piece_ranks: [0.5 / factor].into_iter().collect(),
        }
    }

    #[test]
    fn counts_are_exact_or_not() {
        assert_eq!(answers(1.0).exact_counts(&[0, 1, 2]), 2);
        assert_eq!(answers(2.0).exact_counts(&[0, 1]), 0);
    }

    #[test]
    fn shares_are_means() {
        let answers = answers(1.0);
        let measures = answers.measures("society");
        let recall = measures.iter().find(|measure| measure.name == "society: recall").unwrap();
        assert_eq!(recall.sample.show(recall.unit), "0.917");
    }
}

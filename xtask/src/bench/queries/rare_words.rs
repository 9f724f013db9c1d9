//! What a rare word costs in a small archive, and in a large one of the same kind.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::bench::sample::{Measure, Sample, Unit, grouped, none, show_ratio};
use crate::bench::table::markdown;

/// Words that are rare in the small archive, and what they cost in both.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RareWords {
    words: Vec<String>,
    small: RareAnswers,
    large: RareAnswers,
}

/// What they cost in one archive; a value a word.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RareAnswers {
    articles_in_all: u64,
    /// How many articles have the word.
    articles: Sample,
    /// What was fetched with a new profile until ten snippets were there; without code.
    data_bytes: Sample,
    seconds: Sample,
}

impl RareWords {
    /// What was measured, under names of its own.
    pub(crate) fn measures(&self) -> Vec<Measure<'_>> {
        let archives = [("the small archive", &self.small), ("the large archive", &self.large)];
        let measures = archives.into_iter().flat_map(|(archive, answers)| {
            let named = move |(name, unit, sample)| Measure {
                name: format!("rare words in {archive}: {name}"),
                unit,
                sample: Cow::Borrowed(sample),
            };
            answers.samples().map(named)
        });
        measures.collect()
    }

    /// A table of both.
    pub(crate) fn table(&self) -> String {
        let samples = self.small.samples().into_iter().zip(self.large.samples());
        let rows = samples.map(|((name, unit, small), (_, _, large))| {
            let ratio = large.median().zip(small.median()).map(|(large, small)| large / small);
            [name.to_owned(), small.show(unit), large.show(unit), ratio.map_or_else(none, show_ratio)]
        });
        let title = format!("{} rare words", self.words.len());
        let [small, large] = [&self.small, &self.large].map(|answers| grouped(answers.articles_in_all));
        markdown(
            [&title, &format!("{small} articles"), &format!("{large} articles"), "ratio"],
            rows.collect(),
        )
    }
}

impl RareAnswers {
    fn samples(&self) -> [(&'static str, Unit, &Sample); 3] {
        let RareAnswers { articles_in_all: _, articles, data_bytes, seconds } = self;
        [
            ("articles with the word", Unit::Count, articles),
            ("data of the first ten", Unit::Bytes, data_bytes),
            ("time of the first ten", Unit::Seconds, seconds),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_large_archive_is_set_beside_the_small_one() {
        let answers = |articles_in_all, bytes: f64| RareAnswers {
            articles_in_all,
            data_bytes: [bytes].into_iter().collect(),
            ..RareAnswers::default()
        };
        let words = RareWords {
            words: vec!["茶".to_owned()],
            small: answers(50_000, 60e3),
            large: answers(1_000_000, 90e3),
        };
        let table = words.table();
        assert!(table.contains("| 50,000 articles | 1,000,000 articles |"), "{table}");
        assert!(table.contains("|         60.0 KB |            90.0 KB |  1.50 |"), "{table}");
    }
}

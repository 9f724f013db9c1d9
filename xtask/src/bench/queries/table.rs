//! Tables of queries.

use super::Queries;
use super::answers::Answers;
use crate::bench::contender::PAGEFIND;
use crate::bench::sample::{Sample, Unit, none, show_ratio};
use crate::bench::table::markdown;

const NOTE: &str = "Medians by kind of query, each asked in a new profile, up to ten results with their \
     snippets: in the viewer, open on the newest articles, whose own pages are not counted, and by Pagefind's `search` and `data`, after its \
     `init`. Code is counted compressed. Exact: queries whose count of results is right. What is found is \
     compared with a scan of all texts; each query is put to Pagefind in the form, with or without \
     quotation marks, that serves it better, and what it finds by metadata or by the beginning of a word \
     is no fault of it. \
     Goals: 1/4 of Pagefind's data, less of all, 1/5 of its time; recall and precision of 1.";

impl Queries {
    /// Tables of costs, of what was found, and of articles that were looked for.
    pub(crate) fn tables(&self, archive: &str) -> String {
        [self.costs(archive), self.findings(archive), self.rest(archive), NOTE.to_owned()].join("\n\n")
    }

    fn costs(&self, archive: &str) -> String {
        let pagefind = format!("Pagefind {PAGEFIND}");
        let title = format!("{archive}, {} queries", self.queries.len());
        let head =
            [&title, "data", &pagefind, "ratio", "with code", &pagefind, "ratio", "time", &pagefind, "ratio"];
        let rows = self.kinds().into_iter().map(|(kind, places)| {
            let cost = |unit, cost| self.cost(&places, unit, cost);
            let [data, their_data, data_ratio] = cost(Unit::Bytes, |answers| &answers.data_bytes);
            let [all, their_all, all_ratio] = cost(Unit::Bytes, |answers| &answers.all_bytes);
            let [time, their_time, time_ratio] = cost(Unit::Seconds, |answers| &answers.seconds);
            let kind = format!("{kind} ({})", places.len());
            [kind, data, their_data, data_ratio, all, their_all, all_ratio, time, their_time, time_ratio]
        });
        markdown(head, rows.collect())
    }

    /// The medians of both, and how they compare.
    fn cost(&self, places: &[usize], unit: Unit, cost: fn(&Answers) -> &Sample) -> [String; 3] {
        let median = |answers: &Answers| cost(answers).at(places).median();
        let (ours, pagefind) = (median(&self.ours), self.pagefind.as_ref().and_then(median));
        let ratio = ours.zip(pagefind).map(|(ours, pagefind)| ours / pagefind);
        [shown(ours, unit), shown(pagefind, unit), ratio.map_or_else(none, show_ratio)]
    }

    fn findings(&self, archive: &str) -> String {
        let title = format!("{archive}, what is found");
        let head = [&title, "recall", "precision", "exact", "Pagefind's recall", "precision", "exact"];
        let rows = self.kinds().into_iter().map(|(kind, places)| {
            let finding = |answers: &Answers| finding(answers, &places);
            let [recall, precision, exact] = finding(&self.ours);
            let theirs = self.pagefind.as_ref().map_or_else(|| [none(), none(), none()], finding);
            let [their_recall, their_precision, their_exact] = theirs;
            [kind.to_owned(), recall, precision, exact, their_recall, their_precision, their_exact]
        });
        markdown(head, rows.collect())
    }

    /// All queries asked again, and articles looked for.
    fn rest(&self, archive: &str) -> String {
        let title = format!("{archive}, asked again, and {} known articles", self.known.len());
        let columns = [Some(&self.ours), self.pagefind.as_ref()].map(|answers| answers.map(rest));
        let rows = REST.into_iter().enumerate().map(|(row, name)| {
            let [ours, theirs] =
                [0, 1].map(|column| columns[column].as_ref().map_or_else(none, |rows| rows[row].clone()));
            [name.to_owned(), ours, theirs]
        });
        markdown([&title, "ours", &format!("Pagefind {PAGEFIND}")], rows.collect())
    }
}

/// The means of the shares, and how many counts are exact.
fn finding(answers: &Answers, places: &[usize]) -> [String; 3] {
    let mean = |shares: &Sample| shown(shares.at(places).mean(), Unit::Share);
    let exact = format!("{} of {}", answers.exact_counts(places), places.len());
    [mean(&answers.recall), mean(&answers.precision), exact]
}

const REST: [&str; 8] = [
    "median time when asked again",
    "95th percentile of it",
    "of it the search alone: median",
    "of it the search alone: 95th percentile",
    "by title: mean reciprocal rank",
    "by title: among the first ten",
    "by 8 to 16 characters of the text: mean reciprocal rank",
    "by 8 to 16 characters of the text: among the first ten",
];

fn rest(answers: &Answers) -> [String; 8] {
    let Answers { warm_seconds, search_seconds, title_ranks, piece_ranks, .. } = answers;
    let seen = |ranks: &Sample| {
        let seen: Sample = ranks.values().map(|rank| f64::from(rank > 0.0)).collect();
        shown(seen.mean(), Unit::Share)
    };
    [
        shown(warm_seconds.median(), Unit::Seconds),
        shown(warm_seconds.quantile(0.95), Unit::Seconds),
        shown(search_seconds.median(), Unit::Seconds),
        shown(search_seconds.quantile(0.95), Unit::Seconds),
        shown(title_ranks.mean(), Unit::Share),
        seen(title_ranks),
        shown(piece_ranks.mean(), Unit::Share),
        seen(piece_ranks),
    ]
}

fn shown(value: Option<f64>, unit: Unit) -> String {
    value.map_or_else(none, |value| unit.show(value))
}

#[cfg(test)]
mod tests {
    use super::super::tests::queries;
    use super::*;

    fn check(table: &str, row: &[&str]) {
        let cells = |line: &str| -> Vec<String> {
            line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
        };
        let found = table.lines().map(cells).find(|cells| cells[0] == row[0]);
        assert_eq!(found.unwrap_or_default(), row, "{table}");
    }

    #[test]
    fn costs_are_medians_by_kind() {
        let table = queries(4.0).costs("society");
        check(
            &table,
            &[
                "words (2)",
                "30.0 KB",
                "120.0 KB",
                "0.25",
                "330.0 KB",
                "1.3 MB",
                "0.25",
                "150 ms",
                "600 ms",
                "0.25",
            ],
        );
        check(
            &table,
            &[
                "all (3)", "40.0 KB", "160.0 KB", "0.25", "340.0 KB", "1.4 MB", "0.25", "200 ms", "800 ms",
                "0.25",
            ],
        );
    }

    #[test]
    fn findings_are_means() {
        let table = queries(2.0).findings("society");
        check(&table, &["words", "1.000", "1.000", "2 of 2", "0.500", "1.000", "0 of 2"]);
        check(&table, &["all", "0.917", "1.000", "2 of 3", "0.458", "1.000", "0 of 3"]);
    }

    #[test]
    fn without_pagefind_its_columns_are_empty() {
        let alone = Queries { pagefind: None, ..queries(1.0) };
        check(&alone.findings("society"), &["phrases", "0.750", "1.000", "0 of 1", "–", "–", "–"]);
        check(&alone.rest("society"), &["by title: among the first ten", "1.000", "–"]);
        check(&alone.rest("society"), &["95th percentile of it", "30 ms", "–"]);
    }
}

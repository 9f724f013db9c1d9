//! What a reader waited for, as `query-bench phone` measured it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::bench::contender::PAGEFIND;
use crate::bench::sample::{Measure, Sample, Unit, none, show_ratio};
use crate::bench::table::markdown;

/// What was waited for in one archive.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::bench) struct Waits {
    /// The queries that were shared.
    queries: Vec<String>,
    /// The addresses of the articles that were.
    articles: Vec<String>,
    /// The home page, until there are titles.
    titles: Visits,
    /// A shared search, until five hits have their excerpts.
    search: Visits,
    /// The same by Pagefind's API in an empty page; `None` where there was no Pagefind.
    pagefind: Option<Visits>,
    /// A shared article, until the end of its text is there.
    article: Visits,
}

/// Visits of a kind: every list is a column, a value a visit.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Visits {
    seconds: Sample,
    requests: Sample,
    /// How many times in a row a request had to wait for another.
    waits: Sample,
    code_bytes: Sample,
    data_bytes: Sample,
}

const NOTE: &str = "A phone with 150 ms to the host and back, 1.6 Mbit/s down, 750 kbit/s up and a quarter \
     of this machine's speed, by Chromium's DevTools; HTTP/2 and gzip; each visit in a new profile, until \
     what is named is in the page. Waits in a row: the longest chain of requests each of which was sent \
     when the one before had been answered in full, the first of them after the page; what the browser asks \
     for by itself, as icons, does not count. Requests are those of which something had come by then, and \
     bytes as they were sent; texts of the interface are code. Goals: 0.9 of Pagefind's time with 4 waits, \
     and an article after 0.8 s by one request.";

impl Waits {
    /// What was measured, under names of its own.
    pub(super) fn measures(&self, archive: &str) -> Vec<Measure<'_>> {
        let kinds = [("first titles", Some(&self.titles)), ("shared search", Some(&self.search))];
        let more = [("Pagefind's API", self.pagefind.as_ref()), ("shared article", Some(&self.article))];
        let kinds = kinds.into_iter().chain(more).filter_map(|(kind, visits)| Some((kind, visits?)));
        kinds
            .flat_map(|(kind, visits)| visits.measures(&format!("{archive} on a slow phone, {kind}")))
            .collect()
    }

    /// A table, a column a kind of visit.
    pub(super) fn table(&self, archive: &str) -> String {
        let title = format!("{archive} on a slow phone");
        let pagefind = format!("Pagefind {PAGEFIND}");
        let theirs = self.pagefind.as_ref().map(Visits::samples);
        let columns =
            self.titles.samples().into_iter().zip(self.search.samples()).zip(self.article.samples());
        let rows = columns.enumerate().map(|(row, ((titles, search), article))| {
            let (name, unit, titles) = titles;
            let theirs = theirs.map(|samples| samples[row].2);
            let ratio = theirs.and_then(|theirs| Some(search.2.median()? / theirs.median()?));
            [
                name.to_owned(),
                titles.show(unit),
                search.2.show(unit),
                theirs.map_or_else(none, |theirs| theirs.show(unit)),
                ratio.map_or_else(none, show_ratio),
                article.2.show(unit),
            ]
        });
        let head = [&title, "first titles", "shared search", &pagefind, "ratio", "shared article"];
        let table = markdown(head, rows.collect());
        format!("{table}\n\nQueries: {}. {NOTE}", self.queries.join(", "))
    }
}

impl Visits {
    fn measures(&self, of: &str) -> Vec<Measure<'_>> {
        let named = |(name, unit, sample)| Measure {
            name: format!("{of}: {name}"),
            unit,
            sample: Cow::Borrowed(sample),
        };
        self.samples().map(named).into()
    }

    fn samples(&self) -> [(&'static str, Unit, &Sample); 5] {
        let Visits { seconds, requests, waits, code_bytes, data_bytes } = self;
        [
            ("time", Unit::Seconds, seconds),
            ("requests", Unit::Count, requests),
            ("waits in a row", Unit::Count, waits),
            ("page and code", Unit::Bytes, code_bytes),
            ("data", Unit::Bytes, data_bytes),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visits(seconds: &[f64]) -> Visits {
        let same = |value: f64| seconds.iter().map(|_| value).collect();
        Visits {
            seconds: seconds.iter().copied().collect(),
            requests: same(20.0),
            waits: same(5.0),
            code_bytes: same(400e3),
            data_bytes: same(90e3),
        }
    }

    fn waits(pagefind: Option<Visits>) -> Waits {
        Waits {
            queries: vec!["茶".to_owned(), "书".to_owned()],
            articles: vec!["#/article/2020-01-01/a".to_owned()],
            titles: visits(&[0.4]),
            search: visits(&[5.0, 4.0, 6.0]),
            pagefind,
            article: visits(&[4.5]),
        }
    }

    #[test]
    fn a_search_is_set_beside_pagefinds() {
        let table = waits(Some(visits(&[2.5, 2.0, 3.0]))).table("society");
        let row = "| time                    |       400 ms | 5.00 s (4.00 s – 6.00 s) | 2.50 s (2.00 s – 3.00 s) |  2.00 |         4.50 s |";
        assert!(table.contains(row), "{table}");
        assert!(table.contains("Queries: 茶, 书. "), "{table}");
        let table = waits(None).table("society");
        assert!(table.contains("|              – |     – |"), "{table}");
    }

    #[test]
    fn without_pagefind_ours_is_measured() {
        assert_eq!(waits(Some(visits(&[1.0]))).measures("a").len(), 20);
        assert_eq!(waits(None).measures("a").len(), 15);
    }
}

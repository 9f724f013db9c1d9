//! Pagefind's search, asked for more than ten snippets: in one page, by the numbers that it gives
//! to its results. Which pages they are, its files say, read without a browser.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use bundle_folder::gunzip;
use percent_encoding::percent_decode_str;
use reading_room_tests::{Page, Scan, Wanted};
use serde_json::{Value, json};

use crate::contender::Contender;
use crate::quality::Quality;

/// What every file of Pagefind's begins with.
const MAGIC: &[u8] = b"pagefind_dcd";

/// Pagefind in an open page, with the texts that it was given.
pub(crate) struct Pagefind {
    page: Page,
    /// The path of the page that a result is, by its number.
    results: BTreeMap<String, String>,
    scan: Scan<String>,
}

impl Pagefind {
    /// Opens its page, and reads its files and what they were made from.
    pub(crate) async fn open(contender: &Contender, index: &Path, pages: &Path) -> Self {
        let scan = Scan::of_pages(pages);
        Self { page: contender.open().await, results: results(index), scan }
    }

    /// The pages that are found for a query, best first; at most so many.
    pub(crate) async fn found(&self, typed: &str, most: Option<usize>) -> Vec<&String> {
        let numbers =
            self.page.call(include_str!("pagefind/found.js"), vec![json!(typed), json!(most)]).await;
        let numbers = numbers.as_array().into_iter().flatten().filter_map(Value::as_str);
        numbers.map(|number| self.results.get(number).expect("a result is a page")).collect()
    }

    /// The form of a query that serves Pagefind best, how good its answer is, and how many pages
    /// there should be.
    ///
    /// Words that begin with one that was typed are no fault: it means to find them. Nor are pages
    /// that hold a word in their metadata alone, which it finds by some words and not by others.
    pub(crate) async fn quality(&self, query: &str) -> (String, Quality, usize) {
        let needed = self.scan.holding(&Wanted::by(query));
        let allowed = self.scan.holding_or_about(&Wanted::by(query).as_beginnings());
        let mut best: Option<(String, Quality)> = None;
        for form in forms(query) {
            let found: BTreeSet<&String> = self.found(&form, None).await.into_iter().collect();
            let quality = Quality::of(&found, &needed, &allowed);
            if best.as_ref().is_none_or(|(_, best)| quality.whole() > best.whole()) {
                best = Some((form, quality));
            }
        }
        let (form, quality) = best.expect("there is at least the query as it is");
        (form, quality, needed.len())
    }

    /// What a reader sees of each page.
    pub(crate) fn shown(&self) -> BTreeMap<&str, &str> {
        self.scan.texts().iter().map(|text| (text.key.as_str(), text.shown.as_str())).collect()
    }
}

/// A query as it is, and as a sequence, which Pagefind wants in quotation marks.
pub(crate) fn forms(query: &str) -> Vec<String> {
    let quoted = (!query.contains('"')).then(|| format!("\"{query}\""));
    [query.to_owned()].into_iter().chain(quoted).collect()
}

/// The path of the page of each result, by its number.
fn results(index: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(index.join("fragment")).expect("Pagefind wrote fragments");
    let paths = files.map(|file| file.expect("the folder can be read").path());
    paths.map(|path| (number(&path), page(&fs::read(&path).expect("it can be read")))).collect()
}

/// `zh_0117e5f` of `zh_0117e5f.pf_fragment`.
fn number(fragment: &Path) -> String {
    fragment.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The path of a page in its folder, without `.html`.
fn page(fragment: &[u8]) -> String {
    let plain = gunzip(fragment.to_vec()).expect("the fragment is whole");
    let json = plain.strip_prefix(MAGIC).expect("it is a file of Pagefind's");
    let fragment: Value = serde_json::from_slice(json).expect("it is JSON");
    let url = fragment["url"].as_str().expect("it has an address");
    let path = percent_decode_str(url.trim_start_matches('/')).decode_utf8_lossy();
    path.strip_suffix(".html").unwrap_or(&path).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_put_in_both_ways() {
        let check = |query: &str, expected: &[&str]| assert_eq!(forms(query), expected);
        check("图书馆", &["图书馆", "\"图书馆\""]);
        check("\"图书馆\"", &["\"图书馆\""]);
    }
}

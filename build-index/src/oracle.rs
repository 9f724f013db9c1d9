//! Holds the index to its promise: a search finds exactly the articles that contain what was
//! typed. The oracle knows nothing of terms, postings or positions; it folds the whole text of
//! every article and looks for the query in it, letter by letter.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bundle::format::{ArticleRef, Manifest};
use bundle::query::{LastWord, Query};
use bundle::reading::{body, listed};
use bundle::search::{Request, search};
use bundle::text::{fold, is_cjk, visible_text};

use crate::build::build;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::shelf::Shelf;

/// An article as the oracle knows it: title, text and author, folded, apart from each other.
struct Scanned {
    article: ArticleRef,
    text: String,
}

struct Oracle {
    shelf: Shelf,
    manifest: Manifest,
    articles: Vec<Scanned>,
    _dir: tempfile::TempDir,
}

impl Oracle {
    fn of(archive: &Path) -> Oracle {
        let dir = tempfile::tempdir().unwrap();
        build(archive, &Settings::of(archive, dir.path()), Progress::new(true)).unwrap();
        let (shelf, manifest) = Shelf::open(dir.path()).unwrap();
        let everything = pollster::block_on(search(&shelf, &manifest, &Request::default())).unwrap();
        let scan = |article| {
            let listed = pollster::block_on(listed(&shelf, &manifest, article)).unwrap();
            let html = pollster::block_on(listed.body(&shelf)).unwrap();
            let card = listed.card().unwrap();
            let mut text =
                [card.title.as_str(), &visible_text(&html).text, &card.author].map(plain).join("\n");
            for version in &card.versions {
                let html = pollster::block_on(body(&shelf, &version.body)).unwrap();
                text += &["", &version.title, &visible_text(&html).text].map(plain).join("\n");
            }
            Scanned { article, text }
        };
        let articles = everything.hits.iter().map(|hit| scan(hit.article)).collect();
        Oracle { shelf, manifest, articles, _dir: dir }
    }

    /// Compares what the index finds with what the text holds.
    fn check(&self, typed: &str, holds: impl Fn(&str) -> bool) {
        let request = Request { query: Query::parse(typed, LastWord::Whole), ..Request::default() };
        let outcome = pollster::block_on(search(&self.shelf, &self.manifest, &request)).unwrap();
        let found: BTreeSet<_> = outcome.hits.iter().map(|hit| hit.article).collect();
        let expected: BTreeSet<_> = self
            .articles
            .iter()
            .filter(|scanned| holds(&scanned.text))
            .map(|scanned| scanned.article)
            .collect();
        assert_eq!(found, expected, "{typed:?}");
        assert_eq!(outcome.hits.len(), expected.len(), "{typed:?} has repeated hits");
    }

    /// Checks that a run of CJK characters is found where it stands.
    fn check_run(&self, run: &str) {
        let folded = fold(run);
        self.check(run, |text| text.contains(&folded));
    }
}

/// Folded text without the white space that stands between CJK characters.
fn plain(text: &str) -> String {
    let folded: Vec<char> = fold(text).chars().collect();
    let mut plain = String::new();
    for (index, &c) in folded.iter().enumerate() {
        let before = folded[..index].iter().rev().find(|c| !c.is_whitespace() || **c == '\n');
        let after = folded[index..].iter().find(|c| !c.is_whitespace() || **c == '\n');
        let between = before.is_some_and(|&c| is_cjk(c)) && after.is_some_and(|&c| is_cjk(c));
        if !(c != '\n' && c.is_whitespace() && between) {
            plain.push(c);
        }
    }
    plain
}

/// Every `step`-th run of 1 to 12 CJK characters of a text.
fn runs(text: &str, step: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let run = |start: usize| {
        let length = 1 + start % 12;
        let run: String = chars[start..].iter().take(length).take_while(|c| is_cjk(**c)).collect();
        (!run.is_empty()).then_some(run)
    };
    (0..chars.len()).step_by(step).filter_map(run).collect()
}

fn sample() -> Oracle {
    Oracle::of(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../sample"))
}

#[test]
fn runs_of_the_sample_are_found_exactly() {
    let oracle = sample();
    let runs: BTreeSet<_> = oracle.articles.iter().flat_map(|scanned| runs(&scanned.text, 11)).collect();
    assert!(runs.len() > 500, "the sample gives enough to look for");
    runs.iter().for_each(|run| oracle.check_run(run));
}

#[test]
fn both_scripts_find_the_same() {
    let oracle = sample();
    for run in ["图书馆", "圖書館", "铁路", "鐵路", "台风", "颱風", "活字印刷", "沒有的東西"]
    {
        oracle.check_run(run);
    }
}

#[test]
fn words_are_found_whole() {
    let oracle = sample();
    let words =
        |text: &str, word: &str| text.split(|c: char| !c.is_alphanumeric() || is_cjk(c)).any(|w| w == word);
    for word in ["lighthouse", "tide", "tea", "1937", "the", "type", "zzz"] {
        oracle.check(word, |text| words(text, word));
    }
    oracle.check("print*", |text| {
        text.split(|c: char| !c.is_alphanumeric() || is_cjk(c)).any(|word| word.starts_with("print"))
    });
}

#[test]
fn words_combine() {
    let oracle = sample();
    let (library, typhoon) = (fold("图书馆"), fold("台风"));
    oracle.check("图书馆 颱風", |text| text.contains(&library) && text.contains(&typhoon));
    oracle.check("图书馆 -颱風", |text| text.contains(&library) && !text.contains(&typhoon));
    oracle.check("图书馆 OR 颱風", |text| text.contains(&library) || text.contains(&typhoon));
    oracle.check("\"movable type\"", |text| {
        text.match_indices("movable type").any(|(at, _)| !text[at + 12..].starts_with(char::is_alphanumeric))
    });
}

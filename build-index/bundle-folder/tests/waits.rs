//! How many requests of a reader wait for one another.

#![allow(clippy::unwrap_used)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use bundle::format::{BundleFile, FORMAT, FormatError, Link, Manifest, Source, kind};
use bundle::query::{LastWord, Query};
use bundle::reading::{catalog_row, find};
use bundle::search::{Request, Search, Sort, certain_files};
use bundle_folder::{BundleFolder, BundleFolderError};
use futures_util::future::{join, join_all};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(FORMAT.to_string())
}

/// A bundle on a slow network: what is asked for comes when nothing else can be asked for, all at once.
struct Slow {
    source: BundleFolder,
    round: Cell<u32>,
    waiting: RefCell<Vec<Waker>>,
    /// In which round the files came.
    came: RefCell<BTreeMap<String, u32>>,
}

impl Source for Slow {
    type Error = BundleFolderError;

    async fn load<T: BundleFile>(&self, link: &Link<T>) -> Result<Rc<T>, BundleFolderError> {
        let path = link.path();
        if !self.came.borrow().contains_key(&path) {
            let asked = self.round.get();
            poll_fn(|context| {
                self.waiting.borrow_mut().push(context.waker().clone());
                if self.round.get() > asked { Poll::Ready(()) } else { Poll::Pending }
            })
            .await;
            self.came.borrow_mut().insert(path, self.round.get());
        }
        self.source.load(link).await
    }

    fn damaged(&self, path: String, error: FormatError) -> BundleFolderError {
        self.source.damaged(path, error)
    }
}

impl Slow {
    fn open() -> (Slow, Manifest) {
        let (source, manifest) = BundleFolder::open(&golden()).unwrap();
        (
            Slow { source, round: Cell::new(0), waiting: RefCell::default(), came: RefCell::default() },
            manifest,
        )
    }

    /// Runs it, and gives the round after the manifest in which the last file of each kind came.
    fn rounds<T>(&self, work: impl Future<Output = T>) -> (T, BTreeMap<String, u32>) {
        let mut work = pin!(work);
        let mut context = Context::from_waker(Waker::noop());
        let done = loop {
            match work.as_mut().poll(&mut context) {
                Poll::Ready(done) => break done,
                Poll::Pending => {
                    self.round.set(self.round.get() + 1);
                    self.waiting.take().into_iter().for_each(Waker::wake);
                }
            }
        };
        let mut rounds = BTreeMap::new();
        for (path, round) in &*self.came.borrow() {
            let last = rounds.entry(kind(path).to_owned()).or_default();
            *last = u32::max(*last, *round);
        }
        (done, rounds)
    }
}

fn expected<const N: usize>(rounds: [(&str, u32); N]) -> BTreeMap<String, u32> {
    rounds.into_iter().map(|(kind, round)| (kind.to_owned(), round)).collect()
}

/// In which rounds the files of a search come, those of the rows that it shows included.
fn rounds_of_search(typed: &str) -> BTreeMap<String, u32> {
    let (source, manifest) = Slow::open();
    let query = Query::parse(typed, LastWord::Prefix);
    let request = Request { query, sort: Sort::Relevance, ..Request::default() };
    let (hits, rounds) = source.rounds(async {
        let mut search = Search::new(&source, &manifest, &request);
        while search.advance().await {}
        let hits = search.results().hits;
        let files = search.row_files(&hits);
        join_all(files.iter().map(|(page, bodies)| join(source.load(page), source.load(bodies)))).await;
        hits
    });
    assert!(!hits.is_empty(), "{typed}");
    rounds
}

#[test]
fn a_search_waits_three_times_after_the_manifest() {
    let check = |typed: &str, rounds| assert_eq!(rounds_of_search(typed), rounds, "{typed}");
    let shown = [("columns", 1), ("directory", 1), ("terms", 2), ("catalog", 3), ("bodies", 3)];
    check("灯塔", expected(shown));
    let [columns, directory, terms, catalog, bodies] = shown;
    check("灯塔 帳簿", expected([columns, directory, terms, ("positions", 2), catalog, bodies]));
    check("category:港口", expected([columns, ("catalog", 2), ("bodies", 2)]));
}

#[test]
fn what_a_search_begins_with_is_known_before() {
    let (source, manifest) = Slow::open();
    let query = Query::parse("灯塔", LastWord::Whole);
    let request = Request { query, ..Request::default() };
    let mut search = Search::new(&source, &manifest, &request);
    source.rounds(async { while search.advance().await {} });
    let mut first: Vec<String> =
        source.came.borrow().iter().filter(|(_, round)| **round == 1).map(|(path, _)| path.clone()).collect();
    let mut certain = certain_files(&manifest);
    first.sort();
    certain.sort();
    assert_eq!(first, certain);
}

#[test]
fn an_article_waits_twice_after_the_manifest() {
    let (source, manifest) = Slow::open();
    let newest = manifest.articles().next().unwrap();
    let address = pollster::block_on(catalog_row(&source.source, &manifest, newest)).unwrap();
    let address = address.card().unwrap().address();
    let (_, rounds) = source.rounds(async {
        let article = find(&source, &manifest, &address).await.unwrap().unwrap();
        catalog_row(&source, &manifest, article).await.unwrap().body(&source).await.unwrap()
    });
    assert_eq!(rounds, expected([("catalog", 1), ("bodies", 2)]));
}

#[test]
fn what_rows_need_is_what_their_search_says() {
    let (source, manifest) = BundleFolder::open(&golden()).unwrap();
    let request = Request { query: Query::parse("人", LastWord::Whole), ..Request::default() };
    let mut search = Search::new(&source, &manifest, &request);
    pollster::block_on(async { while search.advance().await {} });
    for hit in search.results().hits {
        let row = pollster::block_on(catalog_row(&source, &manifest, hit.article)).unwrap();
        let [(page, bodies)] = search.row_files(&[hit]).try_into().unwrap();
        let entry = &manifest.segments[hit.article.segment.index()];
        assert_eq!(page, entry.folder.page(entry.page_of(hit.article.article).0));
        assert_eq!(bodies, entry.folder.bodies(row.card().unwrap().body.file));
    }
}

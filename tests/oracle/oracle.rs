//! Holds the search to its promise: it finds exactly the articles that contain what was typed, and
//! counts them.
//!
//! Queries are drawn from an archive by the thousand, each with what it means in terms of letters,
//! and all articles are scanned for that. The scan knows nothing of tokens, terms or postings.

mod archive;
mod queries;
mod spelled;

use std::collections::{BTreeMap, BTreeSet};

use archive::{Archive, Article};
use bundle::date::Months;
use bundle::format::Facet;
use bundle::query::{LastWord, Query};
use bundle::search::{Request, SearchResults, Sort};
use queries::{Draw, Drawn};
use reading_room_tests::{Bundle, NO_CORPORA, Proof, corpora, skip};

#[tokio::test]
async fn the_sample_is_found_exactly() {
    check(&Archive::read(Bundle::sample().folder()).await, Proof::wanted().of_sample).await;
}

#[tokio::test]
async fn society_is_found_exactly() {
    let Some(corpora) = corpora() else { skip!("{NO_CORPORA}") };
    check(&Archive::read(&corpora.join("society-bundle")).await, Proof::wanted().of_society).await;
}

#[tokio::test]
async fn oped2_is_found_exactly() {
    let Some(corpora) = corpora() else { skip!("{NO_CORPORA}") };
    check(&Archive::read(&corpora.join("oped2-bundle")).await, Proof::wanted().of_oped2).await;
}

/// Compares what the index finds with what a scan finds, for so many queries of each seed.
async fn check(archive: &Archive, queries: usize) {
    for seed in Proof::wanted().seeds.clone() {
        check_seed(archive, seed, queries).await;
        println!("{queries} queries of seed {seed} find what they have to");
    }
}

async fn check_seed(archive: &Archive, seed: u64, queries: usize) {
    let mut draw = Draw::from(archive, seed);
    let mut with_hits = 0;
    for _ in 0..queries {
        let drawn = draw.query();
        let fitting: Vec<&Article> =
            archive.articles.iter().filter(|article| drawn.meaning.fits(article)).collect();
        with_hits += usize::from(!fitting.is_empty());
        compare(archive, &drawn, &fitting).await;
        compare_month(archive, &drawn, &fitting).await;
    }
    assert!(with_hits * 2 > queries, "seed {seed}: only {with_hits} of {queries} queries find something");
}

async fn compare(archive: &Archive, Drawn { typed, .. }: &Drawn, fitting: &[&Article]) {
    let query = Query::parse(typed, LastWord::Whole);
    assert_eq!(query.problems, [], "{typed:?}");
    let results = archive.search(&Request { query, sort: Sort::Newest, ..Request::default() }).await;
    let found: Vec<_> = results.hits.iter().map(|hit| hit.article).collect();
    let expected: Vec<_> = fitting.iter().map(|article| article.place).collect();
    if found != expected {
        let of = |articles: &[_]| articles.iter().copied().collect::<BTreeSet<_>>();
        let (found, expected) = (of(&found), of(&expected));
        let titles = |places: Vec<_>| {
            let by_place = archive.articles.iter().filter(|article| places.contains(&&article.place));
            by_place.map(|article| article.shown[0].clone()).take(3).collect::<Vec<_>>()
        };
        panic!(
            "{typed:?} finds {} of {}; wrong: {:?}; missing: {:?}",
            found.len(),
            expected.len(),
            titles(found.difference(&expected).collect()),
            titles(expected.difference(&found).collect()),
        );
    }
    check_counts(typed, &results, fitting);
}

/// With a month chosen, only its articles are found and counted, and all months are still offered.
async fn compare_month(archive: &Archive, Drawn { typed, .. }: &Drawn, fitting: &[&Article]) {
    let Some(month) = fitting.get(fitting.len() / 2).map(|article| article.day.month()) else { return };
    let mut request = Request { query: Query::parse(typed, LastWord::Whole), ..Request::default() };
    request.selection.months = Some(Months { first: month, last: month });
    let results = archive.search(&request).await;
    let of_month = |article: &&&Article| article.day.month() == month;
    let chosen: Vec<&Article> = fitting.iter().filter(of_month).copied().collect();
    let found: Vec<_> = results.hits.iter().map(|hit| hit.article).collect();
    let expected: Vec<_> = chosen.iter().map(|article| article.place).collect();
    assert_eq!(found, expected, "{typed:?} in {month}");
    check_counts(typed, &results, &chosen);
    assert_eq!(results.timeline, articles_per_month(fitting), "{typed:?} in {month}");
}

fn articles_per_month(articles: &[&Article]) -> Vec<(String, u32)> {
    let mut months: BTreeMap<String, u32> = BTreeMap::new();
    for article in articles {
        *months.entry(article.day.month().to_string()).or_default() += 1;
    }
    months.into_iter().collect()
}

/// The counts of search results, facet by facet and month by month.
fn check_counts(typed: &str, results: &SearchResults, fitting: &[&Article]) {
    let mut values: BTreeMap<Facet, BTreeMap<&str, u32>> = BTreeMap::new();
    for article in fitting {
        for (facet, value) in &article.values {
            *values.entry(*facet).or_default().entry(value).or_default() += 1;
        }
    }
    let counted: BTreeMap<_, BTreeMap<_, _>> = results
        .facets
        .iter()
        .map(|facet| (facet.facet, facet.top.iter().map(|(value, count)| (value.as_str(), *count)).collect()))
        .collect();
    assert_eq!(counted, values, "{typed:?}");
    assert_eq!(results.months, articles_per_month(fitting), "{typed:?}");
}

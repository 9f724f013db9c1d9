//! Bundles as earlier versions wrote them: those of the version in use are read, and others are
//! refused with the remedy.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use bundle::format::FORMAT;
use bundle::query::{LastWord, Query};
use bundle::reading::{catalog_row, find, snippet};
use bundle::search::{Request, Sort, search};
use bundle_folder::BundleFolder;
use pollster::block_on;

/// The folder of a version of the format.
fn golden(format: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format.to_string())
}

#[test]
fn the_version_in_use_is_read() {
    let (source, manifest) = BundleFolder::open(&golden(FORMAT)).unwrap();
    assert_eq!(manifest.site.title, "活字与灯塔");
    let titles = |typed: &str| -> Vec<String> {
        let query = Query::parse(typed, LastWord::Whole);
        let request = Request { query, sort: Sort::Newest, ..Request::default() };
        let hits = block_on(search(&source, &manifest, &request)).unwrap().hits;
        let title = |article| {
            block_on(catalog_row(&source, &manifest, article)).unwrap().card().unwrap().title.clone()
        };
        hits.into_iter().map(|hit| title(hit.article)).collect()
    };
    let [tide, light, clock] =
        ["潮汐表是怎样印出来的", "燈塔守望人的帳簿", "The clock that kept the tide's time, corrected"];
    assert_eq!(titles(""), [clock, light, tide]);
    assert_eq!(titles("灯塔"), [light]);
    assert_eq!(titles("人"), [light, tide]);
    assert_eq!(titles("tide*"), [clock]);
    assert_eq!(titles("\"tide table\" OR \"reads the proof\""), [tide], "a hyphen stands between");
    assert_eq!(titles("\"tide-table\""), [clock], "what an earlier version said");
    assert_eq!(titles("category:港口 -author:雨窗"), [tide]);
    assert_eq!(titles("date:2020"), [light]);
}

#[test]
fn an_article_of_it_is_shown() {
    let (source, manifest) = BundleFolder::open(&golden(FORMAT)).unwrap();
    let newest = manifest.articles().next().unwrap();
    let article = block_on(catalog_row(&source, &manifest, newest)).unwrap();
    let address = article.card().unwrap().address();
    assert_eq!(block_on(find(&source, &manifest, &address)).unwrap(), Some(newest));
    assert_eq!(article.card().unwrap().versions.len(), 1);
    assert!(block_on(article.body(&source)).unwrap().contains("fifty minutes and a half"));
    let query = Query::parse("\"and a half\"", LastWord::Whole);
    let snippet = block_on(snippet(&source, &article, &query)).unwrap();
    assert_eq!(
        snippet.highlights.iter().map(|mark| &snippet.text[mark.clone()]).collect::<Vec<_>>(),
        ["and a half"]
    );
}

#[test]
fn other_versions_are_refused_with_the_remedy() {
    for format in 0..FORMAT {
        let folder = golden(format);
        if folder.is_dir() {
            let error = BundleFolder::open(&folder).err().unwrap().to_string();
            assert!(error.contains("build it again") && error.contains("manifest.json"), "{error}");
        }
    }
}

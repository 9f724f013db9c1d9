//! Searches that are not whole: still under way, paused, or with a file missing.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use reading_room_tests::{Bundle, Site, build_index, copy_folder};
use serde_json::{Value, json};

/// The file of the sample in which the term of two characters is looked up.
fn shard_of(term: &str) -> String {
    let mut search = Command::new(build_index());
    search.arg("search").arg(Bundle::sample().folder()).args([term, "--explain", "--json"]);
    let output = search.output().expect("build-index runs").stdout;
    let answer: Value = serde_json::from_slice(&output).expect("it answers in JSON");
    let file = &answer["explanation"]["lookups"][0]["terms"][0]["files"][0][0];
    file.as_str().expect("a term is looked up in a file").to_owned()
}

#[tokio::test]
async fn a_missing_file_is_named_and_the_rest_is_found() {
    let site = Site::sample().await;
    let shard = shard_of("图书");
    site.fail(&shard, 404);
    let page = site.open("#/?q=lighthouse+OR+图书").await;
    page.wait_for_text(".unsearched", "“图书” could not be looked up in the articles from").await;
    page.wait_for_text(".unsearched", &shard).await;
    page.wait_for_text("h2.count", "At least 5 articles").await;
    page.wait_for("article.row", 5).await;
    page.screenshot("search-incomplete-desktop-light").await;
    site.mend();
    page.click(".unsearched button").await;
    page.wait_for_js("document.querySelector('.unsearched') === null").await;
    page.wait_for_js("document.querySelectorAll('article.row').length > 5").await;
}

/// A manifest of the sample that has it many times over, as segments of their own.
fn repeated(times: u64) -> String {
    let manifest = std::fs::read(Bundle::sample().folder().join("manifest.json")).expect("it is there");
    let mut manifest: Value = serde_json::from_slice(&manifest).expect("it is JSON");
    let segment = manifest["segments"][0].clone();
    let articles = segment["articles"].clone();
    let total = articles.as_u64().expect("a segment has articles") * times;
    manifest["segments"] = (0..times).map(|_| segment.clone()).collect();
    manifest["order"] = (0..times).map(|number| json!([number, 0, articles])).collect();
    manifest["totals"]["articles"] = total.into();
    manifest.to_string()
}

#[tokio::test]
async fn a_common_word_waits_before_it_takes_much() {
    let site = Site::sample().await;
    site.replace("manifest.json", &repeated(100));
    let page = site.open("#/?q=的").await;
    page.wait_for_text("h2.count", "At least").await;
    page.wait_for_text(".older", "of 6,800 articles have been searched").await;
    let paused = page.text("h2.count strong").await;
    page.screenshot("search-paused-desktop-light").await;
    page.click(".older button").await;
    page.wait_for_js(&format!("document.querySelector('h2.count strong').textContent !== '{paused}'")).await;

    page.goto("#/?q=lighthouse").await;
    page.wait_for_text("h2.count", "500 articles").await;
    assert_eq!(page.count(".older").await, 0, "a rare word is searched to the end");
}

/// Builds an archive of nine posts of a year into a folder, beside what may be there; gives the
/// manifest.
fn build_year(year: u32, bundle: &Path) -> Value {
    let archive = tempfile::tempdir().expect("a folder can be made");
    let posts = archive.path().join("_posts");
    std::fs::create_dir(&posts).expect("the folder can be made");
    for day in 1..=9 {
        let date = format!("{year}-03-0{day}");
        let post = format!("---\ntitle: Ebb of {date}\ndate: {date}\n---\nThe harbour on {date}.\n");
        std::fs::write(posts.join(format!("{date}-ebb.md")), post).expect("a post can be written");
    }
    let out = archive.path().join("bundle");
    let mut build = Command::new(build_index());
    let built = build.arg("build").arg(archive.path()).arg("--out").arg(&out).output();
    assert!(built.expect("build-index runs").status.success());
    for folder in std::fs::read_dir(&out).expect("there is a bundle").flatten() {
        let (from, to) = (folder.path(), bundle.join(folder.file_name()));
        if from.is_dir() {
            copy_folder(&from, &to);
        }
    }
    let manifest = std::fs::read(out.join("manifest.json")).expect("there is a manifest");
    serde_json::from_slice(&manifest).expect("it is JSON")
}

#[tokio::test]
async fn newer_articles_are_there_while_older_ones_load() {
    let bundle = tempfile::tempdir().expect("a folder can be made");
    let (older, mut manifest) = (build_year(2018, bundle.path()), build_year(2024, bundle.path()));
    let older = &older["segments"][0];
    manifest["segments"] = json!([older, manifest["segments"][0]]);
    manifest["order"] = json!([[1, 0, 9], [0, 0, 9]]);
    manifest["totals"]["articles"] = 18.into();
    std::fs::write(bundle.path().join("manifest.json"), manifest.to_string()).expect("it can be written");

    let site = Bundle::in_folder(bundle.path()).serve().await;
    let older = format!("segments/{}", older["folder"].as_str().expect("a folder has a name"));
    site.delay(&older, Duration::from_secs(4));
    let page = site.open("#/?q=harbour").await;
    page.wait_for_text("h2.count", "At least 9 articles").await;
    page.wait_for_text(".older", "Searching older articles").await;
    page.wait_for("article.row", 9).await;
    page.wait_for_text("h2.count", "18 articles").await;
    page.wait_for("article.row", 18).await;
    assert_eq!(page.count(".older").await, 0);
}

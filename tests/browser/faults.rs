//! What a reader sees when something goes wrong: a message that names the file, and a way on.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use reading_room_tests::{Bundle, Site};

#[tokio::test]
async fn a_bundle_that_is_not_there() {
    let site = Site::sample().await;
    site.fail("manifest.json", 404);
    let page = site.open("#/").await;
    page.wait_for_text("[role=alert]", "bundle/manifest.json").await;
    page.screenshot("fault-no-bundle").await;
    site.mend();
    page.click("[role=alert] button").await;
    page.wait_for_text("h2.count", "68 articles").await;
}

#[tokio::test]
async fn a_bundle_of_another_version() {
    let site = Site::sample().await;
    site.replace("manifest.json", r#"{"format": 999, "segments": "who knows"}"#);
    let page = site.open("#/").await;
    page.wait_for_text("[role=alert]", "bundle/manifest.json").await;
    page.wait_for_text("[role=alert]", "format version 999").await;
}

#[tokio::test]
async fn what_takes_long_shows_that_it_goes_on() {
    let site = Site::sample().await;
    site.delay("catalog/", Duration::from_millis(1_500));
    let page = site.open("#/").await;
    page.wait_for_js("getComputedStyle(document.querySelector('.progress-line')).visibility === 'visible'")
        .await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page.wait_for(".progress-line", 0).await;
}

#[tokio::test]
async fn files_that_are_cut_off() {
    for folder in ["manifest.json", "catalog/"] {
        let site = Site::sample().await;
        site.replace(folder, r#"{"format": 1, "articles": ["#);
        let page = site.open("#/").await;
        page.wait_for_text("[role=alert]", &format!("/{folder}")).await;
        page.wait_for_text("[role=alert]", "damaged").await;
        site.mend();
        page.click("[role=alert] button").await;
        page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    }
}

#[tokio::test]
async fn files_that_are_half_there() {
    for folder in ["columns", "catalog"] {
        let site = with_half_files(folder).serve().await;
        let page = site.open("#/?q=活字").await;
        page.wait_for_text("[role=alert]", &format!("/{folder}/")).await;
        page.wait_for_text("[role=alert]", "damaged or cut off").await;
    }
}

/// The sample's bundle, with half of every file of a kind.
fn with_half_files(folder: &str) -> Bundle {
    copy_of_sample(&format!("half-{folder}"), |path, mut bytes| {
        bytes.truncate(if bundle::format::kind(&path.to_string_lossy()) == folder {
            bytes.len() / 2
        } else {
            bytes.len()
        });
        bytes
    })
}

/// The sample's bundle in a folder of its own, with files that are changed on the way.
fn copy_of_sample(name: &str, change: impl Fn(&Path, Vec<u8>) -> Vec<u8>) -> Bundle {
    let sample = Bundle::sample();
    let copy = sample.folder().with_extension(name);
    for file in files(sample.folder()) {
        let path = file.strip_prefix(sample.folder()).unwrap();
        fs::create_dir_all(copy.join(path).parent().unwrap()).unwrap();
        fs::write(copy.join(path), change(path, fs::read(&file).unwrap())).unwrap();
    }
    Bundle::in_folder(copy)
}

#[tokio::test]
async fn a_host_that_says_nothing_of_caching() {
    let bundle = copy_of_sample("changing", |_, bytes| bytes);
    let manifest = bundle.folder().join("manifest.json");
    // So browsers take it to be good for another while: a tenth of its age.
    let long_ago = SystemTime::now() - Duration::from_secs(60 * 60 * 24 * 30);
    fs::File::options().write(true).open(&manifest).unwrap().set_modified(long_ago).unwrap();
    let site = bundle.serve().await;
    let page = site.open("#/").await;
    page.wait_for_text(".brand", "旧闻阅览室").await;
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace("旧闻阅览室", "新闻阅览室")).unwrap();
    page.reload().await;
    page.wait_for_text(".brand", "新闻阅览室").await;
}

/// All files in a folder and the folders in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[tokio::test]
async fn a_search_that_cannot_have_its_files() {
    for folder in ["columns/", "directory/", "terms/", "positions/"] {
        let site = Site::sample().await;
        site.fail(folder, 503);
        let page = site.open("#/?q=活字印刷").await;
        page.wait_for_text("[role=alert]", &format!("/{folder}")).await;
        site.mend();
        page.click("[role=alert] button").await;
        page.wait_for_text("h2.count", "6 articles").await;
    }
}

#[tokio::test]
async fn an_article_that_cannot_have_its_text() {
    let site = Site::sample().await;
    site.fail("bodies/", 500);
    let page = site.open("#/").await;
    page.click("article.row h3 a").await;
    page.wait_for_text("[role=alert]", "/bodies/").await;
    site.mend();
    page.click("[role=alert] button").await;
    page.wait_for_text("article.article .body", "上午九时至下午五时").await;
}

#[tokio::test]
async fn a_slow_host_shows_that_something_is_coming() {
    let site = Site::sample().await;
    site.delay("segments/", std::time::Duration::from_secs(3));
    let page = site.open("#/").await;
    page.wait_for_js("document.querySelector('.skeleton') !== null").await;
    page.screenshot("loading-desktop-light").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
}

//! The texts of the interface: files beside the page, of which a reader loads that of their language.

use std::time::Duration;

use reading_room_tests::{Reader, Site};

const NEWEST: &str = "阅览室今冬的开放时间";
const ENGLISH: &str = "texts/en-";
const SIMPLIFIED: &str = "texts/zh-Hans-";
const TRADITIONAL: &str = "texts/zh-Hant-";

/// The files of texts that were fetched, without their hashes.
fn texts(site: &Site) -> Vec<String> {
    let fetched = site.fetched().into_iter().map(|fetch| fetch.path);
    let texts = fetched.filter(|path| path.starts_with("texts/"));
    texts.map(|path| path.rsplit_once('-').expect("it has a hash").0.to_owned() + "-").collect()
}

#[tokio::test]
async fn they_come_beside_the_viewer() {
    let site = Site::sample().await;
    // What is answered is noted when it is.
    site.delay(".wasm", Duration::from_secs(3));
    let page = site.open("#/").await;
    page.wait_until("the texts", async || (!texts(&site).is_empty()).then_some(())).await;
    let has_viewer = site.fetched().iter().any(|fetch| fetch.path.contains(".wasm"));
    assert!(!has_viewer, "they came after the viewer: {:?}", site.fetched());
    page.wait_for_text("h2.count", "68 articles").await;
    assert_eq!(texts(&site), [ENGLISH]);
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn only_one_language_is_loaded_until_another_is_chosen() {
    let site = Site::sample().await;
    for (languages, file, count) in [
        ("zh-HK,zh", TRADITIONAL, "68 篇"),
        ("zh-Hans-TW", SIMPLIFIED, "68 篇"),
        ("fr-CA,fr", ENGLISH, "68 articles"),
    ] {
        site.forget();
        let page = site.open_as(&Reader::desktop().languages(languages), "#/").await;
        page.wait_for_text("h2.count", count).await;
        assert_eq!(texts(&site), [file], "{languages}");
    }
    site.forget();
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.choose(".tools .language", "zh-Hant").await;
    page.wait_for_text("h2.count", "68 篇").await;
    assert_eq!(texts(&site), [ENGLISH, TRADITIONAL]);
    // The choice is there before the viewer, the next time.
    site.forget();
    page.reload().await;
    page.wait_for_text("h2.count", "68 篇").await;
    let language = page.eval("return document.documentElement.lang").await;
    assert_eq!(language, "zh-Hant");
    // From the browser's cache, or not.
    let asked = "return performance.getEntriesByType('resource').map(({ name }) => name).filter(name => name.includes('/texts/'))";
    let asked = page.eval(asked).await;
    let asked: Vec<_> = asked.as_array().unwrap().iter().filter_map(|name| name.as_str()).collect();
    assert!(asked.len() == 1 && asked[0].contains(TRADITIONAL), "{asked:?}");
}

#[tokio::test]
async fn a_page_without_texts_says_what_may_be_wrong() {
    let site = Site::sample().await;
    site.fail("texts/", 503);
    let page = site.open("#/").await;
    page.wait_for_text(".late[role=alert]", "did not load").await;
    page.screenshot("fault-no-texts").await;
    site.mend();
    page.reload().await;
    page.wait_for_text("article.row h3", NEWEST).await;
}

#[tokio::test]
async fn a_language_that_does_not_come_leaves_the_old_one() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    site.fail(SIMPLIFIED, 503);
    page.choose(".tools .language", "zh-Hans").await;
    page.wait_for_text("[role=alert]", SIMPLIFIED).await;
    page.screenshot("fault-no-language").await;
    page.wait_for_text("h2.count", "68 articles").await;
    site.mend();
    page.click("[role=alert] button").await;
    page.wait_for_text("h2.count", "68 篇").await;
}

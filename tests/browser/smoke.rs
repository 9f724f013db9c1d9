//! The site opens: at the root of a host and below a path, without an error in the console.

use reading_room_tests::{Bundle, NO_CORPORA, Page, Reader, Site, skip};

/// What the sample is called.
const SAMPLE: &str = "旧闻阅览室";

/// Waits until the viewer has drawn the list of an archive, and looks at what it said meanwhile. The page
/// has a title and a text before that, but no row that says which it is.
async fn check_that_it_opened(page: &Page, archive: &str) {
    page.wait_for("main [data-row='0'] h3 a", 1).await;
    page.wait_for_text(".brand", archive).await;
    assert!(page.title().await.contains(archive), "{}", page.title().await);
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn the_site_opens() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    check_that_it_opened(&page, SAMPLE).await;
    page.screenshot("home-desktop-light").await;
}

#[tokio::test]
async fn it_opens_below_a_path_of_a_mirror() {
    let site = Bundle::sample().serve_under("/mirror/news/").await;
    let page = site.open("").await;
    check_that_it_opened(&page, SAMPLE).await;
    let outside: Vec<_> = site.fetched().into_iter().filter(|fetch| fetch.status != 200).collect();
    assert_eq!(outside, []);
}

#[tokio::test]
async fn a_phone_in_the_dark_is_believed() {
    let site = Site::sample().await;
    let reader = Reader::phone().dark().languages("zh-TW,zh");
    let page = site.open_as(&reader, "#/").await;
    check_that_it_opened(&page, SAMPLE).await;
    page.screenshot("home-phone-dark").await;
    let seen = page
        .eval("return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, navigator.languages]");
    assert_eq!(seen.await, serde_json::json!([390, true, ["zh-TW", "zh"]]));
}

#[tokio::test]
async fn the_real_archive_opens() {
    let Some(site) = Site::society().await else { skip!("{NO_CORPORA}") };
    let page = site.open("#/").await;
    check_that_it_opened(&page, "社会").await;
}

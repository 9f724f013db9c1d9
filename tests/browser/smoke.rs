//! The site opens: at the root of a host and below a path, without an error in the console.

use reading_room_tests::{Bundle, Page, Reader, Site};

/// Waits until the viewer has drawn something, and looks at what it said meanwhile.
async fn check_that_it_opened(page: &Page) {
    page.wait_for_js("document.body.innerText.trim() !== ''").await;
    assert_ne!(page.title().await, "");
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn the_site_opens() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    check_that_it_opened(&page).await;
    page.screenshot("home-desktop-light").await;
}

#[tokio::test]
async fn it_opens_below_a_path_of_a_mirror() {
    let site = Bundle::sample().serve_under("/mirror/news/").await;
    let page = site.open("").await;
    check_that_it_opened(&page).await;
    let outside: Vec<_> = site.fetched().into_iter().filter(|fetch| fetch.status != 200).collect();
    assert_eq!(outside, []);
}

#[tokio::test]
async fn a_phone_in_the_dark_is_believed() {
    let site = Site::sample().await;
    let reader = Reader::phone().dark().languages("zh-TW,zh");
    let page = site.open_as(&reader, "#/").await;
    check_that_it_opened(&page).await;
    page.screenshot("home-phone-dark").await;
    let seen = page
        .eval("return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, navigator.languages]");
    assert_eq!(seen.await, serde_json::json!([390, true, ["zh-TW", "zh"]]));
}

#[tokio::test]
async fn the_real_archive_opens() {
    let Some(site) = Site::society().await else { return };
    let page = site.open("#/").await;
    check_that_it_opened(&page).await;
}

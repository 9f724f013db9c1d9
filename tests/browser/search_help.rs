//! What the search box says of itself.

use reading_room_tests::{Key, Page, Reader, Site};

const BUTTON: &str = ".search-help-button";
const OPEN: &str = ".search-help:popover-open";

/// Opens the panel.
async fn open(page: &Page) {
    page.click(BUTTON).await;
    page.wait_for(OPEN, 1).await;
}

#[tokio::test]
async fn it_opens_and_closes() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.wait_for(OPEN, 0).await;
    open(&page).await;
    page.screenshot("search-help-desktop-light").await;
    page.press(&Key::Escape).await;
    page.wait_for(OPEN, 0).await;
    open(&page).await;
    page.click(".facet legend").await;
    page.wait_for(OPEN, 0).await;
    assert_eq!(page.route().await, "#/");
}

#[tokio::test]
async fn every_example_finds_something() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for(&format!("{BUTTON} ~ .search-help button"), 14).await;
    for place in 1..=14 {
        // Start without results, so that any result comes from the example. It drops the year, too.
        page.goto("#/?q=qqxx&year=2016").await;
        page.wait_for(".notice", 1).await;
        page.wait_for("article.row", 0).await;
        open(&page).await;
        let example = format!(".search-help li:nth-child({place}) button");
        let typed = page.text(&format!("{example} code")).await;
        page.click(&example).await;
        page.wait_for(OPEN, 0).await;
        page.wait_for_route(&format!("#/?q={}", typed.replace(' ', "+"))).await;
        page.wait_for_js("document.querySelectorAll('article.row').length > 0").await;
        page.wait_for(".problems", 0).await;
        assert_eq!(page.eval("return document.querySelector('[role=combobox]').value").await, typed);
    }
}

#[tokio::test]
async fn it_fits_a_phone() {
    let site = Site::sample().await;
    for (name, reader) in [("light", Reader::phone()), ("dark", Reader::phone().dark())] {
        let page = site.open_as(&reader.window(360, 640).languages("zh-CN"), "#/").await;
        page.wait_for_text("h2.count", "68 篇").await;
        open(&page).await;
        page.screenshot(&format!("search-help-phone-{name}")).await;
        let panel = "document.querySelector('.search-help')";
        page.wait_for_js(&format!("{panel}.scrollWidth <= {panel}.clientWidth")).await;
        page.wait_for_js(&format!("{panel}.getBoundingClientRect().bottom <= innerHeight")).await;
        page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
    }
}

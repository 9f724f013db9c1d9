//! The keyboard, and the list of what it does.

use reading_room_tests::{Key, Page, Reader, Site};

const HELP: &str = "dialog.key-help[open]";

async fn open(site: &Site) -> Page {
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page
}

#[tokio::test]
async fn two_keys_lead_home() {
    let site = Site::sample().await;
    let page = site.open("#/?q=lighthouse").await;
    page.wait_for_text("h2.count", "5 articles").await;
    page.press("h").await;
    assert_eq!(page.route().await, "#/?q=lighthouse");
    page.press("gh").await;
    page.wait_for_route("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
}

#[tokio::test]
async fn a_key_changes_the_colours() {
    let site = Site::sample().await;
    let page = open(&site).await;
    page.press("t").await;
    page.wait_for_js("document.documentElement.dataset.theme === 'light'").await;
    page.press("t").await;
    page.wait_for_js("document.documentElement.dataset.theme === 'dark'").await;
}

#[tokio::test]
async fn the_keys_are_told_by_a_key_and_by_a_button() {
    let site = Site::sample().await;
    let page = open(&site).await;
    page.press("j").await;
    page.press("?").await;
    page.wait_for(HELP, 1).await;
    page.wait_for_text(".key-help section", "back to the list").await;
    page.press(&Key::Escape).await;
    page.wait_for(HELP, 0).await;
    page.wait_for_js("document.activeElement.matches('article.row h3 a')").await;

    page.click(".page-footer button").await;
    page.wait_for(HELP, 1).await;
    page.click(".key-help form button").await;
    page.wait_for(HELP, 0).await;
    page.wait_for_js("document.activeElement.matches('.page-footer button')").await;
}

#[tokio::test]
async fn keys_mean_nothing_below_a_dialog_or_in_a_field() {
    let site = Site::sample().await;
    let page = open(&site).await;
    page.press("?").await;
    page.wait_for(HELP, 1).await;
    for keys in ["t", "j", "/", "gh"] {
        page.press(keys).await;
    }
    assert_eq!(page.attribute("html", "data-theme").await.as_deref(), Some("auto"));
    assert_eq!(page.count(HELP).await, 1);
    page.press(&Key::Escape).await;
    page.wait_for(HELP, 0).await;

    page.eval("document.querySelector('.sort').focus()").await;
    page.press("t").await;
    page.type_in("[role=combobox]", "t?").await;
    assert_eq!(page.attribute("html", "data-theme").await.as_deref(), Some("auto"));
    assert_eq!(page.count(HELP).await, 0);
}

#[tokio::test]
async fn a_box_that_is_ticked_leaves_the_keys_alone() {
    let site = Site::sample().await;
    let page = open(&site).await;
    page.wait_for_js("document.querySelector('.facet input')").await;
    page.eval("document.querySelector('.facet input').focus()").await;
    page.press("j").await;
    page.wait_for_js("document.activeElement.matches('article.row h3 a')").await;
}

#[tokio::test]
async fn the_foot_says_what_there_is_in_the_readers_language() {
    let site = Site::sample().await;
    let page = open(&site).await;
    page.wait_for_text(".page-footer", "68 articles, the newest from November 20, 2026.").await;
    let page = site.open_as(&Reader::phone().languages("zh-TW"), "#/").await;
    page.wait_for_text(".page-footer", "最新一篇發表於2026年11月20日").await;
    page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
}

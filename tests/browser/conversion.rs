//! Titles and texts in the other script.

use reading_room_tests::{Page, Reader, Site};

const TABLE: &str = "traditional.txt";
/// Finds an article in Simplified characters.
const SEARCH: &str = "#/?q=借书证第一号+图书馆";

/// Chooses the characters by the place of the choice: as written, Simplified, Traditional.
async fn choose(page: &Page, place: u32) {
    page.click(".characters-button").await;
    page.click(&format!(".characters label:nth-of-type({place})")).await;
    page.click(".characters-button").await;
    page.wait_for(".characters:popover-open", 0).await;
}

fn was_fetched(site: &Site) -> bool {
    site.fetched().iter().any(|fetch| fetch.path.ends_with(TABLE))
}

#[tokio::test]
async fn all_is_as_written_until_a_reader_asks() {
    let site = Site::sample().await;
    let page = site.open(SEARCH).await;
    page.wait_for_text("article.row h3", "借书证第一号：一座小城图书馆的九十年").await;
    choose(&page, 2).await;
    assert!(!was_fetched(&site));
    choose(&page, 3).await;
    page.wait_for_text("article.row h3", "借書證第一號：一座小城圖書館的九十年").await;
    assert!(was_fetched(&site));
}

#[tokio::test]
async fn titles_snippets_and_texts_are_converted_and_names_are_not() {
    let site = Site::sample().await;
    let page = site.open(SEARCH).await;
    choose(&page, 3).await;
    page.wait_for_text("article.row mark", "借書證第一號").await;
    page.wait_for_text("article.row .meta", "江边观察").await;
    assert_eq!(page.attribute("article.row h3", "lang").await.as_deref(), Some("zh-Hant"));
    page.click("article.row h3 a").await;
    page.wait_for_text("article.article h1", "借書證第一號").await;
    page.wait_for_text(".body", "候船室").await;
    page.wait_for_text(".body", "賬簿是藍布面的").await;
    page.wait_for_text(".body mark", "圖書館").await;
    assert_eq!(page.attribute(".body", "lang").await.as_deref(), Some("zh-Hant"));
    page.wait_for_text(".conversion-note", "Converted to Traditional characters by machine.").await;
    page.screenshot("conversion-desktop-light").await;
}

#[tokio::test]
async fn an_article_can_be_seen_as_written_and_back() {
    let site = Site::sample().await;
    let page = site.open(SEARCH).await;
    choose(&page, 3).await;
    page.click("article.row h3 a").await;
    page.wait_for_text("article.article h1", "借書證第一號").await;
    page.click(".conversion-note button").await;
    page.wait_for_text("article.article h1", "借书证第一号").await;
    page.wait_for_text(".body", "账簿是蓝布面的").await;
    assert_eq!(page.attribute(".body", "lang").await.as_deref(), Some("zh-Hans"));
    page.click(".conversion-note button").await;
    page.wait_for_text("article.article h1", "借書證第一號").await;
}

#[tokio::test]
async fn the_choice_is_kept_and_can_be_taken_back() {
    let site = Site::sample().await;
    let page = site.open(SEARCH).await;
    choose(&page, 3).await;
    page.wait_for_text("article.row h3", "借書證").await;
    page.reload().await;
    page.wait_for_text("article.row h3", "借書證").await;
    choose(&page, 1).await;
    page.wait_for_text("article.row h3", "借书证").await;
}

#[tokio::test]
async fn traditional_texts_become_simplified_without_a_table() {
    let site = Site::sample().await;
    let page = site.open("#/?q=燈塔補給船").await;
    page.wait_for_text("article.row h3", "燈塔補給船上的一箱書").await;
    choose(&page, 2).await;
    page.wait_for_text("article.row h3", "灯塔补给船上的一箱书").await;
    page.click("article.row h3 a").await;
    page.wait_for_text(".conversion-note", "Simplified").await;
    assert!(!was_fetched(&site));
}

#[tokio::test]
async fn what_is_in_the_script_already_says_nothing() {
    let site = Site::sample().await;
    let page = site.open("#/?q=燈塔補給船").await;
    choose(&page, 3).await;
    page.click("article.row h3 a").await;
    page.wait_for_text("article.article h1", "燈塔補給船上的一箱書").await;
    page.wait_for_js("document.querySelector('.body').innerText.length > 100").await;
    assert_eq!(page.count(".conversion-note").await, 0);
}

#[tokio::test]
async fn a_table_that_cannot_be_had_is_told_and_can_be_tried_again() {
    let site = Site::sample().await;
    site.fail(TABLE, 503);
    let page = site.open(SEARCH).await;
    choose(&page, 3).await;
    page.wait_for_text("[role=alert]", TABLE).await;
    page.wait_for_text("article.row h3", "借书证第一号").await;
    site.mend();
    site.replace(TABLE, "<!doctype html>");
    page.click("[role=alert] button").await;
    page.wait_for_text("[role=alert]", "damaged").await;
    site.mend();
    page.click("[role=alert] button").await;
    page.wait_for_text("article.row h3", "借書證第一號").await;
    page.wait_for("[role=alert]", 0).await;
}

#[tokio::test]
async fn the_choice_fits_a_small_phone() {
    let site = Site::sample().await;
    for (name, reader) in [("light", Reader::phone()), ("dark", Reader::phone().dark())] {
        let page = site.open_as(&reader.window(360, 640).languages("zh-TW"), "#/").await;
        page.wait_for_text("h2.count", "68 篇").await;
        page.click(".characters-button").await;
        page.wait_for(".characters:popover-open", 1).await;
        page.screenshot(&format!("characters-phone-{name}")).await;
        page.wait_for_js("document.querySelector('.characters').getBoundingClientRect().left >= 0").await;
        page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
    }
}

//! Statistics of a list, and the courses of words.

use reading_room_tests::{Key, Page, Reader, Site};
use serde_json::json;

const WORD: &str = ".courses-word";

/// The sum of a column of the numbers behind a picture.
async fn sum(page: &Page, picture: &str, column: usize) -> i64 {
    let script = "return Array.from(document.querySelectorAll(arguments[0]), e => Number(e.textContent)) \
                  .reduce((sum, number) => sum + number, 0)";
    let cells = format!("#{picture} td:nth-child({column})");
    page.call(script, vec![json!(cells)]).await.as_i64().unwrap_or(-1)
}

async fn wait_for_pictures(page: &Page) {
    page.wait_for_js("document.querySelector('#by-author svg')").await;
}

#[tokio::test]
async fn they_count_every_article() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.click(".tools a[href^='#/statistics']").await;
    page.wait_for_route("#/statistics").await;
    page.wait_for_text(".count", "68 articles").await;
    wait_for_pictures(&page).await;
    assert!(page.title().await.starts_with("Statistics"));
    assert_eq!(sum(&page, "along-time", 2).await, 68);
    assert_eq!(sum(&page, "by-category", 2).await, 68);
    page.screenshot("statistics-desktop-light").await;
    page.back().await;
    page.wait_for_text("h2.count", "68 articles").await;
}

#[tokio::test]
async fn they_are_those_of_the_list_that_they_were_opened_from() {
    let site = Site::sample().await;
    let page = site.open("#/?q=活字印刷").await;
    page.wait_for_text("h2.count", "6 articles").await;
    page.click(".summary a[href^='#/statistics']").await;
    page.wait_for_route("#/statistics?q=活字印刷").await;
    page.wait_for_text(".count", "6 articles").await;
    wait_for_pictures(&page).await;
    assert_eq!(sum(&page, "along-time", 2).await, 6);
}

#[tokio::test]
async fn a_bar_leads_to_its_articles() {
    let site = Site::sample().await;
    let page = site.open("#/statistics").await;
    page.click("#by-category a[href='#/?category=%E8%8C%B6%E4%BA%8B']").await;
    page.wait_for_route("#/?category=茶事").await;
    page.wait_for_text("h2.count", "8 articles").await;
    page.back().await;
    wait_for_pictures(&page).await;
    page.eval(
        "document.querySelector(\"#along-time .chart-year[href='#/?from=2019-01&to=2019-12']\").focus()",
    )
    .await;
    page.press(&Key::Enter).await;
    page.wait_for_route("#/?from=2019-01&to=2019-12").await;
}

#[tokio::test]
async fn filters_are_taken_back_where_they_are_shown() {
    let site = Site::sample().await;
    let page = site.open("#/statistics?category=茶事&word=茶").await;
    page.wait_for_text(".count", "8 articles").await;
    page.wait_for("#by-category .chart-chosen", 1).await;
    page.click(".summary .chip").await;
    page.wait_for_route("#/statistics?word=茶").await;
    page.wait_for_text(".count", "68 articles").await;
}

#[tokio::test]
async fn a_search_leads_to_the_list() {
    let site = Site::sample().await;
    let page = site.open("#/statistics").await;
    page.type_in("[role=combobox]", "活字印刷").await;
    page.press(&Key::Enter).await;
    page.wait_for_route("#/?q=活字印刷").await;
    page.wait_for("article.row", 6).await;
}

#[tokio::test]
async fn words_are_compared() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.click(".tools a[href^='#/statistics']").await;
    page.type_in(WORD, "活字印刷").await;
    page.press(&Key::Enter).await;
    page.wait_for_route("#/statistics?word=活字印刷").await;
    page.wait_for(".course-name", 1).await;
    assert_eq!(sum(&page, "word-courses", 2).await, 6);
    page.type_in(WORD, "tea -paper").await;
    page.press(&Key::Enter).await;
    page.wait_for(".course-name", 2).await;
    page.screenshot("statistics-words-desktop-light").await;

    page.click(".measures button:last-child").await;
    page.wait_for_route("#/statistics?word=活字印刷&word=tea+-paper&measure=share").await;
    page.wait_for(".measures button:last-child[aria-pressed=true]", 1).await;
    page.reload().await;
    page.wait_for(".course-name", 2).await;
    page.wait_for_js("document.querySelector('#word-courses td').textContent.endsWith('%')").await;

    page.click(".course-chip").await;
    page.wait_for_route("#/statistics?word=tea+-paper&measure=share").await;
    page.wait_for(".course-name", 1).await;
    page.back().await;
    page.wait_for_route("#/").await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn no_more_words_than_can_be_told_apart() {
    let site = Site::sample().await;
    let page = site.open("#/statistics?word=茶&word=纸&word=雾&word=桥&word=钟").await;
    page.wait_for(".course-name", 5).await;
    page.type_in(WORD, "书").await;
    page.press(&Key::Enter).await;
    page.wait_for(".course-name", 6).await;
    page.wait_for(WORD, 0).await;
    let colours = "new Set(Array.from(document.querySelectorAll('path.course'), e => \
                   getComputedStyle(e).stroke + getComputedStyle(e).strokeDasharray)).size === 6";
    page.wait_for_js(colours).await;
}

#[tokio::test]
async fn a_word_that_cannot_be_searched_for_is_tried_again() {
    let site = Site::sample().await;
    let page = site.open("#/statistics").await;
    wait_for_pictures(&page).await;
    site.fail("terms/", 503);
    page.type_in(WORD, "活字印刷").await;
    page.press(&Key::Enter).await;
    page.wait_for_text(".courses [role=alert]", "/terms/").await;
    site.mend();
    page.click(".courses [role=alert] button").await;
    page.wait_for(".course-name", 1).await;
}

#[tokio::test]
async fn pictures_and_numbers_can_be_kept() {
    let site = Site::sample().await;
    let page = site.open("#/statistics").await;
    wait_for_pictures(&page).await;
    let intercept = "window.files = []; URL.createObjectURL = file => { files.push(file); return 'blob:kept' }; \
                     HTMLAnchorElement.prototype.click = function () {}";
    page.eval(intercept).await;
    page.click("#by-category summary").await;
    page.click("#by-category .quiet-button").await;
    page.click("#by-category .quiet-button:nth-of-type(2)").await;
    page.wait_for_js("files.length === 2").await;
    let picture = page.eval("return files[0].text()").await;
    let picture = picture.as_str().expect("a text");
    for part in [
        "<svg xmlns=",
        "Articles by category",
        "茶事",
        "Source: 旧闻阅览室, 2",
        "http://127.0.0.1:",
        "fill=\"rgb(",
    ] {
        assert!(picture.contains(part), "{part} in {picture}");
    }
    for part in ["var(", "class=", "href=", "light-dark"] {
        assert!(!picture.contains(part), "{part} in {picture}");
    }
    let is_drawn = "return new Promise(drawn => { const image = new Image(); image.onload = () => drawn(image.width); \
                    image.onerror = () => drawn(0); image.src = 'data:image/svg+xml,' + encodeURIComponent(arguments[0]) })";
    let width = page.call(is_drawn, vec![json!(picture)]).await;
    assert!(width.as_i64().unwrap_or(0) > 300, "{width}");
    let numbers = page.eval("return files[1].text()").await;
    assert!(
        numbers
            .as_str()
            .is_some_and(|text| text.contains("Name,Articles\r\n") && text.contains("茶事,8\r\n")),
        "{numbers}"
    );
}

#[tokio::test]
async fn they_are_drawn_for_the_screen() {
    let site = Site::sample().await;
    for (name, reader) in [("light", Reader::phone()), ("dark", Reader::phone().dark())] {
        let reader = reader.window(360, 640).languages("zh-CN");
        let page = site.open_as(&reader, "#/statistics?word=茶&word=纸").await;
        page.wait_for(".course-name", 2).await;
        wait_for_pictures(&page).await;
        page.screenshot(&format!("statistics-phone-{name}")).await;
        page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
        let is_true_to_scale = "document.querySelector('svg.chart') && Array.from(document.querySelectorAll('svg.chart')).every(e => \
             e.getBoundingClientRect().width === e.viewBox.baseVal.width && e.viewBox.baseVal.width <= 328)";
        page.wait_for_js(is_true_to_scale).await;
        page.take_the_place_of(&Reader::desktop()).await;
        page.wait_for_js("document.querySelector('#along-time svg').viewBox.baseVal.width > 800").await;
    }
}

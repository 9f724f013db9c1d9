//! The search box, and what comes as one types.

use reading_room_tests::{Key, Page, Reader, Site};

const BOX: &str = "[role=combobox]";

/// The texts of all highlights.
async fn marks(page: &Page) -> Vec<String> {
    page.texts("article.row mark").await
}

#[tokio::test]
async fn articles_come_as_one_types() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.type_in(BOX, "活字印刷").await;
    page.wait_for_text("h2.count", "6 articles").await;
    page.wait_for("article.row", 6).await;
    page.wait_for_js("document.querySelectorAll('article.row .snippet mark').length >= 6").await;
    assert!(marks(&page).await.iter().all(|mark| mark == "活字印刷"), "{:?}", marks(&page).await);
    page.wait_for_route("#/?q=活字印刷").await;
    page.screenshot("search-desktop-light").await;

    page.reload().await;
    page.wait_for_text("h2.count", "6 articles").await;
    assert_eq!(page.eval("return document.querySelector('[role=combobox]').value").await, "活字印刷");
    page.back().await;
    page.wait_for_text("h2.count", "68 articles").await;
}

#[tokio::test]
async fn either_script_finds_both() {
    let site = Site::sample().await;
    for typed in ["图书馆", "圖書館"] {
        let page = site.open(&format!("#/?q={typed}")).await;
        page.wait_for_text("h2.count", "17 articles").await;
        page.wait_for_text("article.row .snippet mark", "图书馆").await;
        page.wait_for_text("article.row .snippet mark", "圖書館").await;
    }
}

#[tokio::test]
async fn the_word_being_typed_is_a_beginning() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.type_in(BOX, "lightho").await;
    page.wait_for_text("article.row mark", "lighthouse").await;
    page.clear(BOX).await;
    page.type_in(BOX, "lightho ").await;
    page.wait_for_text(".notice", "No article contains “lightho”").await;
}

#[tokio::test]
async fn a_shared_link_shows_the_same() {
    let site = Site::sample().await;
    let page = site.open("#/?q=tide&category=Harbours&sort=oldest").await;
    page.wait_for("button.chip", 1).await;
    page.wait_for_js("document.querySelectorAll('article.row').length > 2").await;
    let dates =
        page.eval("return Array.from(document.querySelectorAll('article.row time'), t => t.dateTime)").await;
    let dates: Vec<_> = dates.as_array().unwrap().iter().map(ToString::to_string).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    assert!(page.title().await.starts_with("tide"));
}

#[tokio::test]
async fn nothing_found_is_said_with_a_way_out() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::phone().languages("zh-CN"), "#/?q=没有的词").await;
    page.wait_for_text(".notice", "没有的词").await;
    page.screenshot("nothing-found-phone").await;
    page.click(".notice button").await;
    page.wait_for_text("h2.count", "68").await;
}

#[tokio::test]
async fn a_word_that_nothing_has_is_named_and_can_be_left_out() {
    let site = Site::sample().await;
    let page = site.open("#/?q=图书馆+qqxx").await;
    page.wait_for_text(".notice", "No article contains “qqxx”").await;
    page.screenshot("nothing-found-desktop-light").await;
    page.click(".notice button").await;
    page.wait_for_route("#/?q=图书馆").await;
    page.wait_for_text("h2.count", "17 articles").await;
}

#[tokio::test]
async fn words_that_are_never_together_are_offered_apart() {
    let site = Site::sample().await;
    let page = site.open("#/?q=lighthouse+活字印刷").await;
    page.wait_for_text(".notice", "none has all of them").await;
    let offers = page.texts(".notice button").await;
    assert_eq!(offers, ["Search for “活字印刷”", "Search for “lighthouse”", "Clear the search"]);
}

#[tokio::test]
async fn a_longer_query_fetches_only_what_is_new() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    for (typed, count, route) in [
        ("图", "21 articles", "#/?q=图"),
        ("书", "17 articles", "#/?q=图书"),
        ("馆", "17 articles", "#/?q=图书馆"),
        (" -台风", "9 articles", "#/?q=图书馆+-台风"),
    ] {
        page.type_in(BOX, typed).await;
        page.wait_for_route(route).await;
        page.wait_for_text("h2.count", count).await;
    }
    page.wait_for_js("document.querySelectorAll('article.row .snippet mark').length > 3").await;
    let mut paths: Vec<_> = site.fetched().into_iter().map(|fetch| fetch.path).collect();
    let all = paths.len();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), all, "a file was fetched twice");
}

#[tokio::test]
async fn what_cannot_be_understood_is_said_and_the_rest_runs() {
    let site = Site::sample().await;
    let page = site.open("#/?q=date:July+lighthouse").await;
    page.wait_for_text(".problems", "“date:July” is not a date").await;
    page.wait_for_js("document.querySelectorAll('article.row').length === 5").await;
}

#[tokio::test]
async fn the_keyboard_leads_to_the_box_and_through_the_list() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page.press("/").await;
    page.press("lighthouse").await;
    page.wait_for_text("h2.count", "5 articles").await;
    page.press(&Key::Enter).await;
    assert_eq!(page.route().await, "#/?q=lighthouse");
    page.eval("document.activeElement.blur()").await;
    page.press("j").await;
    page.press("j").await;
    page.press(&Key::Enter).await;
    page.wait_for("article.article", 1).await;
}

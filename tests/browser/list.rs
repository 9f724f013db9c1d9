//! The newest articles, and more of them on the way down.

use reading_room_tests::{Reader, Site};

#[tokio::test]
async fn the_newest_articles_come_first_with_all_that_tells_what_they_are() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page.wait_for_text("main h2.count", "68 articles").await;
    let dates =
        page.eval("return Array.from(document.querySelectorAll('article.row time'), t => t.dateTime)").await;
    let dates: Vec<_> =
        dates.as_array().unwrap().iter().map(|date| date.as_str().unwrap().to_owned()).collect();
    assert!(dates.len() >= 10 && dates.is_sorted_by(|a, b| a[..10] >= b[..10]), "{dates:?}");
    let first = &page.texts("article.row").await[0];
    for part in ["江边观察", "example."] {
        assert!(first.contains(part), "{first:?} lacks {part}");
    }
    let original = page.attribute("article.row a.original", "href").await.unwrap();
    assert!(original.starts_with("https://example."), "{original}");
    assert_eq!(page.attribute("article.row a.original", "rel").await.as_deref(), Some("noopener noreferrer"));
    assert!(page.texts("h2.month").await[0].contains("November 2026"));
}

#[tokio::test]
async fn more_articles_come_on_the_way_down_and_are_there_on_the_way_back() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    // As a reader scrolls: a screen at a time, until there is nothing below.
    page.wait_until("all articles", async || {
        page.eval("scrollBy(0, innerHeight)").await;
        (page.count("article.row").await == 68).then_some(())
    })
    .await;
    assert_eq!(page.route().await, "#/?page=2");

    page.eval("document.querySelectorAll('article.row')[60].scrollIntoView({ block: 'center' })").await;
    let before = page.eval("return Math.round(scrollY)").await.as_i64().unwrap();
    page.eval("document.querySelectorAll('article.row h3 a')[60].click()").await;
    page.wait_for("article.article", 1).await;
    page.back().await;
    page.wait_for_js(&format!("Math.abs(scrollY - {before}) < 120")).await;
}

#[tokio::test]
async fn the_first_list_costs_little() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    let data = site.fetched().into_iter().filter(|fetch| fetch.path.starts_with("bundle/"));
    let fetched: Vec<_> = data.collect();
    assert!(fetched.iter().map(|fetch| fetch.bytes).sum::<u64>() < 40_000, "{fetched:?}");
    let of_searches = ["columns/", "terms/", "positions/", "bodies/"];
    assert!(
        !fetched.iter().any(|fetch| of_searches.iter().any(|part| fetch.path.contains(part))),
        "{fetched:?}"
    );
}

#[tokio::test]
async fn nothing_is_cut_off_on_a_narrow_phone() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::phone().window(360, 740).languages("zh-CN,zh"), "#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
    page.wait_for_text("h2.count", "68").await;
}

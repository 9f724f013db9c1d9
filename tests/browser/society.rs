//! The society archive, 15,271 real posts: listed, filtered, searched and read.

use reading_room_tests::{NO_CORPORA, Page, Reader, Site, skip};

/// How many articles there are.
const ALL: u64 = 14_905;

/// The number that the first of some elements shows.
async fn number(page: &Page, css: &str) -> u64 {
    let digits: String = page.text(css).await.chars().filter(char::is_ascii_digit).collect();
    digits.parse().expect("a number is shown")
}

#[tokio::test]
async fn a_real_archive_is_listed_filtered_searched_and_read() {
    let Some(site) = Site::society().await else { skip!("{NO_CORPORA}") };
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "14,905 articles").await;
    page.wait_for_js("document.querySelectorAll('article.row').length >= 10").await;
    assert_eq!(number(&page, "h2.count strong").await, ALL);
    let chosen = number(&page, ".facets label .facet-count").await;
    assert!((1..ALL).contains(&chosen), "{chosen}");
    page.click(".facets label").await;
    page.wait_for("button.chip", 1).await;
    page.wait_until("the articles of the value that was chosen", async || {
        (number(&page, "h2.count strong").await == chosen).then_some(())
    })
    .await;

    page.click("button.chip").await;
    page.type_in("[role=combobox]", "習近平").await;
    page.wait_for_text("h2.count", "4 articles").await;
    page.wait_for_js("document.querySelectorAll('article.row mark').length >= 4").await;
    page.click("article.row h3 a").await;
    page.wait_for("article.article", 1).await;
    page.wait_for_js("/[习習]近平/.test(document.querySelector('article.article').innerText)").await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn the_first_list_of_a_large_archive_costs_little() {
    let Some(site) = Site::society().await else { skip!("{NO_CORPORA}") };
    let page = site.open("#/").await;
    page.wait_for_js("document.querySelectorAll('article.row').length >= 10").await;
    let bytes: u64 = site
        .fetched()
        .iter()
        .filter(|fetch| fetch.path.starts_with("bundle/"))
        .map(|fetch| fetch.bytes)
        .sum();
    println!("the first list of society: {bytes} bytes");
    assert!((1_000..40_000).contains(&bytes), "{bytes}");
}

#[tokio::test]
async fn its_screens() {
    let Some(site) = Site::society().await else { skip!("{NO_CORPORA}") };
    let readers = [
        ("desktop-light", Reader::desktop().window(1440, 900).languages("zh-CN")),
        ("desktop-dark", Reader::desktop().window(1440, 900).dark()),
        ("phone-light", Reader::phone().languages("zh-CN")),
        ("phone-dark", Reader::phone().dark()),
    ];
    for (name, reader) in readers {
        let page = site.open_as(&reader, "#/").await;
        page.wait_for_js("document.querySelectorAll('article.row').length >= 10").await;
        page.screenshot(&format!("society-list-{name}")).await;
        page.goto("#/?q=高铁+北京").await;
        page.wait_for_js("document.querySelectorAll('article.row .snippet mark').length >= 3").await;
        page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
        page.screenshot(&format!("society-search-{name}")).await;
        page.click("article.row h3 a").await;
        page.wait_for("article.article .body", 1).await;
        page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
        page.screenshot(&format!("society-article-{name}")).await;
        assert_eq!(page.errors().await, []);
    }
}

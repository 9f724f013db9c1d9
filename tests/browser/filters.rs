//! Choosing articles by category, author and year.

use reading_room_tests::{Page, Reader, Site};

/// Clicks the box of a facet value.
async fn choose(page: &Page, value: &str) {
    let script = format!(
        "for (const label of document.querySelectorAll('.facets label')) \
         if (label.querySelector('.facet-value').innerText === '{value}') {{ label.click(); return true }} \
         return false"
    );
    page.wait_until(&format!("{value} to choose"), async || {
        (page.eval(&script).await == serde_json::json!(true)).then_some(())
    })
    .await;
}

#[tokio::test]
async fn values_narrow_the_list_and_the_address_says_so() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    choose(&page, "茶事").await;
    page.wait_for_text("h2.count", "8 articles").await;
    page.wait_for_route("#/?category=茶事").await;
    page.wait_for("article.row", 8).await;
    choose(&page, "茶烟").await;
    page.wait_for_text("h2.count", "4 articles").await;
    page.wait_for("article.row", 4).await;
    assert!(page.texts("article.row").await.iter().all(|row| row.contains("茶烟")));

    page.reload().await;
    page.wait_for_text("h2.count", "4 articles").await;
    page.wait_for("button.chip", 2).await;
    page.back().await;
    page.wait_for_text("h2.count", "8 articles").await;
    page.click("button.chip").await;
    page.wait_for_text("h2.count", "68 articles").await;
}

#[tokio::test]
async fn several_values_of_a_facet_add_up() {
    let site = Site::sample().await;
    let page = site.open("#/?year=2026").await;
    page.wait_for_text("h2.count", "11 articles").await;
    choose(&page, "2025").await;
    page.wait_for_text("h2.count", "17 articles").await;
}

#[tokio::test]
async fn counts_are_those_of_the_search() {
    let site = Site::sample().await;
    let page = site.open("#/?q=活字印刷").await;
    page.wait_for_text("h2.count", "6 articles").await;
    let counts =
        "Array.from(document.querySelector('fieldset.facet')?.querySelectorAll('.facet-count') ?? [])";
    page.wait_for_js(&format!("{counts}.reduce((sum, e) => sum + Number(e.innerText), 0) === 6")).await;
}

#[tokio::test]
async fn on_a_phone_the_filters_open_on_a_button() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::phone(), "#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page.click(".filter-button").await;
    choose(&page, "Harbours").await;
    page.screenshot("filters-phone-light").await;
    page.click(".facets-close").await;
    page.wait_for_text("h2.count", "10 articles").await;
    page.wait_for("button.chip", 1).await;
}

#[tokio::test]
async fn nothing_that_fits_is_said_with_a_way_out() {
    let site = Site::sample().await;
    let page = site.open("#/?category=茶事&author=測候所夜班").await;
    page.wait_for_text(".notice", "No article fits").await;
    page.click(".notice button").await;
    page.wait_for_text("h2.count", "68 articles").await;
}

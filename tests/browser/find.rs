//! From one match in an article to the next, and finding something else in it.

use reading_room_tests::{Key, Page, Site};

async fn open_ledger(site: &Site, typed: &str) -> Page {
    let page = site.open(&format!("#/?q={typed}")).await;
    page.wait_for_text("article.row h3", "借书证第一号").await;
    page.eval(
        "for (const a of document.querySelectorAll('article.row h3 a')) if (a.innerText.includes('借书证')) a.click()",
    )
    .await;
    page.wait_for("article.article .body", 1).await;
    page
}

const COUNT: &str = ".find-count [aria-hidden]";
const SHOWN: &str = ".body mark.current";

async fn is_in_view(page: &Page) {
    page.wait_for_js(
        "(r => r.top > 60 && r.bottom < innerHeight)(document.querySelector('.body mark.current').getBoundingClientRect())",
    )
    .await;
}

#[tokio::test]
async fn the_words_that_were_searched_for_are_stepped_through() {
    let site = Site::sample().await;
    let page = open_ledger(&site, "活字印刷").await;
    page.wait_for_text(COUNT, "2 matches").await;
    page.click("[aria-label=\"Next match\"]").await;
    page.wait_for_text(COUNT, "1 / 2").await;
    page.wait_for(SHOWN, 1).await;
    is_in_view(&page).await;
    page.press("]").await;
    page.wait_for_text(COUNT, "2 / 2").await;
    page.press("]").await;
    page.wait_for_text(COUNT, "1 / 2").await;
    page.press("[").await;
    page.wait_for_text(COUNT, "2 / 2").await;
    page.click("[aria-label=\"Previous match\"]").await;
    page.wait_for_text(COUNT, "1 / 2").await;
    page.wait_for_text("[role=status] .visually-hidden", "Match 1 of 2").await;
}

#[tokio::test]
async fn a_key_opens_the_box_and_what_is_typed_is_found() {
    let site = Site::sample().await;
    let page = open_ledger(&site, "借书证第一号").await;
    page.press("f").await;
    page.wait_for_js("document.activeElement.matches('.find-input')").await;
    page.type_in(".find-input", "候船").await;
    page.wait_for_js("document.querySelectorAll('.body mark').length > 5").await;
    page.wait_for_text(COUNT, "1 /").await;
    is_in_view(&page).await;
    page.press(&Key::Enter).await;
    page.wait_for_text(COUNT, "2 /").await;
    page.press(&format!("{}{}", &*Key::Shift, &*Key::Enter)).await;
    page.wait_for_text(COUNT, "1 /").await;
    // Keys that mean something elsewhere are letters here.
    page.clear(".find-input").await;
    page.type_in(".find-input", "nupf").await;
    page.wait_for_text(COUNT, "no match").await;
    page.wait_for_text("article.article h1", "借书证第一号").await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn an_empty_box_leaves_the_words_of_the_search() {
    let site = Site::sample().await;
    let page = open_ledger(&site, "活字印刷").await;
    page.click(".article-tools [aria-label=\"Find in this article\"]").await;
    page.wait_for_text(COUNT, "2 matches").await;
    page.type_in(".find-input", "馆员").await;
    page.wait_for_js("document.querySelector('.body mark').innerText === '馆员'").await;
    page.press(&Key::Escape).await;
    page.wait_for(".find-input", 0).await;
    page.wait_for_text(COUNT, "2 matches").await;
    page.wait_for_js("document.querySelector('.body mark').innerText === '活字印刷'").await;
    page.wait_for_js("document.activeElement.ariaLabel === 'Find in this article'").await;
}

#[tokio::test]
async fn the_box_reads_either_script_and_the_language_of_the_search_box() {
    let site = Site::sample().await;
    let page = open_ledger(&site, "借书证第一号").await;
    page.press("f").await;
    page.type_in(".find-input", "圖書館").await;
    page.wait_for_js("document.querySelector('.body mark')?.innerText === '图书馆'").await;
    page.clear(".find-input").await;
    page.type_in(".find-input", "铁路 OR 渡口").await;
    page.wait_for_js(
        "new Set(Array.from(document.querySelectorAll('.body mark'), mark => mark.innerText)).size === 2",
    )
    .await;
}

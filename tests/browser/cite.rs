//! Taking an article along: its citation and its link.

use reading_room_tests::{Key, Page, Site};
use serde_json::json;

async fn open_article(site: &Site) -> Page {
    let page = site.open("#/?q=潮汐表怎么读").await;
    page.click("article.row .title").await;
    page.wait_for("article.article .body", 1).await;
    page
}

/// Lets the page copy into a variable, or not at all.
async fn with_clipboard(page: &Page, is_allowed: bool) {
    let script = "const write = text => arguments[0]
            ? (window.copied = text, Promise.resolve())
            : Promise.reject(new DOMException('no', 'NotAllowedError'));
        Clipboard.prototype.writeText = write";
    page.call(script, vec![json!(is_allowed)]).await;
}

const CITE: &str = ".article-tools [aria-label=\"Cite\"]";
const COPY_LINK: &str = ".article-tools [aria-label=\"Copy link\"]";

#[tokio::test]
async fn an_article_is_cited_in_three_forms() {
    let site = Site::sample().await;
    let page = open_article(&site).await;
    page.click(CITE).await;
    page.wait_for("dialog[open] pre", 3).await;
    let forms = page.texts("dialog pre").await;
    assert!(forms[0].starts_with("江边观察. 潮汐表怎么读. 2022-05-15. https://example.org/"), "{}", forms[0]);
    assert!(forms[1].starts_with("[潮汐表怎么读](https://example.org/"), "{}", forms[1]);
    assert!(forms[2].starts_with("@misc{20220515"), "{}", forms[2]);
    let year = page.eval("return String(new Date().getFullYear())").await;
    for form in &forms {
        assert!(form.contains("/article/2022-05-15/"), "{form}");
        assert!(form.contains(year.as_str().unwrap()), "{form}");
    }
    page.press(&Key::Escape).await;
    page.wait_for("dialog[open]", 0).await;
    page.wait_for_js("document.activeElement.ariaLabel === 'Cite'").await;
}

#[tokio::test]
async fn the_address_of_a_citation_leads_back() {
    let site = Site::sample().await;
    let page = open_article(&site).await;
    page.click(CITE).await;
    page.wait_for("dialog[open] pre", 3).await;
    let plain = page.texts("dialog pre").await.remove(0);
    let route = plain.split_once('#').and_then(|(_, rest)| rest.split(' ').next()).unwrap();
    let other = site.open(&format!("#{route}")).await;
    other.wait_for_text("article.article h1", "潮汐表怎么读").await;
}

#[tokio::test]
async fn a_citation_is_copied_with_a_click() {
    let site = Site::sample().await;
    let page = open_article(&site).await;
    with_clipboard(&page, true).await;
    page.click(CITE).await;
    page.click(".citation:last-of-type button").await;
    page.wait_for_text(".citation button", "Copied").await;
    assert_eq!(page.count(".copy-by-hand").await, 0);
    page.wait_for_js("window.copied === document.querySelector('.citation:last-of-type pre').textContent")
        .await;
}

#[tokio::test]
async fn a_link_is_copied_without_the_search_that_led_to_it() {
    let site = Site::sample().await;
    let page = open_article(&site).await;
    with_clipboard(&page, true).await;
    page.click(COPY_LINK).await;
    page.wait_for_js("window.copied !== undefined").await;
    let link = page.eval("return decodeURIComponent(window.copied)").await;
    let link = link.as_str().unwrap();
    assert!(link.contains("#/article/2022-05-15/潮汐表怎么读-") && !link.contains("?q="), "{link}");
    page.wait_for_text("[role=status]", "Copied").await;
}

#[tokio::test]
async fn a_link_that_may_not_be_copied_is_there_to_be_copied_by_hand() {
    let site = Site::sample().await;
    let page = open_article(&site).await;
    with_clipboard(&page, false).await;
    page.click(COPY_LINK).await;
    page.wait_for_text(".copy-by-hand", "copy it yourself").await;
    page.wait_for_js("getSelection().toString().includes('/article/2022-05-15/') || (f => f.value.slice(f.selectionStart, f.selectionEnd).includes('/article/2022-05-15/'))(document.querySelector('.copy-by-hand textarea'))").await;
    assert_eq!(page.errors().await, []);
}

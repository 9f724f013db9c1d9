//! What articles hold besides text: pictures, films, links, earlier versions.

use reading_room_tests::{Page, Site};

async fn open_article(site: &Site, title: &str) -> Page {
    let page = site.open(&format!("#/?q={title}")).await;
    page.click("article.row .title").await;
    page.wait_for("article.article .body", 1).await;
    page
}

#[tokio::test]
async fn a_large_picture_of_a_post_is_a_file_of_the_bundle() {
    let site = Site::sample().await;
    let page = open_article(&site, "潮汐表怎么读").await;
    page.eval("document.querySelector('img[data-media]').scrollIntoView()").await;
    page.wait_for_js("document.querySelector('img[data-media]').naturalWidth === 480").await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn a_link_to_another_post_opens_its_article() {
    let site = Site::sample().await;
    let page = open_article(&site, "潮汐表怎么读").await;
    page.wait_for_js("document.querySelector('.body a[href=\"https://example.org/tables/2022\"]') !== null")
        .await;
    page.click(".body a[data-article]").await;
    page.wait_for_text("article.article h1", "the tide comes in under the pier").await;
    page.back().await;
    page.wait_for_text("article.article h1", "潮汐表怎么读").await;
}

#[tokio::test]
async fn a_film_waits_for_a_click() {
    let site = Site::sample().await;
    let page = open_article(&site, "casting a single letter").await;
    page.wait_for("a.player", 1).await;
    assert_eq!(page.count("iframe").await, 0);
    page.click("a.player").await;
    page.wait_for_js(
        "document.querySelector('iframe').src.startsWith('https://www.youtube-nocookie.com/embed/')",
    )
    .await;
}

#[tokio::test]
async fn what_an_article_said_before_can_be_read() {
    let site = Site::sample().await;
    let page = open_article(&site, "柳浦大桥是哪一天通车的").await;
    page.wait_for(".version", 1).await;
    assert_eq!(page.count(".version .body").await, 0);
    page.click(".version summary").await;
    page.wait_for_text(".version h2", "初稿").await;
    page.wait_for_js("document.querySelector('.version .body').innerText.length > 20").await;
}

#[tokio::test]
async fn an_address_can_be_read() {
    let site = Site::sample().await;
    let page = open_article(&site, "潮汐表怎么读").await;
    page.wait_for_js("decodeURIComponent(location.hash).includes('/2022-05-15/潮汐表怎么读-')").await;
}

//! An article as something to read: how it is set, its pictures, reading it aloud, going on from it.

use reading_room_tests::{Key, Page, Reader, Site};
use serde_json::json;

async fn open_article(page: &Page, title: &str) {
    page.goto(&format!("#/?q={title}")).await;
    page.click("article.row .title").await;
    page.wait_for("article.article .body", 1).await;
}

async fn article(site: &Site, title: &str) -> Page {
    let page = site.open("#/").await;
    open_article(&page, title).await;
    page
}

async fn to_the_foot(page: &Page) {
    page.eval("document.querySelector('.related').scrollIntoView()").await;
}

fn fetches(site: &Site, folder: &str) -> usize {
    site.fetched().iter().filter(|fetch| fetch.path.contains(folder)).count()
}

#[tokio::test]
async fn the_text_is_set_as_the_reader_likes_it() {
    let site = Site::sample().await;
    let page = article(&site, "借书证第一号").await;
    let size = "parseFloat(getComputedStyle(document.querySelector('.body')).fontSize)";
    let width = "document.querySelector('.body').clientWidth";
    let usual = page.eval(&format!("return [{size}, {width}]")).await;
    assert_eq!((usual[0].as_f64(), usual[1].as_f64()), (Some(18.0), Some(630.0)));

    page.click(".article-tools [aria-label=\"Text settings\"]").await;
    page.click("[title=\"Larger text\"]").await;
    page.wait_for_text(".text-sizes output", "112").await;
    page.click("[title=\"Larger text\"]").await;
    page.wait_for_js(&format!("{size} === 22.5")).await;
    page.click("#reading-settings label:has([value=narrow])").await;
    page.wait_for_js(&format!("Math.abs({width} - 27 * 22.5) <= 1")).await;
    page.click("#reading-settings label:has([value=dark])").await;
    page.wait_for_js("document.documentElement.dataset.theme === 'dark'").await;
    page.press(&Key::Escape).await;
    page.wait_for_js("!document.querySelector('#reading-settings').matches(':popover-open')").await;

    page.reload().await;
    page.wait_for("article.article .body", 1).await;
    page.wait_for_js(&format!("{size} === 22.5 && Math.abs({width} - 27 * 22.5) <= 1")).await;
}

#[tokio::test]
async fn nothing_is_too_wide_at_the_largest_size() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::phone().window(360, 740), "#/").await;
    open_article(&page, "借书证第一号").await;
    page.click(".article-tools [aria-label=\"Text settings\"]").await;
    for _ in 0..4 {
        page.click("[title=\"Larger text\"]").await;
    }
    page.wait_for("[title=\"Larger text\"]:disabled", 1).await;
    page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
}

#[tokio::test]
async fn a_wide_table_is_scrolled_with_keys() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::phone().window(360, 740), "#/").await;
    page.eval("localStorage.setItem('reading-room.text-size', '170')").await;
    page.reload().await;
    open_article(&page, "借书证第一号").await;
    page.wait_for(".body table[tabindex='0'][aria-label]", 1).await;
    let desktop = article(&site, "借书证第一号").await;
    desktop.wait_for_js("document.querySelector('.body table')").await;
    desktop.draw().await;
    assert_eq!(desktop.count(".body table[tabindex]").await, 0);
}

#[tokio::test]
async fn the_byline_says_how_long_it_takes() {
    let site = Site::sample().await;
    let page = article(&site, "借书证第一号").await;
    page.wait_for_text(".byline", "about 6 minutes").await;
}

#[tokio::test]
async fn a_picture_is_looked_at_and_left_again() {
    let site = Site::sample().await;
    let page = article(&site, "潮汐表怎么读").await;
    page.eval("document.querySelectorAll('.body img')[1].scrollIntoView()").await;
    page.wait_for(".body img[role=button]", 2).await;
    page.eval("scrollTo(0, 0)").await;
    page.click(".body img").await;
    page.wait_for_js("document.querySelector('dialog.lightbox').open").await;
    page.wait_for_text(".lightbox-tools", "1 / 2").await;
    page.press(&Key::Right).await;
    page.wait_for_text(".lightbox-tools", "2 / 2").await;
    page.press(&Key::Right).await;
    page.wait_for_text(".lightbox-tools", "1 / 2").await;
    page.wait_for_text(".lightbox-caption", "横轴为时").await;
    page.click("[aria-label=\"Previous picture\"]").await;
    page.wait_for_text(".lightbox-tools", "2 / 2").await;
    page.press(&Key::Escape).await;
    page.wait_for("dialog[open]", 0).await;
    page.wait_for_js("document.activeElement === document.querySelector('.body img')").await;
    page.press(&Key::Enter).await;
    page.click("dialog.lightbox img").await;
    page.wait_for("dialog[open]", 0).await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn keys_lead_to_the_neighbours_and_back() {
    let site = Site::sample().await;
    let page = site.open("#/?q=lighthouse&sort=newest").await;
    page.wait_for("article.row", 5).await;
    let titles = page.texts("article.row h3").await;
    page.click("article.row .title").await;
    page.wait_for_text("article.article h1", &titles[0]).await;
    page.wait_for("a.neighbour.next", 1).await;
    page.press("n").await;
    page.wait_for_text("article.article h1", &titles[1]).await;
    page.wait_for("a.neighbour.prev", 1).await;
    page.press("p").await;
    page.wait_for_text("article.article h1", &titles[0]).await;
    page.press("u").await;
    page.wait_for_text("h2.count", "5 articles").await;
}

#[tokio::test]
async fn a_text_takes_one_request() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    site.forget();
    page.click("article.row .title").await;
    page.wait_for("article.article .body", 1).await;
    page.wait_for("a.neighbour", 1).await;
    assert_eq!(fetches(&site, "/bodies/"), 1);
}

#[tokio::test]
async fn what_is_related_is_looked_for_at_the_foot() {
    let site = Site::sample().await;
    let page = site.open("#/?category=书与印刷").await;
    page.wait_for_text("article.row h3", "借书证第一号").await;
    page.eval("for (const a of document.querySelectorAll('article.row h3 a')) if (a.innerText.includes('借书证')) a.click()")
        .await;
    page.wait_for("article.article .body", 1).await;
    assert_eq!(fetches(&site, "/terms/"), 0);
    to_the_foot(&page).await;
    page.wait_for_text(".related h2", "Related articles").await;
    page.wait_for_text(".related h2", "More by 江边观察").await;
    let titles = page.texts(".related section:first-child .title").await;
    assert!(
        (1..=5).contains(&titles.len()) && titles.iter().any(|title| title.contains("图书馆")),
        "{titles:?}"
    );
    assert!(page.texts(".related .title").await.iter().all(|title| !title.contains("借书证第一号")));
    assert_eq!(page.count(".related section:last-child .title").await, 5);
    page.click(".related section:last-child .title").await;
    page.wait_for_text("article.article h1", "阅览室今冬的开放时间").await;
    page.back().await;
    page.wait_for_text("article.article h1", "借书证第一号").await;
    to_the_foot(&page).await;
    page.click(".related .quiet-link").await;
    page.wait_for_route("#/?author=江边观察").await;
    page.wait_for_text("article.row .author", "江边观察").await;
}

#[tokio::test]
async fn what_is_related_may_fail_by_itself() {
    let site = Site::sample().await;
    site.fail("columns/", 503);
    let page = site.open("#/").await;
    page.click("article.row .title").await;
    page.wait_for("article.article .body", 1).await;
    to_the_foot(&page).await;
    page.wait_for_text(".related", "could not be loaded").await;
    page.wait_for_text("article.article .body", "上午九时至下午五时").await;
    site.mend();
    page.click(".related button").await;
    page.wait_for_text(".related h2", "More by").await;
    assert_eq!(page.count(".related-failed").await, 0);
}

#[tokio::test]
async fn a_text_that_cannot_be_had_leaves_the_rest() {
    let site = Site::sample().await;
    site.fail("bodies/", 500);
    let page = site.open("#/").await;
    page.click("article.row .title").await;
    page.wait_for_text("article.article [role=alert]", "/bodies/").await;
    page.wait_for_text("article.article h1", "阅览室今冬的开放时间").await;
    page.wait_for(".byline a.original", 1).await;
    page.wait_for("a.neighbour.next", 1).await;
    site.mend();
    page.click("[role=alert] button").await;
    page.wait_for_text("article.article .body", "上午九时至下午五时").await;
}

#[tokio::test]
async fn who_comes_to_an_article_that_is_gone_may_search_for_its_words() {
    let site = Site::sample().await;
    let page = site.open("#/article/2022-05-15/潮汐表怎么读-zzzzzz").await;
    page.wait_for_text(".notice", "There is no such article").await;
    page.click(".notice a[href*='q=']").await;
    page.wait_for_text("article.row h3", "潮汐表怎么读").await;
}

/// A voice that says nothing, and remembers what it was asked to say. Each sentence ends when the
/// test says so.
const VOICE: &str = "window.said = []; window.hushed = 0;
    speechSynthesis.speak = u => { said.push(u.text); window.now = u };
    speechSynthesis.cancel = () => { hushed += 1 };";

#[tokio::test]
async fn a_text_is_read_aloud_until_the_reader_leaves() {
    let site = Site::sample().await;
    let page = site.open("#/").await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": VOICE })).await;
    page.reload().await;
    open_article(&page, "借书证第一号").await;
    page.click("[aria-label=\"Read aloud\"]").await;
    page.wait_for_js("said.join() === '借书证第一号：一座小城图书馆的九十年'").await;
    page.eval("now.onend()").await;
    page.wait_for_js("said[1].startsWith('青石渡图书馆') && now.lang === 'zh-Hans'").await;
    page.click("[aria-label=\"Pause reading\"]").await;
    page.wait_for_js("now.onend === null").await;
    page.click("[aria-label=\"Go on reading\"]").await;
    page.wait_for_js("said.length === 3 && said[2] === said[1]").await;
    page.click("[aria-label=\"Stop reading\"]").await;
    page.wait_for("[aria-label=\"Stop reading\"]", 0).await;
    page.click("[aria-label=\"Read aloud\"]").await;
    page.wait_for_js("said.length === 4 && said[3] === said[0]").await;
    let hushed = page.eval("return hushed").await;
    page.press("u").await;
    page.wait_for("h2.count", 1).await;
    page.wait_for_js(&format!("hushed > {hushed}")).await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn paper_gets_the_text_and_where_it_is_from() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::desktop().dark(), "#/").await;
    open_article(&page, "借书证第一号").await;
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    page.wait_for_js("getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)'")
        .await;
    let ink = page.eval("return getComputedStyle(document.querySelector('.body')).color").await;
    assert_eq!(ink, "rgb(0, 0, 0)");
    for gone in [".header", ".article-tools", ".article-foot", ".back-link"] {
        let script = format!("return document.querySelector('{gone}').checkVisibility()");
        assert_eq!(page.eval(&script).await, false, "{gone}");
    }
    for kept in [".article h1", ".byline time", ".byline .original", ".body"] {
        let script = format!("return document.querySelector('{kept}').checkVisibility()");
        assert_eq!(page.eval(&script).await, true, "{kept}");
    }
}

//! The pages of articles: what they are before the viewer, how it takes over, and what happens without it.

use std::time::Duration;

use reading_room_tests::{Key, Page, Published, Reader, Site};
use serde_json::{Value, json};

const NEWEST: &str = "阅览室今冬的开放时间";
/// An article with several paragraphs.
const LONG: &str = "借书证第一号";
const SLOWLY: Duration = Duration::from_secs(3);
/// Stands on the page when the viewer does.
const OPENED: &str = "article.article .article-tools button";

/// A site of the sample with a page for each article.
fn published(name: &str) -> Published {
    Published::new(name, "sample", &["--pages", "article"])
}

/// The path of the page of an article, as the plain lists link it.
async fn path_of(site: &Site, title: &str) -> String {
    let page = site.open(&format!("#/?q={title}")).await;
    page.wait_for_text("article.row h3", title).await;
    let href = page.eval("return document.querySelector('article.row h3 a').href").await;
    let href = href.as_str().unwrap().split('#').next().unwrap().to_owned();
    href.strip_prefix(&site.url("")).expect("the link leads to a page of the site").to_owned()
}

/// The address below that of the site.
async fn address(site: &Site, page: &Page) -> String {
    let href = page.eval("return location.href").await;
    href.as_str().unwrap().strip_prefix(&site.url("")).expect("the page is one of the site").to_owned()
}

async fn wait_for_address(site: &Site, page: &Page, expected: &str) {
    page.wait_until(expected, async || (address(site, page).await == expected).then_some(())).await;
}

async fn scroll_to(page: &Page, pixels: u32) {
    page.call("scrollTo(0, arguments[0])", vec![json!(pixels)]).await;
}

/// How far the page is scrolled, and where some elements of it are.
async fn places(page: &Page) -> Value {
    let script = "const at = css => { const { x, y, width, height } = document.querySelector(css).getBoundingClientRect();\
                  return [x, y, width, height] };\
                  return [scrollY, ...['.brand', '.search', 'h1', '.byline', '.body', '.body > :last-child'].map(at)]";
    page.eval(script).await
}

#[tokio::test]
async fn an_article_can_be_read_before_the_viewer_comes_and_nothing_moves_when_it_does() {
    let site = published("pages-takeover").serve_under("/news/").await;
    let path = path_of(&site, LONG).await;
    for (reader, name) in [(Reader::desktop(), "desktop"), (Reader::phone(), "phone")] {
        site.mend();
        site.delay(".wasm", SLOWLY);
        let page = site.open_as(&reader.languages("zh-CN,zh"), &path).await;
        page.wait_for_text("h1", LONG).await;
        page.wait_for_js("document.querySelectorAll('.body p').length > 2").await;
        assert_eq!(page.count(OPENED).await, 0, "the viewer came sooner than it could");
        page.screenshot(&format!("page-of-article-{name}")).await;
        scroll_to(&page, 240).await;
        let before = places(&page).await;
        page.wait_for_js(&format!("document.querySelector('{OPENED}')")).await;
        page.draw().await;
        assert_eq!(places(&page).await, before, "{name}");
        assert_eq!(address(&site, &page).await, path);
        assert_eq!(page.errors().await, []);
    }
}

/// Takes away, without moving anything, what only the viewer can draw.
const HIDE_TOOLS: &str = "const sheet = new CSSStyleSheet();\
    sheet.replaceSync('.tools, .search, .article-tools, .progress-line { visibility: hidden !important }\
    .article-foot, .page-footer { display: none } * { transition: none !important; caret-color: transparent }');\
    document.adoptedStyleSheets = [sheet]";

#[tokio::test]
async fn the_page_and_what_the_viewer_draws_look_the_same() {
    let site = published("pages-pixels").serve_under("/").await;
    let path = path_of(&site, LONG).await;
    for width in [390, 820, 1280] {
        let reader = Reader::desktop().window(width, 900).languages("zh-CN,zh");
        let mut pictures = Vec::new();
        for (name, waits) in [("page", false), ("viewer", true)] {
            site.mend();
            if !waits {
                site.delay(".wasm", SLOWLY);
            }
            let page = site.open_as(&reader, &path).await;
            page.wait_for_text("h1", LONG).await;
            if waits {
                page.wait_for_js(&format!("document.querySelector('{OPENED}')")).await;
            }
            page.eval("document.activeElement.blur()").await;
            page.eval(HIDE_TOOLS).await;
            page.draw().await;
            assert_eq!(page.count(OPENED).await > 0, waits);
            pictures.push(std::fs::read(page.screenshot(&format!("pixels-{width}-{name}")).await).unwrap());
        }
        assert!(pictures[0] == pictures[1], "target/screenshots/pixels-{width}-*.png differ");
    }
}

#[tokio::test]
async fn from_a_page_one_goes_on_by_addresses_of_pages() {
    let site = published("pages-addresses").serve_under("/news/").await;
    let page = site.open("#/?q=活字").await;
    page.wait_for_js("document.querySelector('article.row mark')").await;
    let title = page.text("article.row h3").await;
    page.click("article.row h3 a").await;
    page.wait_for_text("h1", &title).await;
    let article = address(&site, &page).await;
    assert!(article.starts_with("article/") && article.ends_with("/#?q=%E6%B4%BB%E5%AD%97"), "{article}");
    page.wait_for_js("document.querySelector('.body mark')").await;
    // The same again after a reload, and the way back to the list.
    page.reload().await;
    page.wait_for_js("document.querySelector('.body mark')").await;
    page.click(".back-link").await;
    wait_for_address(&site, &page, "#/?q=%E6%B4%BB%E5%AD%97").await;
    page.back().await;
    page.wait_for_text("h1", &title).await;
    assert_eq!(address(&site, &page).await, article);
    // Within one document all the time.
    page.eval("window.isSame = true").await;
    page.click(".neighbour").await;
    page.wait_for_js(&format!("document.querySelector('h1')?.textContent !== {}", json!(title))).await;
    page.wait_for_js("document.querySelector('.article .body')").await;
    page.click("a.brand").await;
    page.wait_for_text("article.row h3", NEWEST).await;
    assert_eq!(page.eval("return window.isSame").await, true);
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn an_address_from_before_pages_leads_to_the_page() {
    let site = published("pages-before").serve_under("/").await;
    let path = path_of(&site, LONG).await;
    site.delay(".wasm", SLOWLY);
    let page = site.open(&format!("#/{}", path.trim_end_matches('/'))).await;
    wait_for_address(&site, &page, &path).await;
    page.wait_for_text("h1", LONG).await;
    // One whose title reads otherwise has no page, and is found even so.
    let key = path.trim_end_matches('/').rsplit('-').next().unwrap().to_owned();
    let day = path.split('/').nth(1).unwrap();
    site.mend();
    let page = site.open(&format!("#/article/{day}/another-title-{key}")).await;
    page.wait_for_text("h1", LONG).await;
    page.wait_for_js(&format!("document.querySelector('{OPENED}')")).await;
}

#[tokio::test]
async fn what_was_typed_before_the_viewer_came_is_searched_for() {
    let site = published("pages-typed").serve_under("/").await;
    let path = path_of(&site, LONG).await;
    for start in ["", path.as_str()] {
        site.delay(".wasm", SLOWLY);
        let page = site.open(start).await;
        page.type_in(".search input", "活字印刷").await;
        assert_eq!(page.count("[role=combobox]").await, 0, "the viewer came sooner than it could");
        page.wait_for_text("h2.count", "6 articles").await;
        page.wait_for_js("document.activeElement.matches('.search input')").await;
        page.type_in("[role=combobox]", "x").await;
        page.wait_for_js("document.querySelector('[role=combobox]').value === '活字印刷x'").await;
        site.mend();
    }
}

#[tokio::test]
async fn a_viewer_that_does_not_come_is_told_and_can_be_tried_again() {
    let site = published("pages-failed").serve_under("/").await;
    let path = path_of(&site, LONG).await;
    for start in ["", "#/?q=活字", path.as_str()] {
        site.fail(".wasm", 404);
        let page = site.open(start).await;
        page.wait_for_text(".late[role=alert]", "did not load").await;
        assert!(page.texts("h1, h3").await.iter().any(|title| !title.is_empty()));
        let hrefs = page.eval("return [...document.querySelectorAll('h3 a')].map(a => a.href)").await;
        for href in hrefs.as_array().into_iter().flatten() {
            assert!(href.as_str().unwrap().starts_with(&site.url("article/")), "{href}");
        }
        // Enter leads nowhere now, and takes nothing away.
        page.type_in(".search input", "活字").await;
        page.press(&Key::Enter).await;
        page.draw().await;
        assert!(page.texts("h1, h3").await.iter().any(|title| !title.is_empty()));
        site.mend();
        page.click(".late button").await;
        page.wait_for_js("document.querySelector('[role=combobox]')").await;
        page.wait_for(".late", 0).await;
    }
}

#[tokio::test]
async fn a_viewer_that_breaks_says_so() {
    let site = published("pages-broken").serve_under("/").await;
    let page = site.open("").await;
    page.wait_for_js("document.querySelector('main [data-row]')").await;
    // What a browser says of an exception; it says nothing of those of a driver's scripts.
    page.eval("dispatchEvent(new ErrorEvent('error', { error: new Error('of an extension') }))").await;
    page.draw().await;
    assert_eq!(page.count(".late").await, 0);
    let trap =
        "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
    page.eval(trap).await;
    page.wait_for_text(".late[role=alert]", "has stopped working").await;
}

#[tokio::test]
async fn a_plain_list_stays_one_and_leads_to_a_search() {
    let site = published("pages-lists").serve_under("/news/").await;
    let page = site.open("lists/#content").await;
    page.wait_for_js("document.querySelectorAll('main .list-links a').length > 5").await;
    page.reload().await;
    page.wait_for_js("document.querySelectorAll('main .list-links a').length > 5").await;
    assert_eq!(address(&site, &page).await, "lists/#content");
    page.type_in(".search input", "活字印刷").await;
    page.press(&Key::Enter).await;
    page.wait_for_text("h2.count", "6 articles").await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn articles_of_a_day_share_a_page() {
    let published = Published::new("pages-of-days", "sample", &["--pages", "day"]);
    let site = published.serve_under("/news/").await;
    let path = path_of(&site, LONG).await;
    assert_eq!(path, "article/2023-11-10/");
    let page = site.open(&path).await;
    page.wait_for_text("h1", LONG).await;
    // In the viewer it has an address within that page.
    page.goto(&format!("#/?q={LONG}")).await;
    page.click("article.row h3 a").await;
    page.wait_for_js(&format!("document.querySelector('{OPENED}')")).await;
    let address = address(&site, &page).await;
    assert!(address.starts_with("article/2023-11-10/#"), "{address}");
    page.reload().await;
    page.wait_for_text("h1", LONG).await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn an_article_whose_page_is_gone_is_found_by_its_key() {
    let published = Published::new(
        "pages-gone",
        "sample",
        &["--pages", "article", "--base-url", "https://example.org/news/"],
    );
    let site = published.serve_under("/news/").await;
    let path = path_of(&site, LONG).await;
    let key = path.trim_end_matches('/').rsplit('-').next().unwrap();
    let day = path.split('/').nth(1).unwrap();
    let page = site.open(&format!("article/{day}/a-former-title-{key}/")).await;
    page.wait_for_text("h1", LONG).await;
    page.wait_for_js(&format!("document.querySelector('{OPENED}')")).await;
    wait_for_address(&site, &page, &path).await;
}

#[tokio::test]
async fn without_web_assembly_or_with_a_host_that_hangs_the_page_says_so() {
    let site = published("pages-without").serve_under("/").await;
    let path = path_of(&site, LONG).await;
    site.delay(".wasm", Duration::from_secs(12));
    let page = site.open_as(&Reader::desktop().languages("zh-TW"), &path).await;
    page.wait_for_text(".late[role=status]", "還在載入").await;
    site.mend();
    let page = site.open("").await;
    let source = json!({ "source": "delete globalThis.WebAssembly" });
    page.devtools("Page.addScriptToEvaluateOnNewDocument", source).await;
    page.goto(&path).await;
    page.reload().await;
    page.wait_for_text(".late[role=alert]", "WebAssembly").await;
    page.wait_for_text("h1", LONG).await;
}

#[tokio::test]
async fn without_scripts_everything_can_be_read_and_reached() {
    let site = published("pages-no-script").serve_under("/").await;
    let path = path_of(&site, LONG).await;
    let page = site.open("").await;
    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    page.goto(&path).await;
    page.reload().await;
    page.wait_for_text("h1", LONG).await;
    page.wait_for_text(".body", "图书馆").await;
    page.screenshot("page-without-scripts").await;
    assert_eq!(page.count(OPENED).await, 0);
    page.click("a.neighbour").await;
    page.wait_for_js(&format!("!document.querySelector('h1').textContent.includes('{LONG}')")).await;
    page.click("a.brand").await;
    page.wait_for_text("article.row h3", NEWEST).await;
    page.screenshot("first-list-without-scripts").await;
    page.click("article.row h3 a").await;
    page.wait_for_text("h1", NEWEST).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_pages_without_the_viewer() {
    let site = published("pages-axe").serve_under("/").await;
    let path = path_of(&site, LONG).await;
    site.fail("open.js", 404);
    for (reader, name) in [(Reader::desktop(), "desktop"), (Reader::phone().dark(), "phone-dark")] {
        let page = site.open_as(&reader.languages("zh-CN,zh"), "").await;
        for (at, screen) in [
            ("", "home"),
            (&path, "article"),
            ("lists/", "lists"),
            ("lists/2023-11/", "month"),
            ("lists/search/", "search"),
        ] {
            page.goto(at).await;
            page.wait_for_js("document.querySelector('main h1, main h3')").await;
            assert_eq!(page.axe().await, Vec::<String>::new(), "{screen} {name}");
            page.screenshot(&format!("plain-{screen}-{name}")).await;
        }
    }
}

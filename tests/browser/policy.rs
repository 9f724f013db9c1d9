//! The Content-Security-Policy of the page: what it forbids, and that the viewer needs nothing of that.

use reading_room_tests::{Elsewhere, Page, Reader, Site};
use serde_json::json;

/// Writes down what goes against the policy, from the first moment of the page.
const LISTEN: &str = "window.violations = []; document.addEventListener('securitypolicyviolation', event => \
                      violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))";

/// A host that nobody but this test speaks of.
const LAST: &str = "last.example";

async fn open(site: &Site, elsewhere: &Elsewhere, route: &str) -> Page {
    let page = site.open_as(&Reader::desktop().with(elsewhere), route).await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN })).await;
    page.reload().await;
    page
}

/// What went against the policy so far. Violations are reported later, in order: the test causes one and
/// takes those before it.
async fn violations(page: &Page) -> Vec<String> {
    page.eval(&format!(
        "document.body.append(Object.assign(document.createElement('object'), {{ data: 'http://{LAST}/' }}))"
    ))
    .await;
    page.wait_for_js(&format!("violations.some(violation => violation.includes('{LAST}'))")).await;
    let all = page.eval("return violations.splice(0)").await;
    let all = all.as_array().expect("the page listens").iter().map(ToString::to_string);
    all.filter(|violation| !violation.contains(LAST)).collect()
}

/// Waits until something went against the policy.
async fn wait_for_violation(page: &Page, what: &str) {
    let is_told = format!("violations.some(violation => violation.includes({what:?}))");
    page.wait_for_js(&is_told).await;
}

#[tokio::test]
async fn the_viewer_keeps_to_it() {
    let (site, elsewhere) = (Site::sample().await, Elsewhere::start().await);
    let page = open(&site, &elsewhere, "#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.eval("scrollTo(0, document.body.scrollHeight)").await;
    page.wait_for_js("scrollY > 0").await;
    page.goto("#/?q=活字印刷").await;
    page.wait_for_text("h2.count", "6 articles").await;
    page.goto("#/device").await;
    page.wait_for_js("document.querySelector('.device')").await;
    assert_eq!(violations(&page).await, Vec::<String>::new());
}

#[tokio::test]
async fn an_article_keeps_to_it_with_its_pictures_and_films() {
    let (site, elsewhere) = (Site::sample().await, Elsewhere::start().await);
    let page = open(&site, &elsewhere, "#/?q=casting a single letter").await;
    page.eval("window.print = () => dispatchEvent(new Event('beforeprint'))").await;
    page.click("article.row .title").await;
    page.click("a.player").await;
    page.wait_for("iframe", 1).await;
    page.click(".article-tools [aria-label=Print]").await;
    page.goto("#/?q=潮汐表怎么读").await;
    page.click("article.row .title").await;
    page.wait_for("article.article .body", 1).await;
    page.eval("document.querySelector('img[data-media]').scrollIntoView()").await;
    page.wait_for_js("document.querySelector('img[data-media]').naturalWidth === 480").await;
    assert_eq!(violations(&page).await, Vec::<String>::new());
}

#[tokio::test]
async fn files_are_saved_within_it() {
    let (site, elsewhere) = (Site::sample().await, Elsewhere::start().await);
    let page = open(&site, &elsewhere, "#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.click(".export-button").await;
    page.wait_for("dialog.export[open]", 1).await;
    page.eval("document.querySelector('.export-formats button').click()").await;
    page.wait_for_text("dialog.export", ".csv").await;
    page.goto("#/statistics").await;
    page.wait_for_js("document.querySelector('#by-author svg')").await;
    page.click("#by-category summary").await;
    page.click("#by-category .quiet-button").await;
    page.click("#by-category .quiet-button:nth-of-type(2)").await;
    assert_eq!(violations(&page).await, Vec::<String>::new());
}

#[tokio::test]
async fn what_it_forbids_does_not_happen() {
    let (site, elsewhere) = (Site::sample().await, Elsewhere::start().await);
    let page = open(&site, &elsewhere, "#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    let add = "const element = document.createElement(arguments[0]); \
               for (const [name, value] of Object.entries(arguments[1])) element[name] = value; \
               document.body.append(element)";
    for (element, properties, forbidden) in [
        ("script", json!({ "textContent": "window.pwned = true" }), "script-src-elem inline"),
        ("script", json!({ "src": "http://canary.example/a.js" }), "script-src-elem http://canary.example"),
        ("style", json!({ "textContent": "body { display: none }" }), "style-src-elem inline"),
        (
            "link",
            json!({ "rel": "stylesheet", "href": "http://canary.example/a.css" }),
            "style-src-elem http://canary.example",
        ),
        ("iframe", json!({ "src": "http://canary.example/" }), "frame-src http://canary.example"),
        ("object", json!({ "data": "http://canary.example/" }), "object-src http://canary.example"),
        ("p", json!({ "innerHTML": "<b style='color: red' onclick='x()'>x</b>" }), "style-src-attr inline"),
        ("base", json!({ "href": "http://canary.example/" }), "base-uri http://canary.example"),
    ] {
        page.eval("violations.length = 0").await;
        page.call(add, vec![json!(element), properties]).await;
        wait_for_violation(&page, forbidden).await;
    }
    page.eval("fetch('http://canary.example/').catch(() => {})").await;
    wait_for_violation(&page, "connect-src").await;
    assert_eq!(page.eval("return window.pwned ?? null").await, json!(null));
    assert_eq!(elsewhere.calls_of("canary"), Vec::<String>::new());
}

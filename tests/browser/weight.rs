//! What the page loads, and when: the first list takes the viewer's first module, the others follow.

use reading_room_tests::{Reader, Site, skip, viewer};

/// The sample, read by a viewer that is divided, as releases are; `None` by one that is whole, as `trunk
/// build` leaves it.
async fn divided() -> Option<Site> {
    if viewer().join("parts").is_dir() { Some(Site::sample().await) } else { None }
}

/// The WebAssembly that was fetched, by the names of its files without their hashes.
fn modules(site: &Site) -> Vec<String> {
    let fetched = site.fetched();
    let paths = fetched.iter().map(|fetch| fetch.path.as_str()).filter(|path| path.ends_with(".wasm"));
    let names = paths.map(|path| path.rsplit('/').next().unwrap_or(path));
    names.map(|name| name.rsplit_once('-').expect("it has a hash").0.to_owned()).collect()
}

fn has(site: &Site, module: &str) -> bool {
    modules(site).iter().any(|fetched| fetched == module)
}

#[tokio::test]
async fn the_list_comes_before_what_it_does_without() {
    let Some(site) = divided().await else { skip!("this viewer is whole") };
    let page = site.open("#/").await;
    page.wait_for_text("article.row h3", "阅览室今冬的开放时间").await;
    page.wait_until("the article's module", async || has(&site, "article").then_some(())).await;
    page.wait_until("the search's module", async || has(&site, "search").then_some(())).await;
    let paths: Vec<_> = site.fetched().into_iter().map(|fetch| fetch.path).collect();
    let place = |part: &str| paths.iter().position(|path| path.contains(part)).expect("it was fetched");
    assert!(place("catalog/") < place("article-"), "the list is drawn first: {paths:?}");
    assert!(!has(&site, "more"), "nobody has asked for that: {paths:?}");
    site.forget();
    page.click("article.row h3 a").await;
    page.wait_for("article.article h1", 1).await;
    assert_eq!(modules(&site), Vec::<String>::new(), "all that the article needs was there");
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn an_address_brings_what_it_needs() {
    let Some(site) = divided().await else { skip!("this viewer is whole") };
    for (route, shown, module) in [
        ("#/statistics", "figure", "more"),
        ("#/device", "main h1", "more"),
        ("#/?q=茶", "article.row mark", "search"),
    ] {
        site.forget();
        let page = site.open_as(&Reader::phone(), route).await;
        page.wait_until(route, async || (page.count(shown).await > 0).then_some(())).await;
        assert!(has(&site, module), "{route}: {:?}", modules(&site));
    }
}

#[tokio::test]
async fn a_module_that_does_not_come() {
    let Some(site) = divided().await else { skip!("this viewer is whole") };
    site.fail("article-", 404);
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.click("article.row h3 a").await;
    page.wait_for_text("[role=alert]", "A part of this page (article) could not be loaded").await;
    page.wait_for_js("document.title.startsWith('This could not be loaded · ')").await;
    page.screenshot("fault-no-article-module").await;
    site.mend();
    page.click("[role=alert] button").await;
    page.wait_for_text("article.article h1", "阅览室今冬的开放时间").await;
    page.back().await;
    page.wait_for_text("h2.count", "68 articles").await;
}

#[tokio::test]
async fn a_module_that_takes_its_time() {
    let Some(site) = divided().await else { skip!("this viewer is whole") };
    site.delay("more-", std::time::Duration::from_secs(3));
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    page.goto("#/statistics").await;
    page.wait_for_js("document.title.startsWith('Loading… · ')").await;
    page.wait_for_js("document.title.startsWith('Statistics · ')").await;
}

#[tokio::test]
async fn an_export_that_does_not_come() {
    let Some(site) = divided().await else { skip!("this viewer is whole") };
    site.fail("more-", 503);
    let page = site.open("#/").await;
    page.click(".export-button").await;
    page.wait_for_text("[role=alert]", "A part of this page (more) could not be loaded").await;
    page.screenshot("fault-no-export-module").await;
    site.mend();
    page.click("[role=alert] .button").await;
    page.wait_for("dialog.export[open] .export-formats button", 4).await;
    page.wait_for("[role=alert]", 0).await;
}

#[tokio::test]
async fn modules_are_looked_for_beside_the_script() {
    let Some(site) = divided().await else { skip!("this viewer is whole") };
    let page = site.open("#/").await;
    page.wait_for_text("h2.count", "68 articles").await;
    // Where the page takes itself to be does not matter to them.
    let base = "document.head.append(Object.assign(document.createElement('base'), {href: '/elsewhere/'}))";
    page.eval(base).await;
    page.click(".export-button").await;
    page.wait_for("dialog.export[open]", 1).await;
    assert!(has(&site, "more"), "{:?}", site.fetched());
}

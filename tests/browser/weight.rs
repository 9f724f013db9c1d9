//! What the page loads, when, and how much it is: the first list takes the viewer's first module, the others
//! follow.

use std::fs;
use std::path::Path;

use libdeflater::{CompressionLvl, Compressor};
use reading_room_tests::{Reader, Site, skip, viewer};

/// The most bytes of code, gzipped, for the list, for list and search, and for everything.
const LIST: usize = 242_000;
const LIST_AND_SEARCH: usize = 350_000;
const ALL: usize = 485_000;

/// The sample, read by a viewer that is divided, as releases are; `None` by one that is whole, as `trunk
/// build` leaves it.
async fn divided() -> Option<Site> {
    if viewer().join("parts").is_dir() { Some(Site::sample().await) } else { None }
}

/// The WebAssembly that was fetched, by the names of its files without their hashes.
fn modules(site: &Site) -> Vec<String> {
    let fetched = site.fetched();
    let paths = fetched.iter().map(|fetch| fetch.path.as_str()).filter(|path| path.contains(".wasm"));
    let names = paths.map(|path| path.rsplit('/').next().unwrap_or(path));
    names.map(|name| name.rsplit_once('-').expect("it has a hash").0.to_owned()).collect()
}

fn has(site: &Site, module: &str) -> bool {
    modules(site).iter().any(|fetched| fetched == module)
}

/// The bytes of a file as a host sends it.
fn weight(file: &Path) -> usize {
    let bytes = fs::read(file).unwrap();
    if file.extension().is_some_and(|extension| extension == "gz") {
        return bytes.len();
    }
    let mut compressor = Compressor::new(CompressionLvl::default());
    let mut gzip = vec![0; compressor.gzip_compress_bound(bytes.len())];
    compressor.gzip_compress(&bytes, &mut gzip).unwrap()
}

/// What the files of a folder weigh that a reader of the site may load as code, by their names.
fn weights(folder: &Path) -> Vec<(String, usize)> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let name = |file: &Path| file.file_name().unwrap().to_str().unwrap().to_owned();
    let is_code = |name: &str| [".html", ".js", ".wasm.gz", ".json"].iter().any(|end| name.ends_with(end));
    let weights = files.map(|file| (name(&file), file));
    // Only pages of others load that script.
    let code = weights.filter(|(name, _)| is_code(name) && name != "embed.js");
    code.map(|(name, file)| (name, weight(&file))).collect()
}

/// Who makes something lighter lowers these, so that it stays so.
#[test]
fn the_code_is_no_heavier_than_it_was() {
    let parts = viewer().join("parts");
    if !parts.is_dir() {
        skip!("this viewer is whole");
    }
    let (scripts, modules): (Vec<_>, Vec<_>) =
        weights(&parts).into_iter().partition(|(name, _)| name.ends_with(".js"));
    let loader = fs::read_to_string(parts.join(&scripts[0].0)).unwrap();
    let search = loader.lines().find(|line| line.starts_with("filesOf.search =")).unwrap();
    let sum = |weights: &[(String, usize)]| weights.iter().map(|(_, bytes)| bytes).sum::<usize>();
    // A reader loads one language.
    let texts = weights(&viewer().join("texts")).into_iter().map(|(_, bytes)| bytes).max().unwrap();
    let list = sum(&weights(viewer())) + sum(&scripts) + texts;
    let of_search: Vec<_> = modules.iter().filter(|(name, _)| search.contains(name)).cloned().collect();
    for (what, bytes, most) in [
        ("the list", list, LIST),
        ("list and search", list + sum(&of_search), LIST_AND_SEARCH),
        ("all", list + sum(&modules), ALL),
    ] {
        assert!(bytes <= most, "{what}: {bytes} bytes");
        assert!(bytes > most * 9 / 10, "{what} may have a lower limit: {bytes} bytes");
    }
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

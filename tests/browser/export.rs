//! Articles of a list as a file.

use std::time::Duration;

use reading_room_tests::{Key, Page, Reader, Site};
use serde_json::{Value, json};

/// Keeps the files that the page would hand to the browser, in `files`.
const INTERCEPT: &str = "window.files = []; let last; \
     URL.createObjectURL = file => { last = file; return 'blob:kept' }; \
     HTMLAnchorElement.prototype.click = function () { files.push([this.download, last]) }";

const OPEN: &str = "dialog.export[open]";

/// Opens a list, and the dialog above it.
async fn open(site: &Site, route: &str, count: &str) -> Page {
    let page = site.open(route).await;
    page.wait_for_text("h2.count", count).await;
    page.wait_for_js("document.querySelector('article.row')").await;
    page.eval(INTERCEPT).await;
    page.click(".export-button").await;
    page.wait_for(OPEN, 1).await;
    page
}

/// Chooses a format by its name.
async fn choose(page: &Page, format: &str) {
    let script = "for (const b of document.querySelectorAll('.export-formats button')) \
                  if (b.innerText.startsWith(arguments[0])) b.click()";
    page.call(script, vec![json!(format)]).await;
}

/// The name and the text of the file that was saved.
async fn saved(page: &Page) -> (String, String) {
    page.wait_for_js("files.length === 1").await;
    let script = "return files[0][1].arrayBuffer().then(bytes => \
                  [files[0][0], new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)])";
    let file = page.eval(script).await;
    let part = |part: &Value| part.as_str().expect("a file has a name and a text").to_owned();
    (part(&file[0]), part(&file[1]))
}

#[tokio::test]
async fn a_table_has_every_article_in_the_order_of_the_list() {
    let site = Site::sample().await;
    let page = open(&site, "#/", "68 articles").await;
    page.screenshot("export-desktop-light").await;
    choose(&page, "CSV").await;
    let (name, text) = saved(&page).await;
    assert!(name.starts_with("旧闻阅览室-2") && name.ends_with(".csv"), "{name}");
    page.wait_for_text(OPEN, &name).await;
    let lines: Vec<_> = text.split("\r\n").collect();
    assert_eq!(lines.len(), 70, "a head, 68 articles, and nothing after the last line");
    assert_eq!(lines[0], "\u{feff}title,author,date,categories,tags,original,address");
    assert!(lines[1].starts_with("阅览室今冬的开放时间,"), "{}", lines[1]);
    let quoted = "\"Which way is up? A map puzzle: \"\"N\"\" | \"\"S\"\" *with answer*\",Ink & Paper,2025-02-22T11:00:00Z,\
                  钟与地图,Ink & Paper,https://example.com/ink/which-way-is-up,http://127.0.0.1:";
    assert!(lines.iter().any(|line| line.starts_with(quoted)), "{text}");
    page.click(".export-actions .button").await;
    page.wait_for(OPEN, 0).await;
}

#[tokio::test]
async fn only_what_was_found_is_exported_and_addresses_lead_back() {
    let site = Site::sample().await;
    let page = open(&site, "#/?q=活字印刷&sort=oldest", "6 articles").await;
    let titles = page.texts("article.row h3").await;
    choose(&page, "JSON").await;
    let (name, text) = saved(&page).await;
    assert!(name.starts_with("旧闻阅览室-活字印刷-2"), "{name}");
    let articles: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let exported: Vec<_> =
        articles.iter().map(|article| article["title"].as_str().unwrap_or_default()).collect();
    assert_eq!(exported, titles);
    assert!(articles.iter().all(|article| article["tags"].is_array() && article["date"].is_string()));
    let address = articles[5]["address"].as_str().expect("an address");
    page.goto(&address[address.find('#').expect("a place")..]).await;
    page.wait_for_text("article.article h1", &titles[5]).await;
}

#[tokio::test]
async fn notes_and_references() {
    let site = Site::sample().await;
    for (format, ending, article) in [("Markdown", ".md", "\n- ["), ("BibTeX", ".bib", "\n@misc{article-")] {
        let page = open(&site, "#/?category=茶事", "8 articles").await;
        choose(&page, format).await;
        let (name, text) = saved(&page).await;
        assert!(name.ends_with(ending), "{name}");
        assert_eq!(format!("\n{text}").matches(article).count(), 8, "{text}");
    }
}

#[tokio::test]
async fn it_can_be_cancelled() {
    let site = Site::sample().await;
    let page = open(&site, "#/", "68 articles").await;
    site.delay("columns/", Duration::from_secs(60));
    choose(&page, "CSV").await;
    page.wait_for_text(".export-progress", "0 of 68").await;
    page.screenshot("export-progress-desktop-light").await;
    page.press(&Key::Escape).await;
    page.wait_for(OPEN, 0).await;
    site.mend();
    page.click(".export-button").await;
    page.wait_for(".export-formats button", 4).await;
    choose(&page, "JSON").await;
    let (name, _) = saved(&page).await;
    assert!(name.ends_with(".json"), "what was cancelled came nevertheless: {name}");
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn a_file_that_cannot_be_had_is_named_and_it_goes_on_from_there() {
    for folder in ["columns/", "catalog/"] {
        let site = Site::sample().await;
        let page = open(&site, "#/", "68 articles").await;
        site.fail(folder, 503);
        choose(&page, "CSV").await;
        page.wait_for_text(".export [role=alert]", &format!("/{folder}")).await;
        site.mend();
        page.click(".export-actions .button:first-child").await;
        let (_, text) = saved(&page).await;
        assert_eq!(text.matches("\r\n").count(), 69);
    }
}

#[tokio::test]
async fn it_fits_a_phone() {
    let site = Site::sample().await;
    let page = site.open_as(&Reader::phone().dark().window(360, 640).languages("zh-CN"), "#/").await;
    page.click(".export-button").await;
    page.wait_for_text(OPEN, "导出 68 篇").await;
    page.screenshot("export-phone-dark").await;
    page.wait_for_js("document.documentElement.scrollWidth <= innerWidth").await;
    page.wait_for_js("document.querySelector('dialog.export').getBoundingClientRect().right <= innerWidth")
        .await;
}

//! The site that `build-index site` writes, on plain static hosts, and what `serve` shows.

use std::fs;
use std::process::Command;
use std::time::Duration;

use reading_room_tests::{
    Page, Published, Reader, Served, Site, build_index, copy_folder, copy_of_sample, in_checkout,
};
use serde_json::json;

const NEWEST: &str = "阅览室今冬的开放时间";

/// What a reader of the site does.
async fn check_that_it_works(page: &Page) {
    page.wait_for_js("document.querySelector('main [data-row]')").await;
    page.wait_for_text("article.row h3", NEWEST).await;
    page.type_in("[role=combobox]", "活字").await;
    page.wait_for_js("document.querySelector('article.row mark')").await;
    page.clear("[role=combobox]").await;
    page.wait_for_text("article.row h3", NEWEST).await;
    page.click("article.row h3 a").await;
    page.wait_for_text("h1", NEWEST).await;
    page.wait_for_text("main", "铁路时刻表").await;
    assert_eq!(page.errors().await, []);
}

/// The status and the type of what is at an address, and its text.
async fn fetched(page: &Page, path: &str) -> (u64, String, String) {
    let script = "return fetch(arguments[0]).then(async a => [a.status, a.headers.get('content-type'), await a.text()])";
    let answer = page.call(script, vec![json!(path)]).await;
    let text = |n: usize| answer[n].as_str().unwrap_or_default().to_owned();
    (answer[0].as_u64().unwrap(), text(1), text(2))
}

#[tokio::test]
async fn it_works_under_any_path() {
    let published = Published::new("anywhere", "sample", &[]);
    for prefix in ["/", "/mirror/news/"] {
        let site = published.serve_under(prefix).await;
        let page = site.open("").await;
        check_that_it_works(&page).await;
        let missed: Vec<_> = site.fetched().into_iter().filter(|fetch| fetch.status != 200).collect();
        assert_eq!(missed, []);
    }
}

#[tokio::test]
async fn the_program_alone_makes_one() {
    let place = tempfile::tempdir().unwrap();
    fs::copy(build_index(), place.path().join("build-index")).unwrap();
    copy_folder(&in_checkout("sample"), &place.path().join("archive"));
    let mut command = Command::new(place.path().join("build-index"));
    command.env_clear().current_dir(place.path()).args(["site", "archive", "--out", "site"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let site = place.path().join("site");
    let site = Site::of_folders(&site, "bundle", &site.join("bundle")).await;
    check_that_it_works(&site.open("").await).await;
}

#[tokio::test]
async fn the_feed_is_linked_and_leads_back() {
    let published = Published::new("feed", "sample", &[]);
    let site = published.serve_under("/blog/").await;
    let page = site.open("").await;
    page.wait_for("footer a.feed", 1).await;
    let href = page.eval("return document.querySelector('footer a.feed').href").await;
    let announced = page.eval("return document.querySelector('link[rel=alternate]').href").await;
    assert_eq!((&href, &announced), (&json!(site.url("feed.xml")), &json!(site.url("feed.xml"))));
    let entry = page
        .eval(
            "return fetch('feed.xml').then(a => a.text()).then(text => {\
             const entry = new DOMParser().parseFromString(text, 'application/xml').querySelector('entry');\
             return [entry.querySelector('title').textContent,\
             entry.querySelector('link[rel=alternate]').getAttribute('href')] })",
        )
        .await;
    assert_eq!(entry[0], NEWEST);
    page.goto(entry[1].as_str().unwrap()).await;
    page.wait_for_text("h1", NEWEST).await;
}

#[tokio::test]
async fn an_address_that_leads_nowhere_says_so() {
    let published = Published::new("not-found", "sample", &["--base-url", "https://example.org/blog/"]);
    let site = published.serve_under("/blog/").await;
    let page = site.open("2019/05/25/no-such-page.html").await;
    page.wait_for_text("h1", "这里没有页面").await;
    page.screenshot("not-found").await;
    assert_eq!(fetched(&page, "no-such-page").await.0, 404);
    page.click("a").await;
    page.wait_for_text("article.row h3", NEWEST).await;
}

#[tokio::test]
async fn the_newest_articles_are_there_before_the_viewer_and_do_not_move() {
    let published = Published::new("first-list", "sample", &[]);
    let site = published.serve_under("/").await;
    site.fail(".wasm", 503);
    for (reader, name) in [(Reader::desktop(), "desktop"), (Reader::phone(), "phone")] {
        // The words are those of the archive, until the reader's are known: here they are the same.
        let reader = reader.languages("zh-CN,zh");
        let page = site.open_as(&reader, "").await;
        page.wait_for_text("article.row h3", NEWEST).await;
        page.screenshot(&format!("first-list-{name}")).await;
        let before = places(&page).await;
        assert_eq!(before.len(), 4, "{before:?}");
        site.mend();
        page.reload().await;
        page.wait_for("main [data-row='3']", 1).await;
        assert_eq!(places(&page).await, before, "{name}");
        site.fail(".wasm", 503);
    }
}

/// Where the first articles are.
async fn places(page: &Page) -> Vec<serde_json::Value> {
    let script = "return [...document.querySelectorAll('article.row h3')].slice(0, 4).map(title => {\
                  const { x, y, width, height } = title.getBoundingClientRect(); return [x, y, width, height] })";
    page.eval(script).await.as_array().unwrap().clone()
}

#[tokio::test]
async fn whoever_asks_for_an_article_does_not_see_the_list_first() {
    let published = Published::new("elsewhere", "sample", &[]);
    let site = published.serve_under("/").await;
    site.delay(".wasm", Duration::from_secs(3));
    let page = site.open("#/statistics").await;
    page.wait_for_text("main", "正在打开阅览室").await;
    assert_eq!(page.eval("return document.querySelector('article.row').offsetHeight").await, 0);
}

#[tokio::test]
async fn serve_shows_a_post_that_was_changed() {
    let archive = copy_of_sample();
    let served = Served::new("served", archive.path());
    let page = served.open("").await;
    check_that_it_works(&page).await;
    page.goto("").await;
    page.wait_for_text("article.row h3", NEWEST).await;

    let (status, kind, text) = fetched(&page, "feed.xml").await;
    assert_eq!((status, kind.as_str(), text.starts_with("<?xml")), (200, "application/atom+xml", true));
    let (status, _, text) = fetched(&page, "no/such/page").await;
    assert!(status == 404 && text.contains("这里没有页面"));
    assert_eq!(fetched(&page, "..%2f..%2f..%2fetc%2fpasswd").await.0, 404);

    let post = "---\ntitle: A post of today\ndate: 2027-01-01\n---\nNew.";
    fs::write(archive.path().join("_posts/2027-01-01-new.md"), post).unwrap();
    page.wait_for_text("article.row h3", "A post of today").await;
    // A file that says nothing is left out, and the rest stays.
    fs::write(archive.path().join("_posts/2027-01-02-empty.md"), "").unwrap();
    fs::write(archive.path().join("reading-room.toml"), "[site]\ntitle = 3\n").unwrap();
    fs::write(archive.path().join("_posts/2027-01-03-newer.md"), post.replace("today", "tomorrow")).unwrap();
    page.reload().await;
    page.wait_for_text("article.row h3", "A post of today").await;
    fs::remove_file(archive.path().join("reading-room.toml")).unwrap();
    page.wait_for_text("article.row h3", "A post of tomorrow").await;
}

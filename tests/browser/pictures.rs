//! Pictures of other sites: asked for when the reader, or the keeper, wants it.

use std::fs;

use reading_room_tests::{Bundle, Elsewhere, Page, Reader, Site, in_checkout};

/// Pictures in each place that a text can have them, all of `pictures.example`.
const POST: &str = "---\ntitle: Pictures of others\n---\n\n\
    A first paragraph about zzpictures.\n\n\
    <div>\n<img src=\"http://pictures.example/plain.png\" alt=\"The pier at low water\" width=\"400\" height=\"200\">\n\
    <a href=\"http://pictures.example/large.png\"><img src=\"http://pictures.example/linked.png\" alt=\"Linked src=\"></a>\n\
    <p>A sign <img src=\"http://pictures.example/sign.png\" width=\"16\" height=\"16\" alt=\"☆\"> in a line.</p>\n\
    <picture><source srcset=\"http://pictures.example/s.webp 1x, http://pictures.example/t.webp 2x\">\
    <img src=\"/blank.gif\" alt=\"\"></picture>\n\
    <video src=\"http://pictures.example/film.mp4\" poster=\"http://pictures.example/poster.png\"></video>\n\
    <audio src=\"http://pictures.example/sound.mp3\"></audio>\n</div>\n";

const STAND_IN: &str = ".body .held-back";

/// An archive of which the keeper says this about pictures.
fn archive(keeper: &str) -> Bundle {
    let archive = in_checkout("target/test-archives").join(format!("pictures-{keeper}"));
    let posts = archive.join("_posts");
    fs::create_dir_all(&posts).expect("the folder can be made");
    fs::write(posts.join("2020-01-01-pictures.md"), POST).expect("the post can be written");
    let settings = format!("[site]\npictures = '{keeper}'\n");
    fs::write(archive.join("reading-room.toml"), settings).expect("the settings can be written");
    Bundle::of(&archive)
}

/// Finds the article by a search and opens it.
async fn open(site: &Site, elsewhere: &Elsewhere) -> Page {
    let page = site.open_as(&Reader::desktop().with(elsewhere), "#/?q=zzpictures").await;
    page.wait_for_text("article.row .snippet", "zzpictures").await;
    page.click("article.row .title").await;
    page.wait_for("article.article .body", 1).await;
    page
}

async fn choose(page: &Page, pictures: &str) {
    page.click(".article-tools [aria-label='Text settings']").await;
    page.click(&format!("#reading-settings label:has([name=pictures][value={pictures}])")).await;
    page.eval("document.querySelector('#reading-settings').hidePopover()").await;
}

/// Waits until so many pictures were asked for.
async fn wait_for_calls(page: &Page, elsewhere: &Elsewhere, calls: usize) {
    let what = format!("{calls} calls elsewhere");
    page.wait_until(&what, async || (elsewhere.calls_of("pictures").len() == calls).then_some(())).await;
}

#[tokio::test]
async fn they_load_where_nobody_says_otherwise() {
    let (site, elsewhere) = (archive("load").serve().await, Elsewhere::start().await);
    let page = open(&site, &elsewhere).await;
    wait_for_calls(&page, &elsewhere, 5).await;
    assert_eq!(page.count(STAND_IN).await, 0);
    assert_eq!(page.count(".held-back-note").await, 0);
    let is_played = |call: &String| call.contains("film.mp4") || call.contains("sound.mp3");
    assert!(!elsewhere.calls_of("pictures").iter().any(is_played));
}

#[tokio::test]
async fn they_wait_for_a_click() {
    let (site, elsewhere) = (archive("click").serve().await, Elsewhere::start().await);
    let page = open(&site, &elsewhere).await;
    page.wait_for_text(".held-back-note", "4 pictures from other sites are not loaded.").await;
    page.wait_for_text(STAND_IN, "Show the picture from pictures.example").await;
    page.wait_for_text(STAND_IN, "The pier at low water").await;
    page.screenshot("pictures-click").await;
    assert_eq!(page.axe().await, Vec::<String>::new());
    assert_eq!(elsewhere.calls_of("pictures"), Vec::<String>::new());

    let height =
        "return document.querySelector('.body .held-back, .body img').getBoundingClientRect().height";
    assert_eq!(page.eval(height).await, 200);
    page.click(STAND_IN).await;
    wait_for_calls(&page, &elsewhere, 1).await;
    assert!(elsewhere.calls_of("pictures")[0].starts_with("GET /plain.png"));
    page.wait_for_js("document.querySelector('.body img').naturalWidth === 200").await;
    page.wait_for_js("document.activeElement.matches('.body img')").await;
    page.wait_for_text(".held-back-note", "3 pictures").await;

    page.click(".held-back-note button").await;
    wait_for_calls(&page, &elsewhere, 5).await;
    assert_eq!(page.count(STAND_IN).await, 0);
    assert_eq!(page.count(".held-back-note").await, 0);
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn they_never_load() {
    let (site, elsewhere) = (archive("never").serve().await, Elsewhere::start().await);
    let page = open(&site, &elsewhere).await;
    page.wait_for(STAND_IN, 4).await;
    let href = page.attribute(STAND_IN, "href").await;
    assert_eq!(href.as_deref(), Some("http://pictures.example/plain.png"));
    page.wait_for_text(STAND_IN, "The pier at low water").await;
    assert_eq!(page.count(".held-back-note button").await, 0);
    page.choose(".tools .language", "zh-Hans").await;
    page.wait_for_text(STAND_IN, "打开图片（位于 pictures.example）").await;
    page.wait_for(STAND_IN, 4).await;
    page.screenshot("pictures-never").await;
    assert_eq!(elsewhere.calls_of("pictures"), Vec::<String>::new());
}

#[tokio::test]
async fn the_reader_has_the_last_word_and_it_is_kept() {
    let (site, elsewhere) = (archive("never").serve().await, Elsewhere::start().await);
    let page = open(&site, &elsewhere).await;
    page.wait_for(STAND_IN, 4).await;
    choose(&page, "load").await;
    wait_for_calls(&page, &elsewhere, 5).await;
    page.wait_for(STAND_IN, 0).await;
    choose(&page, "click").await;
    page.wait_for(STAND_IN, 4).await;
    elsewhere.forget();
    page.reload().await;
    page.wait_for(STAND_IN, 4).await;
    page.wait_for_text(STAND_IN, "Show the picture").await;
    assert_eq!(elsewhere.calls_of("pictures"), Vec::<String>::new());
    page.goto("#/?q=zzpictures").await;
    page.wait_for_text("article.row .snippet", "zzpictures").await;
    assert_eq!(elsewhere.calls_of("pictures"), Vec::<String>::new());
}

//! The viewer in another site's page: `<reading-room>`.

use std::fs;

use reading_room_tests::{Blog, Bundle, Elsewhere, Key, Page, Reader, Site, in_checkout};
use serde_json::json;

const ROW: &str = "reading-room >>> article.row h3 a";
const NEWEST: &str = "阅览室今冬的开放时间";

/// What a part of the style of an element comes to.
async fn style(page: &Page, css: &str, property: &str) -> String {
    let script = "const element = arguments[0].split(' >>> ').reduce((root, css) => \
                  (root.shadowRoot ?? root).querySelector(css), document); \
                  return getComputedStyle(element)[arguments[1]]";
    let value = page.call(script, vec![json!(css), json!(property)]).await;
    value.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_page_of_another_origin_shows_an_archive() {
    let archive = Site::sample().await;
    let blog =
        Blog::of(&archive, "<reading-room src='SITE' articles=3></reading-room><p>After it.</p>").await;
    let page = blog.open("").await;
    page.wait_for(ROW, 3).await;
    page.click("reading-room >>> button.more").await;
    page.wait_until("more rows", async || (page.count(ROW).await > 3).then_some(())).await;
    page.click(ROW).await;
    page.wait_for_text("reading-room >>> article h1", NEWEST).await;
    assert_eq!(page.title().await, "A blog");
    assert_eq!(page.route().await, "");
    page.screenshot("embed-article").await;
    page.click("reading-room >>> .back-link").await;
    page.wait_until("the list", async || (page.count(ROW).await > 3).then_some(())).await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn neither_side_reaches_the_others_styles() {
    let archive = Site::sample().await;
    let blog = Blog::of(&archive, "<reading-room src='SITE' query='图书馆'></reading-room>").await;
    let page = blog.open("").await;
    page.wait_for_js("document.querySelector('reading-room').shadowRoot.querySelector('mark')").await;
    assert_eq!(style(&page, "reading-room >>> article.row", "backgroundColor").await, "rgba(0, 0, 0, 0)");
    assert_eq!(style(&page, "reading-room >>> article.row", "letterSpacing").await, "normal");
    assert_ne!(style(&page, "reading-room >>> mark", "backgroundColor").await, "rgb(255, 255, 0)");
    assert_eq!(style(&page, "h1", "backgroundColor").await, "rgb(255, 255, 0)");
    assert_eq!(style(&page, "body", "maxWidth").await, "740px");
    page.screenshot("embed-search").await;
}

#[tokio::test]
async fn it_loads_when_a_reader_comes_near() {
    let archive = Site::sample().await;
    let content = "<div style='height: 4000px'></div><reading-room src='SITE'></reading-room>";
    let blog = Blog::of(&archive, content).await;
    let page = blog.open("").await;
    page.wait_for_js("document.querySelector('reading-room').shadowRoot").await;
    // Observers are told in the order in which they began: after this one, the element knows where it is.
    page.eval(
        "new IntersectionObserver(() => window.observed = true).observe(document.querySelector('reading-room'))",
    )
    .await;
    page.wait_for_js("window.observed").await;
    page.draw().await;
    let fetched = || archive.fetched().into_iter().map(|fetch| fetch.path).collect::<Vec<_>>();
    let mut scripts = fetched();
    scripts.sort();
    assert_eq!(scripts, ["embed.js", "gunzip.js", "language.js"]);
    page.eval("scrollTo(0, 3000)").await;
    page.wait_for_text(ROW, NEWEST).await;
    // What is further up stays where it is.
    assert_eq!(page.eval("return scrollY").await, json!(3000));
}

#[tokio::test]
async fn attributes_say_what_is_shown_first() {
    let archive = Site::sample().await;
    let content = "<reading-room id=tea src='SITE' category='茶事' language='zh-Hant'></reading-room>\
                   <reading-room id=tide src='SITE' query='tide' author='Low Tide' language='en'></reading-room>";
    let blog = Blog::of(&archive, content).await;
    let page = blog.open("").await;
    page.wait_for_text("#tea >>> h2.count", "8 篇").await;
    page.eval("document.querySelector('#tide').scrollIntoView()").await;
    page.wait_for_text("#tide >>> .chip", "Low Tide").await;
    assert_eq!(page.attribute("#tea >>> .root", "lang").await.as_deref(), Some("zh-Hant"));
    page.eval("scrollTo(0, 0)").await;
    page.click("#tea >>> .chip").await;
    page.wait_for_text("#tea >>> h2.count", "68 篇").await;
    page.click("#tea >>> .brand").await;
    page.wait_for_text("#tea >>> h2.count", "8 篇").await;
}

#[tokio::test]
async fn two_archives_share_a_page() {
    let (one, other) =
        (Site::sample().await, Bundle::of("build-index/bundle-folder/tests/golden/archive").serve().await);
    let content = format!(
        "<reading-room id=one src='SITE'></reading-room><reading-room id=other src='{}'></reading-room>",
        other.url("")
    );
    let blog = Blog::of(&one, &content).await;
    let page = blog.open("").await;
    page.wait_for_text("#one >>> article.row h3 a", NEWEST).await;
    page.eval("document.querySelector('#other').scrollIntoView()").await;
    page.wait_for_js("document.querySelector('#other').shadowRoot.querySelector('article.row h3 a')").await;
    assert!(!page.texts("#other >>> article.row h3 a").await.contains(&NEWEST.to_owned()));
    let own = page.text("#other >>> h2.count").await;
    page.type_in("#one >>> [role=combobox]", "图书馆").await;
    page.wait_for_js("document.querySelector('#one').shadowRoot.querySelector('article.row mark')").await;
    assert_eq!(page.text("#other >>> h2.count").await, own);
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn the_hash_of_the_page_keeps_the_place() {
    let archive = Site::sample().await;
    let content = "<p><a href='#comments'>To the comments</a></p>\
                   <reading-room src='SITE' category='茶事' routing=hash articles=3></reading-room>\
                   <h2 id=comments>Comments</h2><div style='height: 3000px'></div>";
    let blog = Blog::of(&archive, content).await;
    let page = blog.open("").await;
    page.wait_for(ROW, 3).await;
    assert_eq!(page.route().await, "", "nothing is written before the reader does something");
    page.click("a[href='#comments']").await;
    page.wait_for_route("#comments").await;
    page.wait_for(ROW, 3).await;
    page.back().await;
    let title = page.text(ROW).await;
    page.click(ROW).await;
    page.wait_for_text("reading-room >>> article h1", &title).await;
    assert!(page.route().await.starts_with("#/article/"));
    page.reload().await;
    page.wait_for_text("reading-room >>> article h1", &title).await;
    page.back().await;
    page.wait_for(ROW, 3).await;
    page.wait_for_text("reading-room >>> .chip", "茶事").await;
}

#[tokio::test]
async fn keys_act_only_where_the_focus_is() {
    let archive = Site::sample().await;
    let content = "<p><a href='#' id=outside>Outside</a></p><reading-room src='SITE'></reading-room>";
    let blog = Blog::of(&archive, content).await;
    let page = blog.open("").await;
    page.wait_for_text(ROW, NEWEST).await;
    page.eval("document.querySelector('#outside').focus()").await;
    page.press("/").await;
    page.press("j").await;
    assert_eq!(page.eval("return document.activeElement.id").await, json!("outside"));
    page.eval("document.querySelector('reading-room').shadowRoot.querySelector('article.row h3 a').focus()")
        .await;
    page.press("j").await;
    let focused = "return document.querySelector('reading-room').shadowRoot.activeElement.innerText";
    assert_eq!(page.eval(focused).await, json!("Low water, and a list of what was there"));
    page.press(&Key::Enter).await;
    page.wait_for_text("reading-room >>> article h1", "Low water").await;
    page.press("u").await;
    page.wait_for_text(ROW, NEWEST).await;
}

#[tokio::test]
async fn it_grows_with_its_content_or_keeps_its_height() {
    let archive = Site::sample().await;
    let content = "<reading-room id=free src='SITE'></reading-room>\
                   <reading-room id=fixed src='SITE' height=500></reading-room>";
    let blog = Blog::of(&archive, content).await;
    let page = blog.open("").await;
    page.wait_for_text("#free >>> article.row h3 a", NEWEST).await;
    let height = "return document.querySelector(arguments[0]).getBoundingClientRect().height";
    let free = page.call(height, vec![json!("#free")]).await;
    assert!(free.as_f64() > Some(3_000.0), "68 rows are high: {free}");
    page.eval("document.querySelector('#fixed').scrollIntoView()").await;
    page.wait_for_text("#fixed >>> article.row h3 a", NEWEST).await;
    assert_eq!(page.call(height, vec![json!("#fixed")]).await, json!(500));
    page.screenshot("embed-height").await;
    let holder = "document.querySelector('#fixed').shadowRoot.querySelector('.holder')";
    page.eval(&format!("{holder}.scrollTo(0, 1e6)")).await;
    page.wait_for_text("#fixed >>> article.row h3 a", "字盘").await;
    let last = page.texts("#fixed >>> article.row h3 a").await.last().cloned().unwrap_or_default();
    page.call(
        "for (const a of document.querySelector('#fixed').shadowRoot.querySelectorAll('article.row h3 a')) \
         if (a.innerText === arguments[0]) a.click()",
        vec![json!(last)],
    )
    .await;
    page.wait_for_text("#fixed >>> article h1", &last).await;
    let top = page.eval(&format!("return {holder}.scrollTop")).await;
    assert_eq!(top, json!(0), "an article begins at its title");
    page.click("#fixed >>> .back-link").await;
    page.wait_for_js(&format!("{holder}.scrollTop > 1000")).await;
}

#[tokio::test]
async fn it_is_light_and_dark_as_the_page_around_it() {
    let archive = Site::sample().await;
    let content = "<reading-room id=as-around src='SITE' articles=1></reading-room>\
                   <reading-room id=always src='SITE' articles=1 theme=dark></reading-room>";
    let blog = Blog::of(&archive, content).await;
    let page = blog.open_as(&Reader::desktop().dark(), "").await;
    page.wait_for("#as-around >>> article.row h3 a", 1).await;
    let theme = async |css: &str| page.attribute(&format!("{css} >>> .root"), "data-theme").await;
    // The page is light even where the system is dark.
    assert_eq!(theme("#as-around").await.as_deref(), Some("light"));
    assert_eq!(style(&page, "#as-around >>> .root", "backgroundColor").await, "rgb(251, 250, 247)");
    page.wait_for("#always >>> article.row h3 a", 1).await;
    assert_eq!(theme("#always").await.as_deref(), Some("dark"));
    page.eval("document.documentElement.className = 'dark'").await;
    page.wait_until("the dark", async || (theme("#as-around").await? == "dark").then_some(())).await;
    page.screenshot("embed-dark").await;
    assert_eq!(page.count("reading-room >>> .theme").await, 0);
}

#[tokio::test]
async fn the_page_is_told_what_its_reader_does() {
    let archive = Site::sample().await;
    let blog = Blog::of(&archive, "<reading-room src='SITE'></reading-room>").await;
    let page = blog.open("").await;
    page.eval(
        "window.told = []; for (const name of ['open', 'search']) \
         document.addEventListener(`reading-room:${name}`, e => told.push([name, e.detail]))",
    )
    .await;
    page.type_in("reading-room >>> [role=combobox]", "活字印刷").await;
    page.wait_for_js("told.some(([name]) => name === 'search')").await;
    page.wait_for_js("told.some(([, of]) => of.query === '活字印刷' && of.count === 6)").await;
    page.click("reading-room >>> article.row h3 a").await;
    page.wait_for_js("told.some(([name]) => name === 'open')").await;
    let open = page.eval("return told.find(([name]) => name === 'open')[1]").await;
    assert!(open["address"].as_str().is_some_and(|address| address.starts_with(&archive.url("#/article/"))));
    assert!(open["original"].as_str().is_some_and(|original| original.starts_with("http")));
    assert_ne!(open["title"], json!(""));
}

#[tokio::test]
async fn an_archive_that_cannot_be_had_says_so() {
    let archive = Site::sample().await;
    archive.fail("index.html", 503);
    let blog = Blog::of(&archive, "<reading-room src='SITE'></reading-room>").await;
    let page = blog.open("").await;
    page.wait_for_text("reading-room >>> p", "could not be opened").await;
    archive.mend();
    page.click("reading-room >>> button").await;
    page.wait_for_text(ROW, NEWEST).await;
    page.eval("document.querySelector('reading-room').setAttribute('src', 'http://127.0.0.1:9/')").await;
    page.wait_for("reading-room >>> .notice", 1).await;
}

#[tokio::test]
async fn texts_of_another_version_are_loaded_again_with_their_viewer() {
    let archive = Site::sample().await;
    archive.replace("texts/", "[\"another\", \"en\", \"\"]");
    let blog = Blog::of(&archive, "<reading-room src='SITE'></reading-room>").await;
    let page = blog.open("").await;
    page.wait_for_text("reading-room >>> p", "could not be opened").await;
    archive.mend();
    page.click("reading-room >>> button").await;
    page.wait_for_text(ROW, NEWEST).await;
}

#[tokio::test]
async fn only_an_exception_of_the_viewer_stops_it() {
    let archive = Site::sample().await;
    let blog = Blog::of(&archive, "<reading-room src='SITE'></reading-room>").await;
    let page = blog.open("").await;
    page.wait_for_text(ROW, NEWEST).await;
    // What a browser says of an exception; it says nothing of those of a driver's scripts.
    page.eval(
        "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('of another') }))",
    )
    .await;
    page.draw().await;
    assert_eq!(page.count("reading-room >>> .crash").await, 0);
    let script = "const trap = new WebAssembly.RuntimeError('unreachable'); trap.stack = arguments[0];\
                  dispatchEvent(new ErrorEvent('error', { error: trap }))";
    page.call(script, vec![json!(format!("at {}", archive.url("reading-room.js")))]).await;
    page.wait_for_text("reading-room >>> .crash", "has stopped working").await;
}

#[tokio::test]
async fn an_element_comes_and_goes() {
    let archive = Site::sample().await;
    let blog = Blog::of(&archive, "<reading-room src='SITE' routing=hash></reading-room>").await;
    let page = blog.open("").await;
    page.wait_for_text(ROW, NEWEST).await;
    page.eval("window.element = document.querySelector('reading-room'); element.remove()").await;
    // What is said to it meanwhile begins nothing: it would keep the page's address for itself.
    page.eval("element.setAttribute('author', '茶烟'); element.removeAttribute('author')").await;
    page.eval("document.body.append(element); element.setAttribute('category', '茶事')").await;
    page.wait_for_text("reading-room >>> h2.count", "8 articles").await;
    page.eval("element.scrollIntoView()").await;
    page.click(ROW).await;
    page.wait_until("the article's address", async || {
        page.route().await.starts_with("#/article/").then_some(())
    })
    .await;
    assert_eq!(page.errors().await, []);
}

#[tokio::test]
async fn axe_finds_nothing_in_it() {
    let archive = Site::sample().await;
    let blog = Blog::of(&archive, "<reading-room src='SITE'></reading-room>").await;
    for (name, reader) in [("desktop", Reader::desktop()), ("phone", Reader::phone().window(360, 740).dark())]
    {
        let page = blog.open_as(&reader, "").await;
        page.wait_for_text(ROW, NEWEST).await;
        page.screenshot(&format!("embed-{name}")).await;
        assert_eq!(page.axe().await, Vec::<String>::new(), "{name}");
        let is_wide = page.eval("return document.documentElement.scrollWidth > innerWidth").await;
        assert_eq!(is_wide, json!(false));
    }
}

/// The policy that README gives to blogs, for an archive.
fn policy_of_readme(archive: &Site) -> String {
    let readme = fs::read_to_string(in_checkout("README.md")).unwrap();
    let start = readme.find("`script-src https://archive.example").expect("README has the policy") + 1;
    let policy = readme[start..].split('`').next().unwrap_or_default();
    policy.replace("https://archive.example", archive.url("").trim_end_matches('/'))
}

#[tokio::test]
async fn a_strict_policy_of_the_page_needs_no_more_than_readme_says() {
    let (archive, elsewhere) = (Site::sample().await, Elsewhere::start().await);
    let head = format!(
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'; object-src 'none'; {}\">",
        policy_of_readme(&archive)
    );
    let blog =
        Blog::with_head(&archive, &head, "<reading-room src='SITE' query='潮汐表怎么读'></reading-room>")
            .await;
    let page = blog.open_as(&Reader::desktop().with(&elsewhere), "").await;
    page.click(ROW).await;
    page.wait_for("reading-room >>> img[data-media]", 1).await;
    let picture = "document.querySelector('reading-room').shadowRoot.querySelector('img[data-media]')";
    page.eval(&format!("{picture}.scrollIntoView()")).await;
    page.wait_for_js(&format!("{picture}.naturalWidth === 480")).await;
    page.screenshot("embed-policy").await;
    assert_eq!(page.errors().await, []);
}

//! Posts that attack their readers, opened by one.
//!
//! What attacks are tried is in `table.rs`, what counts as harm in `watch.js`. A page that embeds the
//! viewer is watched in the same way; what the viewer is in there, `watch.root` says.

mod archive;
mod table;

use reading_room_tests::{Blog, Elsewhere, Page, Reader, Site};
use serde_json::{Value, json};

use archive::{Attack, attacks, bundle, routes};

/// Makes a page write down what attacks achieve in it; with the policy of the page, or without.
async fn watch(page: &Page, has_policy: bool, pictures: &str) {
    prepare(page, has_policy, pictures).await;
    page.wait_for_js("document.querySelector('article.row')").await;
}

/// The same for a page that embeds the viewer and has no policy.
async fn watch_embedded(page: &Page) {
    prepare(page, false, "load").await;
    let root = "document.querySelector('reading-room').shadowRoot";
    page.wait_for_js(&format!("{root}?.querySelector('article.row')")).await;
    page.eval(&format!("watch.root = {root}")).await;
}

async fn prepare(page: &Page, has_policy: bool, pictures: &str) {
    let choose = format!("localStorage.setItem('reading-room.pictures', '{pictures}');");
    let source = format!("{choose}{}", include_str!("watch.js"));
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    page.devtools("Page.setBypassCSP", json!({ "enabled": !has_policy })).await;
    page.reload().await;
}

/// What an attack achieves at a place of the viewer, once `shown` has its word.
async fn harm(page: &Page, route: &str, shown: &str, attack: &Attack) -> Vec<String> {
    let arguments = vec![json!(route), json!(shown), json!(attack.word)];
    let visit = "return watch.visit(arguments[0], arguments[1], arguments[2])";
    match page.client().execute(visit, arguments).await {
        Ok(Value::Array(found)) => found.iter().map(ToString::to_string).collect(),
        Ok(nothing) => vec![format!("the page does not say: {nothing}")],
        Err(error) => vec![format!("the page was left: {error}")],
    }
}

/// What attacks have achieved, a line each.
#[derive(Default)]
struct Harm(Vec<String>);

impl Harm {
    fn add(&mut self, attack: &Attack, place: &str, found: Vec<String>) {
        self.0.extend(found.into_iter().map(|found| format!("{} ({place}): {found}", attack.name)));
    }

    fn assert_none(&self) {
        assert!(self.0.is_empty(), "{} attacks succeeded:\n{}", self.0.len(), self.0.join("\n"));
    }
}

async fn site(attacks: &[Attack]) -> (Site, Vec<String>) {
    let bundle = bundle(attacks);
    let routes = routes(attacks, &bundle).await;
    (bundle.serve().await, routes)
}

#[tokio::test]
async fn nothing_that_a_post_says_harms_who_reads_it() {
    let attacks = attacks();
    let (site, routes) = site(&attacks).await;
    let elsewhere = Elsewhere::start().await;
    let page = site.open_as(&Reader::desktop().with(&elsewhere), "#/").await;
    let mut harm_done = Harm::default();
    watch(&page, true, "never").await;
    for (attack, route) in attacks.iter().zip(&routes) {
        let list = format!("#/?q={}", attack.word);
        harm_done.add(attack, "search", harm(&page, &list, "article.row .snippet", attack).await);
        harm_done.add(attack, "article", harm(&page, route, ".body", attack).await);
        harm_done.add(attack, "elsewhere", elsewhere.calls_of("example"));
        elsewhere.forget();
    }
    harm_done.assert_none();
}

#[tokio::test]
async fn that_is_not_owed_to_the_policy() {
    let attacks = attacks();
    let (site, routes) = site(&attacks).await;
    let elsewhere = Elsewhere::start().await;
    let page = site.open_as(&Reader::phone().with(&elsewhere), "#/").await;
    let mut harm_done = Harm::default();
    watch(&page, false, "load").await;
    for (attack, route) in attacks.iter().zip(&routes) {
        harm_done.add(attack, "article", harm(&page, route, ".body", attack).await);
    }
    harm_done.assert_none();
}

#[tokio::test]
async fn nor_does_it_harm_the_page_of_another_that_shows_it() {
    let attacks = attacks();
    let (site, routes) = site(&attacks).await;
    let elsewhere = Elsewhere::start().await;
    let content = "<reading-room src='SITE' routing=hash></reading-room>";
    let blog = Blog::with_head(&site, "", content).await;
    let page = blog.open_as(&Reader::desktop().with(&elsewhere), "").await;
    let mut harm_done = Harm::default();
    watch_embedded(&page).await;
    for (attack, route) in attacks.iter().zip(&routes) {
        let list = format!("#/?q={}", attack.word);
        harm_done.add(attack, "embedded search", harm(&page, &list, "article.row .snippet", attack).await);
        harm_done.add(attack, "embedded article", harm(&page, route, ".body", attack).await);
    }
    harm_done.assert_none();
}

#[tokio::test]
async fn lists_with_such_titles_and_names_are_harmless() {
    let attacks = attacks();
    let (site, _) = site(&attacks).await;
    let elsewhere = Elsewhere::start().await;
    let page = site.open_as(&Reader::desktop().with(&elsewhere), "#/").await;
    watch(&page, true, "never").await;
    page.eval("return watch.visit('#/', 'article.row', '')").await;
    assert_eq!(page.eval("return watch.list()").await, json!([attacks.len(), []]));
    assert_eq!(elsewhere.calls_of("example"), Vec::<String>::new());
}

#[tokio::test]
async fn harm_would_be_seen() {
    let attacks = attacks();
    let (site, routes) = site(&attacks).await;
    let elsewhere = Elsewhere::start().await;
    let page = site.open_as(&Reader::desktop().with(&elsewhere), "#/").await;
    watch(&page, false, "load").await;
    harm(&page, &routes[0], ".body", &attacks[0]).await;
    for (html, seen) in [
        ("<script>pwn()</script>", "pwn() was called"),
        ("<img src=x onerror=pwn()>", "pwn() was called"),
        ("<svg><a xlink:href=javascript:pwn()></svg>", "of another namespace"),
        ("<a href=javascript:pwn()>x</a>", "a link with javascript:"),
        ("<iframe srcdoc='<script>parent.alert()</script>'></iframe>", "alert() was called"),
        ("<div style='position:fixed;inset:0;z-index:9'>x</div>", "is covered by"),
        ("<p style='margin-left:-999px'>x</p>", "is outside of the text"),
        ("<video src=http://canary.example/v></video>", "<video> in the text"),
        ("<link rel=stylesheet href=http://canary.example/s>", "<link> in the text"),
        ("<p id=content>x</p>", "the id content is the viewer's too"),
        ("<img name=body>", "body is taken"),
        ("<input autofocus>", "the focus is in the text"),
        ("<dialog open>x</dialog>", "something is open"),
        ("<p class=skip-link>x</p>", "the class skip-link in the text"),
        ("<form action=/x></form>", "another form"),
        ("<script>fetch('http://canary.example/')</script>", "fetch() of"),
    ] {
        let found = page.call("return watch.unsanitised(arguments[0])", vec![json!(html)]).await;
        let found = found.to_string();
        assert!(found.contains(seen), "{html} gave {found}");
    }
    let is_called = async || elsewhere.calls_of("canary").first().cloned();
    page.wait_until("a call elsewhere", is_called).await;
}

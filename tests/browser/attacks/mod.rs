//! Posts that attack their readers, opened by one.
//!
//! What attacks are tried is in `table.rs`, what counts as harm in `watch.js`.

mod archive;
mod table;

use reading_room_tests::{Elsewhere, Page, Reader, Site};
use serde_json::{Value, json};

use archive::{Attack, attacks, bundle, routes};

/// Makes a page write down what attacks achieve in it; with the policy of the page, or without.
async fn watch(page: &Page, has_policy: bool, pictures: &str) {
    let choose = format!("localStorage.setItem('reading-room.pictures', '{pictures}');");
    let source = format!("{choose}{}", include_str!("watch.js"));
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    page.devtools("Page.setBypassCSP", json!({ "enabled": !has_policy })).await;
    page.reload().await;
    page.wait_for_js("document.querySelector('article.row')").await;
}

/// What an attack achieves at a place of the viewer, once `shown` has its word.
async fn harm(page: &Page, route: &str, shown: &str, attack: &Attack) -> Vec<String> {
    let arguments = vec![json!(route), json!(shown), json!(attack.word)];
    let visit = "return watch.visit(arguments[0], arguments[1], arguments[2])";
    match page.client().execute(visit, arguments).await {
        Ok(found) => {
            found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        }
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

    let start = std::time::Instant::now();
    watch(&page, true, "never").await;
    for (attack, route) in attacks.iter().zip(&routes) {
        let list = format!("#/?q={}", attack.word);
        harm_done.add(attack, "search", harm(&page, &list, "article.row .excerpt", attack).await);
        harm_done.add(attack, "article", harm(&page, route, ".body", attack).await);
        harm_done.add(attack, "elsewhere", elsewhere.calls_of("example"));
        elsewhere.forget();
        if std::env::var_os("B_TRACE").is_some() {
            eprintln!("{} {:?} {}", attack.name, start.elapsed(), harm_done.0.len());
        }
        if harm_done.0.len() > 40 {
            break;
        }
    }
    harm_done.assert_none();
}

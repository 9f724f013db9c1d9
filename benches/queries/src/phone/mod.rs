//! What a reader with a slow phone waits for: the first titles, a search that somebody shared, and an article
//! that somebody shared; the search beside Pagefind's API in an empty page.
//!
//! `browser` speaks to a browser, `visit` makes it a phone and opens an address, `requests` adds up what the
//! network had to do.

mod browser;
mod requests;
mod visit;

use std::path::Path;

use bundle::format::{ArticleCard, ArticleRef};
use bundle::reading::{Address, PAGES, PageKind};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rand::seq::IteratorRandom as _;
use reading_room_tests::{Scanned, Wanted};
use serde::Serialize;
use serde_json::json;

use crate::Phone;
use crate::draw;
use crate::ours::Ours;
use crate::report::Query;
use browser::Chromium;
use visit::{Sight, Visit, visit};

/// The queries that are shared, each of another kind, and the articles.
const SHARED: usize = 3;
/// The hits whose excerpts are waited for.
const EXCERPTS: usize = 5;
/// The last characters of an article, which are there when all of it is.
const ENDING: usize = 12;

/// What was waited for, as `cargo xtask bench` reads it.
#[derive(Serialize)]
pub(crate) struct Report {
    queries: Vec<String>,
    articles: Vec<String>,
    titles: Visits,
    search: Visits,
    pagefind: Option<Visits>,
    article: Visits,
}

/// Visits of a kind: every list is a column, a value a visit, one run after another.
#[derive(Default, Serialize)]
struct Visits {
    seconds: Vec<f64>,
    requests: Vec<f64>,
    waits: Vec<f64>,
    code_bytes: Vec<f64>,
    data_bytes: Vec<f64>,
}

/// An article that somebody shared.
struct SharedArticle {
    route: String,
    ending: String,
}

/// Visits everything as often as is wanted, one after another in turn.
pub(crate) async fn measure(phone: &Phone) -> Report {
    let chromium = Chromium::of_capabilities(&phone.webdriver, &phone.key_hash);
    let bundle = phone.site.join("bundle");
    eprintln!("reading all texts of {}", bundle.display());
    let ours = Ours::read(&bundle).await;
    let queries = queries(&ours);
    let articles = articles(&ours, &phone.site).await;
    let mut report = Report {
        articles: articles.iter().map(|article| article.route.clone()).collect(),
        titles: Visits::default(),
        search: Visits::default(),
        pagefind: phone.pagefind.as_ref().map(|_| Visits::default()),
        article: Visits::default(),
        queries,
    };
    for run in 1..=phone.runs {
        eprintln!("visit {run} of {} to each address", phone.runs);
        report.run(phone, &chromium, &articles);
    }
    report
}

impl Report {
    fn run(&mut self, phone: &Phone, chromium: &Chromium, articles: &[SharedArticle]) {
        let open = |what: &str, sight: &Sight| {
            let visit = visit(chromium, &phone.address, sight);
            eprintln!("{what}: {:.2} s, {}", visit.seconds, sight.address);
            if phone.waterfall {
                eprint!("{}", visit.waterfall);
            }
            visit
        };
        self.titles.add(&open("titles", &phone.titles()));
        for query in &self.queries {
            self.search.add(&open("search", &phone.search(query)));
            if let Some((visits, page)) = self.pagefind.as_mut().zip(phone.pagefind.as_ref()) {
                visits.add(&open("Pagefind", &Sight { address: fragment(page, query), watch: None }));
            }
        }
        for article in articles {
            self.article.add(&open("article", &phone.article(article)));
        }
    }
}

impl Visits {
    fn add(&mut self, Visit { seconds, taken, .. }: &Visit) {
        self.seconds.push(*seconds);
        self.requests.push(taken.requests as f64);
        self.waits.push(taken.waits as f64);
        self.code_bytes.push(taken.code_bytes);
        self.data_bytes.push(taken.data_bytes);
    }
}

/// What is opened.
impl Phone {
    fn titles(&self) -> Sight {
        self.sight("", "document.querySelector('article.row')".to_owned())
    }

    fn search(&self, query: &str) -> Sight {
        let excerpts = format!(
            "[...document.querySelectorAll('article.row .snippet')].slice(0, {EXCERPTS})\
             .filter(snippet => snippet.textContent).length === {EXCERPTS}"
        );
        self.sight(&format!("#/?q={}", encoded(query)), excerpts)
    }

    fn article(&self, article: &SharedArticle) -> Sight {
        let holds = format!(
            "[...document.querySelectorAll('article')]\
             .some(article => article.textContent.replace(/\\s+/g, '').includes({}))",
            json!(article.ending)
        );
        self.sight(&article.route, holds)
    }

    fn sight(&self, route: &str, is_there: String) -> Sight {
        let watch = format!("const isThere = () => {is_there};\n{}", include_str!("watch.js"));
        Sight { address: format!("{}{route}", self.address), watch: Some(watch) }
    }
}

/// The first query of each kind that has enough hits.
fn queries(ours: &Ours) -> Vec<String> {
    let drawn = draw::queries(&ours.scan);
    let has_hits = |query: &&Query| ours.scan.holding(&Wanted::by(&query.text)).len() >= EXCERPTS;
    let mut kinds = Vec::new();
    let mut queries = Vec::new();
    for query in drawn.iter().filter(has_hits) {
        if !kinds.contains(&query.kind) && queries.len() < SHARED {
            kinds.push(query.kind);
            queries.push(query.text.clone());
        }
    }
    queries
}

/// Articles that are drawn at random from those that have enough text.
async fn articles(ours: &Ours, site: &Path) -> Vec<SharedArticle> {
    let random = &mut draw::random_for(3);
    let texts = ours.scan.texts().iter().filter(|text| ending(text).is_some());
    let mut articles = Vec::new();
    for text in texts.sample(random, SHARED) {
        let ArticleCard { date, title, key, .. } = ours.card(text.key).await;
        let address = Address::readable(date.get(..10).unwrap_or(&date), &title, &key);
        let ending = ending(text).unwrap_or_default();
        articles.push(SharedArticle { route: route(&address, site), ending });
    }
    articles
}

/// The end of an article's text, without the spaces that a page may write otherwise.
fn ending(text: &Scanned<ArticleRef>) -> Option<String> {
    let (_, below_title) = text.shown.split_once('\n')?;
    let chars: Vec<char> = below_title.chars().filter(|c| !c.is_whitespace()).collect();
    let start = chars.len().checked_sub(ENDING)?;
    Some(chars[start..].iter().collect())
}

/// Where an article is on a site: at a page of its own, on the page of its day, or in the fragment of the
/// viewer's address.
fn route(address: &Address, site: &Path) -> String {
    let folder = site.join(PAGES).join(&address.day);
    let has_page = |folder: &Path| folder.join("index.html").is_file();
    let kind = match () {
        () if has_page(&folder.join(&address.key)) => PageKind::Article,
        () if has_page(&folder) => PageKind::Day,
        () => PageKind::None,
    };
    address.page(kind)
}

fn fragment(page: &str, query: &str) -> String {
    format!("{page}#{}", encoded(query))
}

fn encoded(text: &str) -> String {
    const RESERVED: &percent_encoding::AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');
    utf8_percent_encode(text, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn an_article_is_where_the_site_has_it() {
        let address = Address::readable("2023-11-10", "Tide 茶", "k3j2m");
        let site = tempfile::tempdir().unwrap();
        let check = |expected: &str| assert_eq!(route(&address, site.path()), expected);
        check("#/article/2023-11-10/Tide-%E8%8C%B6-k3j2m");
        let day = site.path().join("article/2023-11-10");
        fs::create_dir_all(&day).unwrap();
        fs::write(day.join("index.html"), "").unwrap();
        check("article/2023-11-10/#Tide-%E8%8C%B6-k3j2m");
        fs::create_dir(day.join("Tide-茶-k3j2m")).unwrap();
        fs::write(day.join("Tide-茶-k3j2m/index.html"), "").unwrap();
        check("article/2023-11-10/Tide-%E8%8C%B6-k3j2m/");
    }

    #[test]
    fn a_query_is_part_of_an_address() {
        assert_eq!(fragment("https://host/asked.html", "茶 b"), "https://host/asked.html#%E8%8C%B6%20b");
    }
}

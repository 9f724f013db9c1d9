//! One of both, in a browser.

use std::path::Path;

use reading_room_tests::{Page, Reader, Site, in_checkout, viewer};
use serde_json::{Value, json};

use crate::weight::{Scales, Weight};

/// A page to ask, with its data.
pub(crate) struct Contender {
    site: Site,
    scales: Scales,
    /// The folder of what the page shows before it is asked.
    shown_before: Option<&'static str>,
    /// What is true in JavaScript when the page can be asked.
    is_ready: &'static str,
    /// What is done then, before anything is asked.
    prepare: &'static str,
    /// Asks for `arguments[0]`, waits for ten snippets, and tells how long that took.
    ask: &'static str,
    /// What is true when it has said how many articles there are.
    is_done: &'static str,
}

/// What a page says of a query, and what its first ten snippets cost.
pub(crate) struct Answer {
    /// How many articles there are.
    pub(crate) articles: f64,
    /// How long the first ten took from asking.
    pub(crate) seconds: f64,
    /// What was fetched by then.
    pub(crate) weight: Weight,
}

impl Contender {
    /// The viewer with a bundle.
    pub(crate) async fn ours(bundle: &Path) -> Self {
        Self {
            site: Site::of_folders(viewer(), "bundle", bundle).await,
            scales: Scales::of(viewer(), "bundle", bundle),
            shown_before: Some("catalog"),
            is_ready: "document.querySelector('article.row')",
            prepare: include_str!("viewer/prepare.js"),
            ask: include_str!("viewer/ask.js"),
            is_done: "document.querySelector('.results')?.ariaBusy !== 'true'",
        }
    }

    /// A page with what Pagefind made of an archive.
    pub(crate) async fn pagefind(index: &Path) -> Self {
        let page = in_checkout("benches/queries/src/pagefind");
        Self {
            site: Site::of_folders(&page, "pagefind", index).await,
            scales: Scales::of(&page, "pagefind", index),
            shown_before: None,
            is_ready: "window.engine",
            prepare: "",
            ask: include_str!("pagefind/ask.js"),
            is_done: "window.articlesFound",
        }
    }

    /// Opens the page in a new profile.
    ///
    /// Once it is there the window becomes so tall that ten articles are on the screen: what is
    /// below, the viewer does not load.
    pub(crate) async fn open(&self) -> Page {
        // What a browser remembers of code that it ran before would spoil the times.
        let page = self.site.open_as(&Reader::desktop().in_new_browser(), "").await;
        page.wait_for_js(self.is_ready).await;
        page.eval(self.prepare).await;
        page.take_the_place_of(&Reader::desktop().window(1280, 4000)).await;
        page
    }

    /// Asks in a new profile, and weighs all that is fetched for it, but for what the page showed
    /// before.
    pub(crate) async fn ask_first(&self, typed: &str) -> Answer {
        self.site.forget();
        let page = self.open().await;
        let mut fetched = self.site.fetched();
        fetched
            .retain(|fetch| self.shown_before.is_none_or(|kind| bundle::format::kind(&fetch.path) != kind));
        self.site.forget();
        let seconds = self.ask(&page, typed).await;
        fetched.extend(self.site.fetched());
        let weight = self.scales.weigh(&fetched);
        // Only now, because a count may take longer than the first ten.
        page.wait_for_js(self.is_done).await;
        let articles = number(&page.eval("return window.articlesFound()").await);
        Answer { articles, seconds, weight }
    }

    /// Asks for everything once, and then again: how long each took the second time, until the first
    /// ten were there, and until it was known which they are.
    pub(crate) async fn ask_again(&self, typed: &[String]) -> (Vec<f64>, Vec<f64>) {
        let page = self.open().await;
        for typed in typed {
            self.ask(&page, typed).await;
        }
        let (mut seconds, mut of_search) = (Vec::new(), Vec::new());
        for typed in typed {
            seconds.push(self.ask(&page, typed).await);
            let milliseconds = page.eval("return window.searchMilliseconds()").await;
            of_search.push(number(&milliseconds) / 1_000.0);
        }
        (seconds, of_search)
    }

    /// Asks in a page that is open, and gives how long it took.
    async fn ask(&self, page: &Page, typed: &str) -> f64 {
        let milliseconds = page.call(self.ask, vec![json!(typed)]).await;
        number(&milliseconds) / 1_000.0
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("the page answers with a number")
}

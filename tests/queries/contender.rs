//! One of both, in a browser.

use std::path::Path;

use reading_room_tests::{Page, Reader, Site, in_checkout, viewer};
use serde_json::{Value, json};

use crate::weight::{Scales, Weight};

/// A page to ask, with its data.
pub(crate) struct Contender {
    site: Site,
    scales: Scales,
    /// The address to open: one that loads nothing that a search does not need.
    route: &'static str,
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
            // A reader who follows a link to a search never sees the list of all articles.
            route: "#/no-list",
            is_ready: "/\\d/.test(document.querySelector('[role=combobox]')?.placeholder)",
            prepare: include_str!("viewer/prepare.js"),
            ask: include_str!("viewer/ask.js"),
            is_done: "document.querySelector('.results')?.ariaBusy !== 'true'",
        }
    }

    /// A page with what Pagefind made of an archive.
    pub(crate) async fn pagefind(index: &Path) -> Self {
        let page = in_checkout("tests/queries/pagefind");
        Self {
            site: Site::of_folders(&page, "pagefind", index).await,
            scales: Scales::of(&page, "pagefind", index),
            route: "",
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
        let page = self.site.open(self.route).await;
        page.wait_for_js(self.is_ready).await;
        page.eval(self.prepare).await;
        page.take_the_place_of(&Reader::desktop().window(1280, 4000)).await;
        page
    }

    /// Asks in a new profile, and weighs all that is fetched for it.
    pub(crate) async fn ask_first(&self, typed: &str) -> Answer {
        self.site.forget();
        let page = self.open().await;
        let seconds = self.ask(&page, typed).await;
        let weight = self.scales.weigh(&self.site.fetched());
        // Only now, because a count may take longer than the first ten.
        page.wait_for_js(self.is_done).await;
        let articles = number(&page.eval("return window.articlesFound()").await);
        Answer { articles, seconds, weight }
    }

    /// Asks for everything once, and then again: how long each took the second time.
    pub(crate) async fn ask_again(&self, typed: &[String]) -> Vec<f64> {
        let page = self.open().await;
        for typed in typed {
            self.ask(&page, typed).await;
        }
        let mut seconds = Vec::new();
        for typed in typed {
            seconds.push(self.ask(&page, typed).await);
        }
        seconds
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

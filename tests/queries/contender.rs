//! One of both, in a browser.

use std::path::Path;

use reading_room_tests::{Page, Reader, Site, in_checkout, viewer};
use serde_json::json;

use crate::weight::{Scales, Weight};

/// A page to ask, with its data.
pub(crate) struct Contender {
    site: Site,
    scales: Scales,
    /// What is true in JavaScript when the page can be asked.
    is_ready: &'static str,
    /// What is done then, before anything is asked.
    prepare: &'static str,
    /// Asks for `arguments[0]`, waits for ten snippets, and tells how long that took.
    ask: &'static str,
}

/// What a page says of a query, with its first ten snippets on the screen.
pub(crate) struct Answer {
    /// How many articles there are.
    pub(crate) articles: f64,
    /// How long it took from asking.
    pub(crate) seconds: f64,
}

impl Contender {
    /// The viewer with a bundle.
    pub(crate) async fn ours(bundle: &Path) -> Self {
        Self {
            site: Site::of_folders(viewer(), "bundle", bundle).await,
            scales: Scales::of(viewer(), "bundle", bundle),
            is_ready: "document.querySelector('article.row')",
            prepare: include_str!("viewer/prepare.js"),
            ask: include_str!("viewer/ask.js"),
        }
    }

    /// A page with what Pagefind made of an archive.
    pub(crate) async fn pagefind(index: &Path) -> Self {
        let page = in_checkout("tests/queries/pagefind");
        Self {
            site: Site::of_folders(&page, "pagefind", index).await,
            scales: Scales::of(&page, "pagefind", index),
            is_ready: "window.engine",
            prepare: "",
            ask: include_str!("pagefind/ask.js"),
        }
    }

    /// Opens the page in a new profile.
    ///
    /// Once it is there the window becomes so tall that ten articles are on the screen: what is
    /// below, the viewer does not load.
    pub(crate) async fn open(&self) -> Page {
        let page = self.site.open("").await;
        page.wait_for_js(self.is_ready).await;
        page.eval(self.prepare).await;
        page.take_the_place_of(&Reader::desktop().window(1280, 4000)).await;
        page
    }

    /// Asks in a page that is open.
    pub(crate) async fn ask(&self, page: &Page, typed: &str) -> Answer {
        let answer = page.call(self.ask, vec![json!(typed)]).await;
        let number = |name: &str| answer[name].as_f64().expect("the page answers with numbers");
        Answer { articles: number("articles"), seconds: number("milliseconds") / 1_000.0 }
    }

    /// Asks in a new profile, and weighs all that is fetched for it.
    pub(crate) async fn ask_first(&self, typed: &str) -> (Answer, Weight) {
        self.site.forget();
        let page = self.open().await;
        let answer = self.ask(&page, typed).await;
        (answer, self.scales.weigh(&self.site.fetched()))
    }

    /// Asks for everything once, and then again: how long each took the second time.
    pub(crate) async fn ask_again(&self, typed: &[String]) -> Vec<f64> {
        let page = self.open().await;
        for typed in typed {
            self.ask(&page, typed).await;
        }
        let mut seconds = Vec::new();
        for typed in typed {
            seconds.push(self.ask(&page, typed).await.seconds);
        }
        seconds
    }
}

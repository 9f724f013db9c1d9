//! Our search without a browser: the same code, from the same files.

use std::collections::BTreeMap;
use std::path::Path;

use bundle::format::{ArticleCard, ArticleRef, Manifest};
use bundle::query::{LastWord, Query};
use bundle::reading::catalog_row;
use bundle::search::{Request, Sort, search};
use bundle::text::is_cjk;
use bundle_folder::BundleFolder;
use reading_room_tests::{Scan, Wanted};

use crate::quality::Quality;

/// An archive as we have it, and all its texts.
pub(crate) struct Ours {
    source: BundleFolder,
    manifest: Manifest,
    pub(crate) scan: Scan<ArticleRef>,
}

impl Ours {
    /// Reads a bundle.
    pub(crate) async fn read(bundle: &Path) -> Self {
        let (source, manifest) = BundleFolder::open(bundle).expect("the folder has a bundle");
        let scan = Scan::of_bundle(&source, &manifest).await.expect("the bundle can be read");
        Self { source, manifest, scan }
    }

    /// The articles that are found, best first.
    pub(crate) async fn found(&self, typed: &str) -> Vec<ArticleRef> {
        let query = Query::parse(typed, LastWord::Whole);
        let request = Request { query, sort: Sort::Relevance, ..Request::default() };
        let results = search(&self.source, &self.manifest, &request).await.expect("the bundle is whole");
        results.hits.into_iter().map(|hit| hit.article).collect()
    }

    /// How good the answer to a query is, and how many articles there should be.
    pub(crate) async fn quality(&self, typed: &str) -> (Quality, usize) {
        let found = self.found(typed).await;
        let needed = self.scan.holding(&Wanted::by(typed));
        (Quality::of(&found.iter().collect(), &needed, &needed), needed.len())
    }

    /// What a list shows of an article.
    pub(crate) async fn card(&self, article: ArticleRef) -> ArticleCard {
        let listed = catalog_row(&self.source, &self.manifest, article).await.expect("the bundle is whole");
        listed.card().expect("an article that is listed has a card").clone()
    }

    /// What a reader sees of each article.
    pub(crate) fn shown(&self) -> BTreeMap<ArticleRef, &str> {
        self.scan.texts().iter().map(|text| (text.key, text.shown.as_str())).collect()
    }
}

/// What is typed for a query. The last word may go on, unless a space follows.
pub(crate) fn typed(query: &str) -> String {
    let may_go_on = query.ends_with(|c: char| c.is_alphanumeric() && !is_cjk(c));
    format!("{query}{}", if may_go_on { " " } else { "" })
}

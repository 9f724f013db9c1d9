//! All articles of a bundle, as its lists show them: what feeds, pages and lists of a site are made from.

use anyhow::Result;
use bundle::format::{ArticleCard, BodyPlace, Manifest, SegmentFolder};
use bundle::reading::{BodyLink, PageKind, catalog_row};
use bundle_folder::BundleFolder;
use rustc_hash::FxHashMap;

/// The articles of a bundle.
#[derive(Debug, Default)]
pub(crate) struct Articles {
    /// Newest first.
    cards: Vec<ArticleCard>,
    /// Of each, the folder of its segment.
    folders: Vec<SegmentFolder>,
    /// The place of each, by its day and key. It is only looked into, so that its order does not matter.
    places: FxHashMap<(String, String), usize>,
    kind: PageKind,
}

impl Articles {
    /// Those of a bundle, whose pages are of a kind.
    pub(crate) async fn read(source: &BundleFolder, manifest: &Manifest) -> Result<Articles> {
        let mut cards = Vec::with_capacity(manifest.totals.articles as usize);
        let mut folders = Vec::with_capacity(cards.capacity());
        for article in manifest.articles() {
            let listed = catalog_row(source, manifest, article).await?;
            if let Some(card) = listed.card() {
                cards.push(card.clone());
                folders.push(listed.folder().clone());
            }
        }
        Ok(Articles { folders, ..Articles::of(cards) })
    }

    pub(crate) fn of(cards: Vec<ArticleCard>) -> Articles {
        let place = |(place, card): (usize, &ArticleCard)| ((card.day().to_owned(), card.key.clone()), place);
        let places = cards.iter().enumerate().map(place).collect();
        Articles { cards, folders: Vec::new(), places, kind: PageKind::None }
    }

    /// The same, with pages of a kind.
    #[must_use]
    pub(crate) fn with_pages(self, kind: PageKind) -> Articles {
        Articles { kind, ..self }
    }

    /// The pages that they have.
    pub(crate) fn kind(&self) -> PageKind {
        self.kind
    }

    /// Newest first.
    pub(crate) fn cards(&self) -> &[ArticleCard] {
        &self.cards
    }

    /// Where a body is that the article at a place has; `None` where it is not known which segment it is of.
    pub(crate) fn body(&self, place: usize, body: BodyPlace) -> Option<BodyLink> {
        self.folders.get(place).map(|folder| BodyLink::of(folder, body))
    }

    /// The place of an article in that order, by its day and its key, which may have words before it.
    pub(crate) fn place(&self, day: &str, key: &str) -> Option<usize> {
        let key = key.rsplit('-').next().unwrap_or_default();
        self.places.get(&(day.to_owned(), key.to_owned())).copied()
    }

    /// Where an article can be read, from the root of the site.
    pub(crate) fn page(&self, card: &ArticleCard) -> String {
        card.address().page(self.kind)
    }

    /// The same, of the article that a text links to, as `2023-11-10/k3j2m`.
    pub(crate) fn page_of_link(&self, link: &str) -> Option<String> {
        let (day, key) = link.split_once('/')?;
        self.place(day, key).map(|place| self.page(&self.cards[place]))
    }
}

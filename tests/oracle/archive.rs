//! The articles of a bundle, as a scan sees them.

use std::path::Path;
use std::rc::Rc;

use bundle::date::Day;
use bundle::format::{ArticleId, ArticleRef, Columns, Facet, Manifest, SegmentEntry, Source as _};
use bundle::reading::{body, catalog_row};
use bundle::search::{Request, SearchResults, search};
use bundle::text::visible_text;
use bundle_folder::BundleFolder;

use crate::spelled::Spelled;

/// A bundle whose every text has been read.
pub(crate) struct Archive {
    source: BundleFolder,
    manifest: Manifest,
    /// The articles, newest first.
    pub(crate) articles: Vec<Article>,
}

/// What an article can be found by.
pub(crate) struct Article {
    pub(crate) place: ArticleRef,
    pub(crate) day: Day,
    /// What it is shown as: title and text.
    pub(crate) shown: [String; 2],
    title: Spelled,
    /// The text, and those of earlier versions.
    texts: Vec<Spelled>,
    author: Spelled,
    categories: Vec<Spelled>,
    tags: Vec<Spelled>,
    site: Spelled,
    /// The values of its facets.
    pub(crate) values: Vec<(Facet, String)>,
}

/// Where a text is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    Anywhere,
    Title,
    Author,
    Category,
    Tag,
    Site,
}

impl Article {
    /// Whether one of the texts that are looked into holds what is looked for.
    pub(crate) fn holds(&self, place: Where, holds: impl Fn(&Spelled) -> bool) -> bool {
        match place {
            Where::Anywhere => holds(&self.title) || holds(&self.author) || self.texts.iter().any(holds),
            Where::Title => holds(&self.title),
            Where::Author => holds(&self.author),
            Where::Category => self.categories.iter().any(holds),
            Where::Tag => self.tags.iter().any(holds),
            Where::Site => holds(&self.site),
        }
    }
}

impl Archive {
    /// Reads every article of the bundle in a folder.
    pub(crate) async fn read(folder: &Path) -> Self {
        let (source, manifest) = BundleFolder::open(folder).expect("the folder has a bundle");
        let mut segments = Vec::new();
        for entry in &manifest.segments {
            segments.push(Values::of(&source, entry).await);
        }
        let mut articles = Vec::new();
        for place in manifest.articles() {
            let values = segments[place.segment.index()].of_article(place.article);
            articles.push(read(&source, &manifest, place, values).await);
        }
        Self { source, manifest, articles }
    }

    /// What the index finds.
    pub(crate) async fn search(&self, request: &Request) -> SearchResults {
        search(&self.source, &self.manifest, request).await.expect("the bundle is whole")
    }
}

async fn read(
    source: &BundleFolder,
    manifest: &Manifest,
    place: ArticleRef,
    values: Vec<(Facet, String)>,
) -> Article {
    let listed = catalog_row(source, manifest, place).await.expect("the article is listed");
    let card = listed.card().expect("the article has a card");
    let text = visible_text(&listed.body(source).await.expect("the article has a body")).text;
    let mut texts = vec![Spelled::of(&text)];
    for version in &card.versions {
        let html = body(source, &listed.version_place(version)).await.expect("the version has a body");
        texts.push(Spelled::of(&format!("{}\n{}", version.title, visible_text(&html).text)));
    }
    let of = |facet| values.iter().filter(move |(of, _)| *of == facet).map(|(_, value)| Spelled::of(value));
    let day = Day::parse(card.day()).expect("an article has a day");
    let year = (Facet::Year, day.year().to_string());
    Article {
        place,
        day,
        title: Spelled::of(&card.title),
        texts,
        author: Spelled::of(&card.author),
        categories: of(Facet::Category).collect(),
        tags: of(Facet::Tag).collect(),
        site: of(Facet::Site).next().unwrap_or_default(),
        shown: [card.title.clone(), text],
        values: values.iter().cloned().chain([year]).collect(),
    }
}

/// The facet values that the columns of a segment have: what is counted, and the only place that
/// knows the tags.
struct Values {
    columns: Rc<Columns>,
    profile_of: Vec<u32>,
}

impl Values {
    async fn of(source: &BundleFolder, entry: &SegmentEntry) -> Self {
        let columns = source.load(&entry.folder.columns()).await.expect("the columns are there");
        Self { profile_of: columns.profile_of.decode().expect("the columns are whole"), columns }
    }

    fn of_article(&self, article: ArticleId) -> Vec<(Facet, String)> {
        let profile = &self.columns.profiles[self.profile_of[article.index()] as usize];
        let named = |facet| {
            let values = self.columns.values(profile, facet).into_iter();
            values.map(move |value| (facet, value.to_owned()))
        };
        Facet::ALL.into_iter().flat_map(named).collect()
    }
}

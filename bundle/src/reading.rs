//! From an article's number or address to what a reader sees of it.

use std::rc::Rc;

use crate::date::Day;
use crate::format::{
    ArticleCard, ArticleRef, CatalogPage, FormatError, Manifest, Segment, SegmentId, Source,
};

/// The catalog page that lists an article, and its row there.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    page: Rc<CatalogPage>,
    row: usize,
}

/// An article's address: what makes it the same article in every later bundle.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// The day of the article, `2023-11-10`.
    pub day: String,
    /// Its key among the articles of that day.
    pub key: String,
}

/// Finds where an article is listed.
pub async fn listed<S: Source>(
    source: &S,
    manifest: &Manifest,
    article: ArticleRef,
) -> Result<Listed, S::Error> {
    let missing = |path: String| source.damaged(path, FormatError::damaged("an article is missing"));
    let entry = manifest
        .segments
        .get(article.segment.index())
        .ok_or_else(|| missing(crate::format::MANIFEST.into()))?;
    let segment = source.load(&entry.segment).await?;
    let (page, row) = segment.page_of(article.article);
    let link = segment.pages.get(page).ok_or_else(|| missing(entry.segment.path()))?;
    let page = source.load(link).await?;
    // So that `card` always has one to show.
    page.card(row).ok_or_else(|| missing(link.path()))?;
    Ok(Listed { page, row })
}

/// Finds the article at an address; `None` if the bundle has none there.
pub async fn find<S: Source>(
    source: &S,
    manifest: &Manifest,
    address: &Address,
) -> Result<Option<ArticleRef>, S::Error> {
    let Some(day) = Day::parse(&address.day) else { return Ok(None) };
    for (id, entry) in (0..).map(SegmentId).zip(&manifest.segments) {
        if address.day < entry.oldest || address.day > entry.newest {
            continue;
        }
        let segment = source.load(&entry.segment).await?;
        if let Some(article) = find_in_segment(source, &segment, address, day, &entry.segment.path()).await? {
            return Ok(Some(ArticleRef { segment: id, article }));
        }
    }
    Ok(None)
}

async fn find_in_segment<S: Source>(
    source: &S,
    segment: &Segment,
    address: &Address,
    day: Day,
    path: &str,
) -> Result<Option<crate::format::ArticleId>, S::Error> {
    let pages = segment.pages_of_day(day).map_err(|error| source.damaged(path.to_owned(), error))?;
    for number in pages {
        let Some(link) = segment.pages.get(number) else { continue };
        let page = source.load(link).await?;
        if let Some(row) = page.row_of(&address.day, &address.key) {
            return Ok(segment.article_at(number, row));
        }
    }
    Ok(None)
}

impl Listed {
    /// What a list shows of the article.
    pub fn card(&self) -> Option<ArticleCard<'_>> {
        self.page.card(self.row)
    }

    /// The article's sanitised HTML.
    pub async fn body<S: Source>(&self, source: &S) -> Result<String, S::Error> {
        let Some(card) = self.card() else { return Ok(String::new()) };
        let bodies = source.load(card.body).await?;
        let missing = || source.damaged(card.body.path(), FormatError::damaged("a body is missing"));
        bodies.html.get(card.slot).cloned().ok_or_else(missing)
    }

    /// The posts that the article was made from, as paths relative to the archive.
    pub async fn paths<S: Source>(&self, source: &S) -> Result<Vec<String>, S::Error> {
        let Some(link) = &self.page.origins else { return Ok(Vec::new()) };
        let origins = source.load(link).await?;
        Ok(origins.paths.get(self.row).cloned().unwrap_or_default())
    }
}

impl ArticleCard<'_> {
    /// The address of the article.
    pub fn address(&self) -> Address {
        Address { day: self.day().to_owned(), key: self.key.to_owned() }
    }
}

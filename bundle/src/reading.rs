//! From an article's number or address to what a reader sees of it.

use std::rc::Rc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::date::Day;
use crate::format::{
    ArticleCard, ArticleId, ArticleRef, BodyPlace, CatalogPage, FormatError, Manifest, Ranks, SegmentEntry,
    SegmentId, Source,
};
use crate::query::Query;
use crate::search::{Snippet, highlights};
use crate::text::{complete_links, visible_text};

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
    /// Its key among the articles of that day. Words of the title may stand before it, for people
    /// to read: `tide-tables-k3j2m`.
    pub key: String,
}

/// Characters of the title that an address shows.
const READABLE: usize = 24;

/// What of a path stands as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

impl Address {
    /// The address of an article with this key among those of its day, with words of its title.
    pub fn readable(day: &str, title: &str, key: &str) -> Address {
        let words = readable(title);
        let dash = if words.is_empty() { "" } else { "-" };
        Address { day: day.to_owned(), key: format!("{words}{dash}{key}") }
    }

    /// The path that leads to the article in the viewer, in the fragment of the page's address.
    pub fn path(&self) -> String {
        let [day, key] = [&self.day, &self.key].map(|part| utf8_percent_encode(part, PLAIN));
        format!("/article/{day}/{key}")
    }

    /// The key without the words before it.
    fn bare_key(&self) -> &str {
        self.key.rsplit('-').next().unwrap_or_default()
    }
}

/// The words of a title, as an address shows them.
fn readable(title: &str) -> String {
    let start: String = title.chars().take(READABLE).collect();
    let words = start.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
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
    page.cards.get(row).ok_or_else(|| missing(link.path()))?;
    Ok(Listed { page, row })
}

/// Finds the article at an address; `None` if the bundle has none there.
pub async fn find<S: Source>(
    source: &S,
    manifest: &Manifest,
    address: &Address,
) -> Result<Option<ArticleRef>, S::Error> {
    let Some(day) = Day::parse(&address.day) else { return Ok(None) };
    let ranks = Ranks::of(manifest);
    for (id, entry) in (0..).map(SegmentId).zip(&manifest.segments) {
        if address.day < entry.oldest || address.day > entry.newest {
            continue;
        }
        for article in find_in_segment(source, entry, address, day).await? {
            let article = ArticleRef { segment: id, article };
            if ranks.rank(article).is_some() {
                return Ok(Some(article));
            }
        }
    }
    Ok(None)
}

/// The articles at an address: the one that is part of the archive, and those that were.
async fn find_in_segment<S: Source>(
    source: &S,
    entry: &SegmentEntry,
    address: &Address,
    day: Day,
) -> Result<Vec<ArticleId>, S::Error> {
    let segment = source.load(&entry.segment).await?;
    let pages = segment.pages_of_day(day).map_err(|error| source.damaged(entry.segment.path(), error))?;
    let mut found = Vec::new();
    for number in pages {
        let Some(link) = segment.pages.get(number) else { continue };
        let page = source.load(link).await?;
        let row = page.row_of(&address.day, address.bare_key());
        found.extend(row.and_then(|row| segment.article_at(number, row)));
    }
    Ok(found)
}

impl Listed {
    /// What a list shows of the article.
    pub fn card(&self) -> Option<&ArticleCard> {
        self.page.cards.get(self.row)
    }

    /// The article's sanitised HTML.
    pub async fn body<S: Source>(&self, source: &S) -> Result<String, S::Error> {
        match self.card() {
            Some(card) => body(source, &card.body).await,
            None => Ok(String::new()),
        }
    }
}

/// Why an article was found: the best piece of its text, or of what it said before if that alone
/// has what was typed.
pub async fn snippet<S: Source>(source: &S, listed: &Listed, query: &Query) -> Result<Snippet, S::Error> {
    let shown = Snippet::of(&visible_text(&listed.body(source).await?).text, query);
    let Some(card) = listed.card() else { return Ok(shown) };
    if !shown.marks.is_empty() || !highlights(&card.title, query).is_empty() {
        return Ok(shown);
    }
    for version in &card.versions {
        let text = visible_text(&body(source, &version.body).await?).text;
        let snippet = Snippet::of(&format!("{}\n{text}", version.title), query);
        if !snippet.marks.is_empty() {
            return Ok(snippet);
        }
    }
    Ok(shown)
}

/// The sanitised HTML of an article or of an earlier version of one.
pub async fn body<S: Source>(source: &S, place: &BodyPlace) -> Result<String, S::Error> {
    let bodies = source.load(&place.file).await?;
    let missing = || source.damaged(place.file.path(), FormatError::damaged("a body is missing"));
    bodies.html.get(place.slot as usize).map(|html| complete_links(html)).ok_or_else(missing)
}

impl ArticleCard {
    /// The address of the article.
    pub fn address(&self) -> Address {
        Address::readable(self.day(), &self.title, &self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_can_be_read() {
        let check = |title: &str, expected: &str| assert_eq!(readable(title), expected, "{title}");
        check("潮汐表怎么读？", "潮汐表怎么读");
        check("Watch: casting a single letter by hand", "Watch-casting-a-single");
        check("  — ", "");
        let address = Address { day: "2023-11-10".into(), key: "tide-tables-k3j2m".into() };
        assert_eq!(address.bare_key(), "k3j2m");
        assert_eq!(Address { key: "k3j2m".into(), ..address }.bare_key(), "k3j2m");
    }
}

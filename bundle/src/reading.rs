//! From an article's number or address to what a reader sees of it.
//!
//! It knows the files of a bundle, but neither how articles are found nor how they are shown.

use std::rc::Rc;

use futures_util::future::try_join_all;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::date::Day;
use crate::format::{
    ArticleCard, ArticleId, ArticleOrder, ArticleRef, Bodies, BodyPlace, CatalogPage, FormatError, Link,
    MANIFEST, Manifest, SegmentEntry, SegmentFolder, SegmentId, Source, Version,
};
use crate::query::Query;
use crate::search::{Snippet, highlights};
use crate::text::{complete_links, visible_text};

/// The row of an article in its catalog page.
#[derive(Debug, Clone, PartialEq)]
pub struct CatalogRow {
    folder: SegmentFolder,
    page: Rc<CatalogPage>,
    row: usize,
}

/// The address of an article: it stays the same in every later bundle.
///
/// ```
/// use bundle::reading::Address;
///
/// let address = Address::readable("2023-11-10", "Tide tables", "k3j2m");
/// assert_eq!(address.key, "Tide-tables-k3j2m");
/// assert_eq!(address.path(), "/article/2023-11-10/Tide-tables-k3j2m");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// The day of the article, `2023-11-10`.
    pub day: String,
    /// Its key among the articles of that day. Words of the title, which do not count, may stand
    /// before it: `tide-tables-k3j2m`.
    pub key: String,
}

/// Which articles of a site have pages of their own, that any browser can read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PageKind {
    /// Each has one.
    Article,
    /// Those of a day share one.
    Day,
    /// Only the viewer shows articles.
    #[default]
    None,
}

/// The folder of the pages of articles, in a site.
pub const PAGES: &str = "article";
/// The file that web hosts give for its folder.
const PAGE_FILE: &str = "index.html";

/// How many characters of the title an address shows at most.
const MAX_TITLE_CHARS: usize = 24;

/// The characters that are percent-encoded: all but the unreserved ones of RFC 3986 (and all that are
/// not ASCII).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

impl Address {
    /// The address of an article with this key among those of its day, with words of its title.
    pub fn readable(day: &str, title: &str, key: &str) -> Address {
        let words = readable(title);
        let dash = if words.is_empty() { "" } else { "-" };
        Address { day: day.to_owned(), key: format!("{words}{dash}{key}") }
    }

    /// The path of the article in the viewer, which is in the fragment of the page's address.
    pub fn path(&self) -> String {
        let [day, key] = [&self.day, &self.key].map(|part| utf8_percent_encode(part, RESERVED));
        format!("/article/{day}/{key}")
    }

    /// Where the article can be read, from the root of a site that has pages of this kind.
    ///
    /// ```
    /// use bundle::reading::{Address, PageKind};
    ///
    /// let address = Address::readable("2023-11-10", "Tide tables", "k3j2m");
    /// assert_eq!(address.page(PageKind::Article), "article/2023-11-10/Tide-tables-k3j2m/");
    /// assert_eq!(address.page(PageKind::Day), "article/2023-11-10/#Tide-tables-k3j2m");
    /// assert_eq!(address.page(PageKind::None), "#/article/2023-11-10/Tide-tables-k3j2m");
    /// ```
    pub fn page(&self, kind: PageKind) -> String {
        let [day, key] = [&self.day, &self.key].map(|part| utf8_percent_encode(part, RESERVED));
        match kind {
            PageKind::Article => format!("{PAGES}/{day}/{key}/"),
            PageKind::Day => format!("{PAGES}/{day}/#{key}"),
            PageKind::None => format!("#{}", self.path()),
        }
    }

    /// The article whose page has this path from the root of a site, which may name the file in its
    /// folder.
    ///
    /// ```
    /// use bundle::reading::Address;
    ///
    /// let address = Address::readable("2023-11-10", "Tide tables", "k3j2m");
    /// for page in ["article/2023-11-10/Tide-tables-k3j2m/", "article/2023-11-10/#Tide-tables-k3j2m"] {
    ///     assert_eq!(Address::of_page(page).as_ref(), Some(&address));
    /// }
    /// assert_eq!(Address::of_page("article/2023-11-10/"), None);
    /// ```
    pub fn of_page(path: &str) -> Option<Address> {
        let decoded = |part: &str| percent_decode_str(part).decode_utf8().ok().map(|part| part.into_owned());
        let (day, key) = path.strip_prefix(PAGES)?.strip_prefix('/')?.split_once('/')?;
        let key = match key.split_once('#') {
            Some(("" | PAGE_FILE, key)) => key,
            Some((key, _)) => key,
            None => key,
        };
        let key = key.strip_suffix(PAGE_FILE).unwrap_or(key).trim_end_matches('/');
        let day = Day::parse(day).map(|_| day.to_owned())?;
        let key = decoded(key).filter(|key| !key.is_empty() && !key.contains('/'))?;
        Some(Address { day, key })
    }

    /// The key without the words before it.
    fn bare_key(&self) -> &str {
        self.key.rsplit('-').next().unwrap_or_default()
    }
}

/// The words of a title, as an address shows them.
fn readable(title: &str) -> String {
    let start: String = title.chars().take(MAX_TITLE_CHARS).collect();
    let words = start.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Loads the catalog page of an article.
///
/// # Errors
///
/// Fails if a file cannot be loaded, or if the bundle has no such article.
pub async fn catalog_row<S: Source>(
    source: &S,
    manifest: &Manifest,
    article: ArticleRef,
) -> Result<CatalogRow, S::Error> {
    let missing = |path: String| source.damaged(path, FormatError::damaged("an article is missing"));
    let entry = manifest.segments.get(article.segment.index()).ok_or_else(|| missing(MANIFEST.to_owned()))?;
    let (page, row) = entry.page_of(article.article);
    let link = entry.folder.page(page);
    let page = source.load(&link).await?;
    // Checked here, so that `card` always has one.
    page.cards.get(row).ok_or_else(|| missing(link.path()))?;
    Ok(CatalogRow { folder: entry.folder.clone(), page, row })
}

/// Finds the article at an address; `None` if the bundle has none there.
///
/// # Errors
///
/// Fails if a file of a segment that spans the day cannot be loaded.
pub async fn find<S: Source>(
    source: &S,
    manifest: &Manifest,
    address: &Address,
) -> Result<Option<ArticleRef>, S::Error> {
    let Some(day) = Day::parse(&address.day) else { return Ok(None) };
    let order = ArticleOrder::of(manifest);
    for (id, entry) in (0..).map(SegmentId).zip(&manifest.segments) {
        if address.day < entry.oldest || address.day > entry.newest {
            continue;
        }
        for article in find_in_segment(source, entry, address, day).await? {
            let article = ArticleRef { segment: id, article };
            if order.ordinal(article).is_some() {
                return Ok(Some(article));
            }
        }
    }
    Ok(None)
}

/// The articles of a segment at an address. Those that were replaced or removed are among them.
async fn find_in_segment<S: Source>(
    source: &S,
    entry: &SegmentEntry,
    address: &Address,
    day: Day,
) -> Result<Vec<ArticleId>, S::Error> {
    let pages = entry.pages_of_day(day).map_err(|error| source.damaged(MANIFEST.to_owned(), error))?;
    let loads = pages.map(async |number| Ok((number, source.load(&entry.folder.page(number)).await?)));
    let mut found = Vec::new();
    for (number, page) in try_join_all(loads).await? {
        let row = page.row_of(&address.day, address.bare_key());
        found.extend(row.and_then(|row| entry.article_at(number, row)));
    }
    Ok(found)
}

impl CatalogRow {
    /// What a list shows of the article.
    pub fn card(&self) -> Option<&ArticleCard> {
        self.page.cards.get(self.row)
    }

    /// Loads the article's sanitised HTML.
    ///
    /// # Errors
    ///
    /// Fails if the file of its body cannot be loaded.
    pub async fn body<S: Source>(&self, source: &S) -> Result<String, S::Error> {
        match self.place() {
            Some(place) => body(source, &place).await,
            None => Ok(String::new()),
        }
    }

    /// Where the article's sanitised HTML is.
    pub fn place(&self) -> Option<BodyLink> {
        self.card().map(|card| self.place_of(card.body))
    }

    /// Where that of an earlier version is.
    pub fn version_place(&self, version: &Version) -> BodyLink {
        self.place_of(version.body)
    }

    /// The folder of the article's segment.
    pub fn folder(&self) -> &SegmentFolder {
        &self.folder
    }

    fn place_of(&self, place: BodyPlace) -> BodyLink {
        BodyLink::of(&self.folder, place)
    }
}

/// Where a body is in the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyLink {
    file: Link<Bodies>,
    slot: u32,
}

impl BodyLink {
    /// Where a body of a segment is.
    pub fn of(folder: &SegmentFolder, BodyPlace { file, slot }: BodyPlace) -> BodyLink {
        BodyLink { file: folder.bodies(file), slot }
    }
}

/// The snippet of a hit: from the text of the article, or from an earlier version if only that matches
/// the query.
///
/// # Errors
///
/// Fails if the file of a body cannot be loaded.
pub async fn snippet<S: Source>(source: &S, row: &CatalogRow, query: &Query) -> Result<Snippet, S::Error> {
    let shown = Snippet::of(&visible_text(&row.body(source).await?).text, query);
    let Some(card) = row.card() else { return Ok(shown) };
    if !shown.highlights.is_empty() || !highlights(&card.title, query).is_empty() {
        return Ok(shown);
    }
    for version in &card.versions {
        let text = visible_text(&body(source, &row.version_place(version)).await?).text;
        let snippet = Snippet::of(&format!("{}\n{text}", version.title), query);
        if !snippet.highlights.is_empty() {
            return Ok(snippet);
        }
    }
    Ok(shown)
}

/// Loads the sanitised HTML of an article or of an earlier version.
///
/// # Errors
///
/// Fails if the file cannot be loaded, or if it has no such slot.
pub async fn body<S: Source>(source: &S, place: &BodyLink) -> Result<String, S::Error> {
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
    fn an_address_has_words_of_the_title() {
        let check = |title: &str, expected: &str| assert_eq!(readable(title), expected, "{title}");
        check("潮汐表怎么读？", "潮汐表怎么读");
        check("Watch: casting a single letter by hand", "Watch-casting-a-single");
        check("  — ", "");
        let address = Address { day: "2023-11-10".into(), key: "tide-tables-k3j2m".into() };
        assert_eq!(address.bare_key(), "k3j2m");
        assert_eq!(Address { key: "k3j2m".into(), ..address }.bare_key(), "k3j2m");
    }

    #[test]
    fn the_address_of_a_page_leads_back_to_its_article() {
        let address = Address::readable("2023-11-10", "潮汐表怎么读？", "k3j2m");
        for kind in [PageKind::Article, PageKind::Day] {
            assert_eq!(Address::of_page(&address.page(kind)), Some(address.clone()));
        }
        let check = |path: &str, key: Option<&str>| {
            let expected = key.map(|key| Address { day: "2023-11-10".into(), key: key.into() });
            assert_eq!(Address::of_page(path), expected, "{path}");
        };
        check("article/2023-11-10/Tea-k/index.html", Some("Tea-k"));
        check("article/2023-11-10/index.html#Tea-k", Some("Tea-k"));
        check("article/2023-11-10/Tea-k/#note", Some("Tea-k"));
        check("article/2023-11-10/潮汐-k", Some("潮汐-k"));
        check("article/2023-11-10/", None);
        check("article/2023-11-10/index.html", None);
        check("article/2023-11-10/a%2Fb/", None);
        check("article/someday/Tea-k/", None);
        check("lists/2023-11/", None);
        check("", None);
    }
}

//! A segment: up to 65,536 articles, newest first. It never changes after it was written.

use serde::Serialize;

use super::{ArticleId, FormatError, Numbers, SegmentFolder};
use crate::date::Day;
use crate::json::read_fields;

/// A segment as the manifest lists it: all that a reader must know before it asks for the first file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SegmentEntry {
    /// The segment's folder.
    pub folder: SegmentFolder,
    /// Articles in it, those that are no longer part of the archive included.
    pub articles: u32,
    /// The number of articles on each catalog page but the last, which may have fewer.
    pub page_articles: u32,
    /// The day of its newest article.
    pub newest: String,
    /// The day of its oldest article.
    pub oldest: String,
    /// For each page, how many days its first article is older than that of the page before.
    pub page_days: Numbers,
}

read_fields!(SegmentEntry {
    folder: "folder",
    articles: "articles",
    page_articles: "page_articles",
    newest: "newest",
    oldest: "oldest",
    page_days: "page_days",
});

impl SegmentEntry {
    /// The index of the catalog page that an article is on, and its row there.
    pub fn page_of(&self, article: ArticleId) -> (usize, usize) {
        let rows = self.page_articles.max(1) as usize;
        (article.index() / rows, article.index() % rows)
    }

    /// The article in a row of a catalog page; `None` if no segment can have so many.
    pub fn article_at(&self, page: usize, row: usize) -> Option<ArticleId> {
        u16::try_from(page * self.page_articles as usize + row).ok().map(ArticleId)
    }

    /// How many catalog pages there are.
    pub fn pages(&self) -> usize {
        self.articles.div_ceil(self.page_articles.max(1)) as usize
    }

    /// The indices of the catalog pages that may hold an article of `day`.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if `page_days` cannot be decoded, or if there is no day to count from.
    pub fn pages_of_day(&self, day: Day) -> Result<std::ops::Range<usize>, FormatError> {
        let newest = Day::parse(&self.newest).ok_or_else(|| FormatError::damaged("a day is no day"))?;
        let mut first = newest.0;
        let mut first_days = Vec::with_capacity(self.pages());
        for older in self.page_days.decode()? {
            first = first.saturating_sub_unsigned(older);
            first_days.push(first);
        }
        let end = first_days.partition_point(|&first| first >= day.0);
        let start = first_days.partition_point(|&first| first > day.0).saturating_sub(1);
        Ok(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(page_days: &[u32]) -> SegmentEntry {
        SegmentEntry {
            folder: SegmentFolder::new("a".into()),
            articles: 0,
            page_articles: 2,
            newest: Day(100).to_string(),
            oldest: Day(80).to_string(),
            page_days: page_days.iter().copied().collect(),
        }
    }

    #[test]
    fn pages_of_a_day() {
        // First articles of the pages: day 100, 90, 90, 80.
        let segment = segment(&[0, 10, 0, 10]);
        let check = |day, pages| assert_eq!(segment.pages_of_day(Day(day)), Ok(pages), "{day}");
        check(101, 0..0);
        check(100, 0..1);
        check(95, 0..1);
        check(90, 0..3);
        check(85, 2..3);
        check(10, 3..4);
    }
}

//! A segment: up to 65,536 articles, newest first. It never changes after it was written.

use serde::{Deserialize, Serialize};

use super::{ArticleId, BundleFile, CatalogPage, Columns, FormatError, Link, Numbers, TermIndex};
use crate::date::Day;

/// The links of a segment to its other files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// The number of articles in the segment.
    pub articles: u32,
    /// The number of articles on each catalog page but the last, which may have fewer.
    pub page_articles: u32,
    /// The catalog pages, newest articles first.
    pub pages: Vec<Link<CatalogPage>>,
    /// The day of the newest article, as in [`Day`].
    pub newest: i32,
    /// For each page, how many days its first article is older than that of the page before.
    pub page_days: Numbers,
    /// Date, length and facet values of every article.
    pub columns: Link<Columns>,
    /// The directories of its terms.
    pub terms: TermIndex,
}

impl BundleFile for Segment {
    const FOLDER: &'static str = "segments";
}

impl Segment {
    /// The index of the catalog page that an article is on, and its row there.
    pub fn page_of(&self, article: ArticleId) -> (usize, usize) {
        let rows = self.page_articles.max(1) as usize;
        (article.index() / rows, article.index() % rows)
    }

    /// The article in a row of a catalog page; `None` if no segment can have so many.
    pub fn article_at(&self, page: usize, row: usize) -> Option<ArticleId> {
        u16::try_from(page * self.page_articles as usize + row).ok().map(ArticleId)
    }

    /// The indices of the catalog pages that may hold an article of `day`.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if `page_days` cannot be decoded.
    pub fn pages_of_day(&self, day: Day) -> Result<std::ops::Range<usize>, FormatError> {
        let mut first = self.newest;
        let mut first_days = Vec::with_capacity(self.pages.len());
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

    fn segment(page_days: &[u32]) -> Segment {
        Segment {
            articles: 0,
            page_articles: 2,
            pages: Vec::new(),
            newest: 100,
            page_days: page_days.iter().copied().collect(),
            columns: Link::new("a".into()),
            terms: TermIndex::default(),
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

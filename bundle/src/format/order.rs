//! The order of articles across segments.
//!
//! An update keeps large segments as they are and adds a small one for new and changed articles, which may
//! belong anywhere in the order. Articles that were changed or removed stay in their old segment but leave
//! the order. A list of runs expresses both, so that readers see one list.

use fixedbitset::FixedBitSet;

use super::{ArticleRef, Manifest, Run, SegmentId};

/// The ordinal of each article: its index in the list of all articles, newest first.
#[derive(Debug, Clone, Default)]
pub struct ArticleOrder {
    /// For each segment, its runs sorted by first article, each with the ordinal of that article.
    segments: Vec<Vec<(Run, u32)>>,
}

impl ArticleOrder {
    /// The order of a manifest's articles.
    pub fn of(manifest: &Manifest) -> ArticleOrder {
        let mut segments = vec![Vec::new(); manifest.segments.len()];
        let mut next = 0;
        for &run in &manifest.order {
            if let Some(segment) = segments.get_mut(usize::from(run.0)) {
                segment.push((run, next));
            }
            next += run.2;
        }
        segments.iter_mut().for_each(|segment| segment.sort_by_key(|(run, _)| run.1));
        ArticleOrder { segments }
    }

    /// The ordinal of an article: how many are newer. `None` if it is no longer part of the archive.
    pub fn ordinal(&self, article: ArticleRef) -> Option<u32> {
        let runs = self.segments.get(article.segment.index())?;
        let after = runs.partition_point(|(run, _)| run.1 <= article.article.0);
        let &(Run(_, first, articles), ordinal) = runs.get(after.checked_sub(1)?)?;
        let offset = u32::from(article.article.0 - first);
        (offset < articles).then_some(ordinal + offset)
    }

    /// The live articles of a segment, by number: those that are part of the archive.
    pub fn live(&self, segment: SegmentId) -> FixedBitSet {
        let runs = self.segments.get(segment.index()).map(Vec::as_slice).unwrap_or_default();
        let mut live = FixedBitSet::new();
        for &(Run(_, first, articles), _) in runs {
            let range = usize::from(first)..usize::from(first) + articles as usize;
            live.grow(range.end);
            live.insert_range(range);
        }
        live
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::ArticleId;
    use crate::format::{Numbers, SegmentEntry, SegmentFolder};

    fn article(segment: u16, id: u16) -> ArticleRef {
        ArticleRef { segment: SegmentId(segment), article: ArticleId(id) }
    }

    fn two_segments() -> Manifest {
        let entry = SegmentEntry {
            folder: SegmentFolder::new("a".into()),
            articles: 4,
            page_articles: 2,
            newest: String::new(),
            oldest: String::new(),
            page_days: Numbers::default(),
        };
        Manifest { segments: vec![entry.clone(), entry], ..Manifest::default() }
    }

    #[test]
    fn one_list_of_several_segments() {
        // A new article first, then the old ones but for the third, with another new one between.
        let order = [article(1, 0), article(0, 0), article(0, 1), article(1, 1), article(0, 3)];
        let manifest = Manifest { order: Manifest::runs(order), ..two_segments() };
        assert_eq!(manifest.order, [Run(1, 0, 1), Run(0, 0, 2), Run(1, 1, 1), Run(0, 3, 1)]);
        assert_eq!(manifest.articles().collect::<Vec<_>>(), order);
        let order_of = ArticleOrder::of(&manifest);
        let seen: Vec<_> = order.iter().map(|&article| order_of.ordinal(article)).collect();
        assert_eq!(seen, (0..5).map(Some).collect::<Vec<_>>());
        for gone in [article(0, 2), article(0, 4), article(1, 2), article(2, 0)] {
            assert_eq!(order_of.ordinal(gone), None);
        }
        assert_eq!(order_of.live(SegmentId(0)).ones().collect::<Vec<_>>(), [0, 1, 3]);
    }
}

//! The order of the articles of all segments.
//!
//! A bundle that is brought up to date keeps its large segments and gets a small one for what is
//! new, which may belong anywhere in the order; what an article of a large segment said before
//! leaves the order. A few stretches say both, and a reader sees one list.

use fixedbitset::FixedBitSet;
use serde::{Deserialize, Serialize};

use super::{ArticleId, ArticleRef, Manifest, SegmentId};

/// A run of neighbouring articles of one segment: the segment, the first and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch(pub u16, pub u16, pub u32);

impl Stretch {
    fn articles(self) -> impl DoubleEndedIterator<Item = ArticleRef> {
        let Stretch(segment, first, articles) = self;
        let ids = (u32::from(first)..).take(articles as usize).map_while(|id| u16::try_from(id).ok());
        let ids: Vec<u16> = ids.collect();
        ids.into_iter().map(move |id| ArticleRef { segment: SegmentId(segment), article: ArticleId(id) })
    }
}

impl Manifest {
    /// The articles of the archive, newest first.
    pub fn articles(&self) -> impl DoubleEndedIterator<Item = ArticleRef> {
        self.order.iter().flat_map(|stretch| stretch.articles())
    }

    /// The stretches that list these articles in this order.
    pub fn stretches(articles: impl IntoIterator<Item = ArticleRef>) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = Vec::new();
        for ArticleRef { segment, article } in articles {
            match stretches.last_mut() {
                Some(last) if last.0 == segment.0 && u32::from(last.1) + last.2 == u32::from(article.0) => {
                    last.2 += 1;
                }
                _ => stretches.push(Stretch(segment.0, article.0, 1)),
            }
        }
        stretches
    }
}

/// The place of every article in the order of the archive.
#[derive(Debug, Clone, Default)]
pub struct Ranks {
    /// For each segment, its stretches by first article, each with the rank of that one.
    segments: Vec<Vec<(Stretch, u32)>>,
}

impl Ranks {
    /// The ranks of a manifest's articles.
    pub fn of(manifest: &Manifest) -> Ranks {
        let mut segments = vec![Vec::new(); manifest.segments.len()];
        let mut rank = 0;
        for &stretch in &manifest.order {
            if let Some(segment) = segments.get_mut(usize::from(stretch.0)) {
                segment.push((stretch, rank));
            }
            rank += stretch.2;
        }
        segments.iter_mut().for_each(|segment| segment.sort_by_key(|(stretch, _)| stretch.1));
        Ranks { segments }
    }

    /// How many articles come before this one; `None` if it is no longer part of the archive.
    pub fn rank(&self, article: ArticleRef) -> Option<u32> {
        let stretches = self.segments.get(article.segment.index())?;
        let after = stretches.partition_point(|(stretch, _)| stretch.1 <= article.article.0);
        let &(Stretch(_, first, articles), rank) = stretches.get(after.checked_sub(1)?)?;
        let place = u32::from(article.article.0 - first);
        (place < articles).then_some(rank + place)
    }

    /// The articles of a segment that are part of the archive.
    pub fn live(&self, segment: SegmentId) -> FixedBitSet {
        let stretches = self.segments.get(segment.index()).map(Vec::as_slice).unwrap_or_default();
        let mut live = FixedBitSet::new();
        for &(Stretch(_, first, articles), _) in stretches {
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
    use crate::format::{Link, SegmentEntry};

    fn article(segment: u16, id: u16) -> ArticleRef {
        ArticleRef { segment: SegmentId(segment), article: ArticleId(id) }
    }

    fn two_segments() -> Manifest {
        let entry = SegmentEntry {
            segment: Link::new("a".into()),
            records: Link::new("b".into()),
            articles: 4,
            newest: String::new(),
            oldest: String::new(),
        };
        Manifest { segments: vec![entry.clone(), entry], ..Manifest::default() }
    }

    #[test]
    fn one_list_of_several_segments() {
        // A new article first, then the old ones but for the third, with another new one between.
        let order = [article(1, 0), article(0, 0), article(0, 1), article(1, 1), article(0, 3)];
        let manifest = Manifest { order: Manifest::stretches(order), ..two_segments() };
        assert_eq!(manifest.order, [Stretch(1, 0, 1), Stretch(0, 0, 2), Stretch(1, 1, 1), Stretch(0, 3, 1)]);
        assert_eq!(manifest.articles().collect::<Vec<_>>(), order);
        let ranks = Ranks::of(&manifest);
        let seen: Vec<_> = order.iter().map(|&article| ranks.rank(article)).collect();
        assert_eq!(seen, (0..5).map(Some).collect::<Vec<_>>());
        for gone in [article(0, 2), article(0, 4), article(1, 2), article(2, 0)] {
            assert_eq!(ranks.rank(gone), None);
        }
        assert_eq!(ranks.live(SegmentId(0)).ones().collect::<Vec<_>>(), [0, 1, 3]);
    }
}

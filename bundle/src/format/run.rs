//! Runs: in which order a manifest lists the articles of its segments.

use serde::{Deserialize, Serialize};

use super::{ArticleId, ArticleRef, SegmentId};

/// A run of consecutive articles of one segment: the [`SegmentId`], the [`ArticleId`] of the first, and the
/// number of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run(pub u16, pub u16, pub u32);

impl Run {
    pub(super) fn articles(self) -> impl DoubleEndedIterator<Item = ArticleRef> {
        let Run(segment, first, articles) = self;
        let ids = (u32::from(first)..).take(articles as usize).map_while(|id| u16::try_from(id).ok());
        let ids: Vec<u16> = ids.collect();
        ids.into_iter().map(move |id| ArticleRef { segment: SegmentId(segment), article: ArticleId(id) })
    }
}

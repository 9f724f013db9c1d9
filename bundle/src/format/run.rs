//! Runs: in which order a manifest lists the articles of its segments.

use serde::Serialize;

use super::{ArticleId, ArticleRef, SegmentId};
use crate::json::{Json, JsonError, ReadJson};

/// A run of consecutive articles of one segment: the [`SegmentId`], the [`ArticleId`] of the first, and the
/// number of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Run(pub u16, pub u16, pub u32);

impl ReadJson for Run {
    fn read(json: Json<'_>) -> Result<Run, JsonError> {
        let numbers = Vec::<u32>::read(json)?;
        let [segment, first, articles] = numbers[..] else { return Err(JsonError::new("not three numbers")) };
        let narrow = |number: u32| {
            u16::try_from(number).map_err(|_| JsonError::new("not a whole number from 0 to 65535"))
        };
        Ok(Run(narrow(segment)?, narrow(first)?, articles))
    }
}

impl Run {
    pub(super) fn articles(self) -> impl DoubleEndedIterator<Item = ArticleRef> {
        let Run(segment, first, articles) = self;
        let ids = (u32::from(first)..).take(articles as usize).map_while(|id| u16::try_from(id).ok());
        let ids: Vec<u16> = ids.collect();
        ids.into_iter().map(move |id| ArticleRef { segment: SegmentId(segment), article: ArticleId(id) })
    }
}

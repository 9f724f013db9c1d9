//! Which segments of the bundle before a build keeps.

use std::collections::{BTreeMap, BTreeSet};

use bundle::format::{ArticleRef, SegmentId};

use crate::merge_policy::{MergePolicy, merge_into_the_new_one};
use crate::previous::{KeptSegment, KnownArticle};

/// Which segments of the bundle before are kept, and their new numbers.
#[derive(Default)]
pub(crate) struct MergePlan(BTreeMap<SegmentId, SegmentId>);

impl MergePlan {
    /// Chooses by the policy, given where each article of the archive was in the bundle before.
    pub(crate) fn choose(
        segments: &[KeptSegment],
        known: &[Option<KnownArticle>],
        policy: &MergePolicy,
    ) -> MergePlan {
        let mut live = vec![0; segments.len()];
        known.iter().flatten().for_each(|known| live[known.place.segment.index()] += 1);
        let is_worn =
            |&number: &usize| live[number] == 0 || live[number] * 4 < segments[number].entry.articles * 3;
        let mut left: BTreeSet<usize> = (0..segments.len()).filter(|number| !is_worn(number)).collect();
        let still_read: u32 = left.iter().map(|&number| live[number]).sum();
        if still_read as usize != known.len() {
            merge_into_the_new_one(segments, &mut left, policy);
        }
        let numbers = left.into_iter().zip(0..).map(|(old, new)| (SegmentId(old as u16), SegmentId(new)));
        let plan = MergePlan(numbers.collect());
        // Written at once, all articles are in one run, or in few.
        if runs(&plan.places(known)) > policy.most_runs { MergePlan::default() } else { plan }
    }

    /// Whether a segment is kept.
    pub(crate) fn keeps(&self, segment: SegmentId) -> bool {
        self.0.contains_key(&segment)
    }

    /// For each article, where it is now, if its segment is kept.
    pub(crate) fn places(&self, known: &[Option<KnownArticle>]) -> Vec<Option<ArticleRef>> {
        let place_of = |known: &KnownArticle| {
            let ArticleRef { segment, article } = known.place;
            Some(ArticleRef { segment: *self.0.get(&segment)?, article })
        };
        known.iter().map(|known| known.as_ref().and_then(place_of)).collect()
    }
}

/// In how many runs articles are that have these places.
fn runs(places: &[Option<ArticleRef>]) -> usize {
    let follows = |pair: &[Option<ArticleRef>]| match (pair[0], pair[1]) {
        (Some(a), Some(b)) => a.segment == b.segment && a.article.index() + 1 == b.article.index(),
        (a, b) => a.is_none() && b.is_none(),
    };
    places.windows(2).filter(|pair| !follows(pair)).count() + 1
}

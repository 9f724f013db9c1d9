//! When segments are merged: a log-structured merge policy, as search engines have one.
//!
//! New articles go into a small segment. It is written anew by each build until it has grown; then
//! the next one begins, and when there are several of about one size they are merged. So a build
//! writes little, a bundle has few segments, and each article is written again only a few times.

use std::collections::{BTreeMap, BTreeSet};

use bundle::format::SEGMENT_ARTICLES;

use crate::previous::KeptSegment;
use crate::segment::SEGMENT_TOKENS;

/// Segments are of about one size if none is this many times as large as another.
const TIER: u64 = 4;
/// A small segment is no more than this part of a bundle, unless it is very small.
const SHARE: u64 = 8;
/// So many segments of about one size are merged.
const TIER_SEGMENTS: usize = 4;

/// When segments are merged.
#[derive(Debug, Clone, Copy)]
pub struct MergePolicy {
    /// A segment of at most so many bytes is small: it is merged whenever anything is written. In a
    /// small bundle the limit is lower.
    pub small: u64,
    /// A segment of more articles is not merged with others: it would not shrink their number.
    pub full_articles: usize,
    /// The same for tokens.
    pub full_tokens: u64,
    /// The most runs that the order of all articles may have: the manifest lists each of them.
    pub most_runs: usize,
}

impl MergePolicy {
    /// The most bytes of a small segment in a bundle of so many bytes.
    fn small_of(&self, bundle: u64) -> u64 {
        (bundle / SHARE).clamp(self.small / SHARE, self.small)
    }
}

impl Default for MergePolicy {
    fn default() -> MergePolicy {
        MergePolicy {
            small: 512 * 1024,
            full_articles: SEGMENT_ARTICLES / 2,
            full_tokens: SEGMENT_TOKENS / 2,
            most_runs: 2_000,
        }
    }
}

/// Takes those segments out of `left` that are better merged with what is written.
pub(crate) fn merge_into_the_new_one(
    segments: &[KeptSegment],
    left: &mut BTreeSet<usize>,
    policy: &MergePolicy,
) {
    let is_full = |segment: &KeptSegment| {
        segment.entry.articles as usize > policy.full_articles || segment.tokens > policy.full_tokens
    };
    let small = policy.small_of(segments.iter().map(KeptSegment::bytes).sum());
    let mut tiers: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for &number in left.iter().filter(|&&number| !is_full(&segments[number])) {
        tiers.entry(tier(segments[number].bytes(), small)).or_default().push(number);
    }
    let mut merged = 0;
    for (tier, of_tier) in tiers {
        let with_the_new_one = of_tier.len() + usize::from(self::tier(merged, small) == tier);
        if tier == 0 || with_the_new_one >= TIER_SEGMENTS {
            merged += of_tier.iter().map(|&number| segments[number].bytes()).sum::<u64>();
            left.retain(|number| !of_tier.contains(number));
        }
    }
}

/// How many times over a segment is larger than a small one, as a power.
fn tier(bytes: u64, small: u64) -> u32 {
    bytes.div_ceil(small).max(1).ilog(TIER) + u32::from(bytes > small)
}

#[cfg(test)]
mod tests {
    use bundle::format::{Numbers, SegmentEntry, SegmentFolder};

    use super::*;

    #[test]
    fn which_segments_are_merged() {
        let policy = MergePolicy { small: 80, full_articles: 50, full_tokens: 1_000, most_runs: 0 };
        let check = |segments: &[(u64, u32, u64)], expected: &[usize]| {
            let segment = |&(bytes, articles, tokens): &(u64, u32, u64)| KeptSegment {
                entry: SegmentEntry {
                    folder: SegmentFolder::new("a".into()),
                    articles,
                    page_articles: 1,
                    newest: String::new(),
                    oldest: String::new(),
                    page_days: Numbers::default(),
                },
                files: vec![(String::new(), bytes)],
                tokens,
            };
            let kept: Vec<_> = segments.iter().map(segment).collect();
            let mut left = (0..kept.len()).collect();
            merge_into_the_new_one(&kept, &mut left, &policy);
            assert_eq!(left.into_iter().collect::<Vec<_>>(), expected, "{segments:?}");
        };
        let (small, large) = ((10, 1, 1), (25, 1, 1));
        check(&[small, large, small], &[1]);
        check(&[large, large, large], &[0, 1, 2]);
        check(&[large, large, large, large], &[]);
        // The small ones make a large one together.
        check(&[large, large, large, small, small], &[]);
        // Segments that are full stay, however many there are.
        check(&[(25, 51, 1), large, large, large, large], &[0]);
        check(&[(25, 1, 1_001); 9], &[0, 1, 2, 3, 4, 5, 6, 7, 8]);
    }
}

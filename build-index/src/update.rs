//! What a build keeps of the bundle before, and what it writes.
//!
//! New articles go into a small segment. It is written anew by each build until it has grown; then
//! the next one begins, and when there are several of about one size they are merged. So a build
//! writes little, a bundle has few segments, and each article is written again only a few times.

use std::collections::{BTreeMap, BTreeSet};

use bundle::format::{ArticleId, ArticleRef, Manifest, Run, SEGMENT_ARTICLES, SegmentEntry, SegmentId};

use crate::archive::Article;
use crate::compile::{Ordered, SEGMENT_TOKENS, TakenKeys, order_key, with_keys};
use crate::links::{Target, Targets};
use crate::previous::{KeptSegment, KnownArticle, Previous};

/// Segments are of about one size if none is this many times as large as another.
const TIER: u64 = 4;
/// A small segment is no more than this part of a bundle, unless it is very small.
const SHARE: u64 = 8;
/// So many segments of about one size are merged.
const TIER_SEGMENTS: usize = 4;

/// How segments grow.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Growth {
    /// A segment of no more bytes is small: it is written anew whenever anything is. In a small
    /// bundle only smaller ones are.
    pub(crate) small: u64,
    /// A segment of more articles is not merged with others: it would not shrink their number.
    pub(crate) full_articles: usize,
    /// The same for tokens.
    pub(crate) full_tokens: u64,
    /// The most stretches that the order of all articles may be in; a manifest tells each of them.
    pub(crate) most_stretches: usize,
}

impl Growth {
    /// The most bytes of a small segment in a bundle of so many bytes.
    fn small_of(&self, bundle: u64) -> u64 {
        (bundle / SHARE).clamp(self.small / SHARE, self.small)
    }
}

impl Default for Growth {
    fn default() -> Growth {
        Growth {
            small: 512 * 1024,
            full_articles: SEGMENT_ARTICLES / 2,
            full_tokens: SEGMENT_TOKENS / 2,
            most_stretches: 2_000,
        }
    }
}

/// What a build keeps and writes.
pub(crate) struct Update {
    /// The segments that stay as they are.
    pub(crate) kept: Vec<KeptSegment>,
    /// For each article, in order, its place in them; `None` for one that is to be written.
    places: Vec<Option<ArticleRef>>,
    /// The articles to write, in order.
    pub(crate) fresh: Vec<Ordered>,
    /// Articles that are as they were, whether they are to be written or not.
    pub(crate) unchanged: usize,
    /// Where links to articles lead.
    pub(crate) targets: Targets,
}

impl Update {
    /// Compares the articles of the archive with those of the bundle before.
    pub(crate) fn plan(mut articles: Vec<Article>, previous: Previous, growth: &Growth) -> Update {
        articles.sort_unstable_by(|a, b| order_key(a).cmp(&order_key(b)));
        let known: Vec<Option<KnownArticle>> =
            articles.iter().map(|article| previous.find(article)).collect();
        let keeping = Keeping::choose(&previous.segments, &known, growth);
        let places = keeping.places(&known);
        let unchanged = known.iter().flatten().count();
        let mut targets = Vec::new();
        let mut fresh = Vec::new();
        for (ordered, place) in addressed(articles, known, &previous).into_iter().zip(&places) {
            targets.extend(Target::all_of(&ordered.article, &ordered.key));
            if place.is_none() {
                fresh.push(ordered);
            }
        }
        let kept = previous.segments.into_iter().zip(0..).filter(|&(_, old)| keeping.keeps(SegmentId(old)));
        let targets = targets.into_iter().collect();
        Update { kept: kept.map(|(segment, _)| segment).collect(), places, fresh, unchanged, targets }
    }

    /// The order of all articles, once those to write are in `written` segments.
    pub(crate) fn order(&self, written: &[SegmentEntry]) -> Vec<Run> {
        let first = self.kept.len() as u16;
        let mut new_places = (first..).map(SegmentId).zip(written).flat_map(|(segment, entry)| {
            let ids = (0..entry.articles).map(|id| ArticleId(id as u16));
            ids.map(move |article| ArticleRef { segment, article })
        });
        Manifest::runs(self.places.iter().filter_map(|place| place.or_else(|| new_places.next())))
    }
}

/// The articles with their keys: those that they had before as far as possible, so that an address
/// stays while others come and go.
fn addressed(articles: Vec<Article>, known: Vec<Option<KnownArticle>>, previous: &Previous) -> Vec<Ordered> {
    let mut taken = TakenKeys::new();
    for (article, known) in articles.iter().zip(&known) {
        taken.extend(known.as_ref().map(|known| (article.date.day, known.key.clone())));
    }
    let mut key_of = |article: &Article, known: Option<KnownArticle>| match known {
        Some(known) => Some(known.key),
        None => {
            let key = previous.key_of_changed(article)?.to_owned();
            taken.insert((article.date.day, key.clone())).then_some(key)
        }
    };
    let with_old_keys = articles.into_iter().zip(known).map(|(article, known)| {
        let key = key_of(&article, known);
        (article, key)
    });
    let with_old_keys = with_old_keys.collect();
    with_keys(with_old_keys, &mut taken)
}

/// Which segments of the bundle before are kept, and their new numbers.
#[derive(Default)]
struct Keeping(BTreeMap<SegmentId, SegmentId>);

impl Keeping {
    fn choose(segments: &[KeptSegment], known: &[Option<KnownArticle>], growth: &Growth) -> Keeping {
        let mut live = vec![0; segments.len()];
        known.iter().flatten().for_each(|known| live[known.place.segment.index()] += 1);
        let is_worn =
            |&number: &usize| live[number] == 0 || live[number] * 4 < segments[number].entry.articles * 3;
        let mut left: BTreeSet<usize> = (0..segments.len()).filter(|number| !is_worn(number)).collect();
        let still_read: u32 = left.iter().map(|&number| live[number]).sum();
        if still_read as usize != known.len() {
            merge_into_the_new_one(segments, &mut left, growth);
        }
        let numbers = left.into_iter().zip(0..).map(|(old, new)| (SegmentId(old as u16), SegmentId(new)));
        let keeping = Keeping(numbers.collect());
        // Written at once, all articles are in one stretch, or in few.
        if stretches(&keeping.places(known)) > growth.most_stretches { Keeping::default() } else { keeping }
    }

    fn keeps(&self, segment: SegmentId) -> bool {
        self.0.contains_key(&segment)
    }

    /// For each article, where it is now, if its segment is kept.
    fn places(&self, known: &[Option<KnownArticle>]) -> Vec<Option<ArticleRef>> {
        let place_of = |known: &KnownArticle| {
            let ArticleRef { segment, article } = known.place;
            Some(ArticleRef { segment: *self.0.get(&segment)?, article })
        };
        known.iter().map(|known| known.as_ref().and_then(place_of)).collect()
    }
}

/// In how many stretches articles are that have these places.
fn stretches(places: &[Option<ArticleRef>]) -> usize {
    let follows = |pair: &[Option<ArticleRef>]| match (pair[0], pair[1]) {
        (Some(a), Some(b)) => a.segment == b.segment && a.article.index() + 1 == b.article.index(),
        (a, b) => a.is_none() && b.is_none(),
    };
    places.windows(2).filter(|pair| !follows(pair)).count() + 1
}

/// Takes those segments out of `left` that are better merged with what is written.
fn merge_into_the_new_one(segments: &[KeptSegment], left: &mut BTreeSet<usize>, growth: &Growth) {
    let is_full = |segment: &KeptSegment| {
        segment.entry.articles as usize > growth.full_articles || segment.tokens > growth.full_tokens
    };
    let small = growth.small_of(segments.iter().map(KeptSegment::bytes).sum());
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
mod tests;

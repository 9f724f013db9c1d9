//! What a build keeps of the bundle before, and what it writes.
//!
//! New articles go into a small segment. It is written anew by each build until it has grown; then
//! the next one begins, and when there are several of about one size they are merged. So a build
//! writes little, a bundle has few segments, and each article is written again only a few times.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

use bundle::format::{ArticleId, ArticleRef, Manifest, SEGMENT_ARTICLES, SegmentEntry, SegmentId, Stretch};

use crate::archive::Article;
use crate::compile::{OrderKey, Ordered, TakenKeys, in_order, order_key};
use crate::links::{Target, Targets};
use crate::previous::{KeptSegment, KnownArticle, Previous, identity};

/// A segment of no more bytes than this is written anew whenever anything is.
const SMALL: u64 = 512 * 1024;
/// Segments are of about one size if none is this many times as large as another.
const TIER: u64 = 4;
/// So many segments of about one size are merged.
const TIER_SEGMENTS: usize = 4;

/// What a build keeps and writes.
pub(crate) struct Update {
    /// The segments that stay as they are.
    pub(crate) kept: Vec<KeptSegment>,
    /// Articles in them, in order.
    kept_articles: Vec<(OrderKey, ArticleRef)>,
    /// The articles to write, in order.
    pub(crate) fresh: Vec<Ordered>,
    /// Where links to articles lead, those of both.
    pub(crate) targets: Targets,
}

impl Update {
    /// Compares the articles of the archive with those of the bundle before.
    pub(crate) fn plan(articles: Vec<Article>, previous: Previous) -> Update {
        let known: Vec<Option<KnownArticle>> = articles
            .iter()
            .map(|article| previous.articles.get(&identity(&article.posts)).cloned())
            .collect();
        let keeping = Keeping::choose(&previous.segments, &known);
        let mut taken = TakenKeys::new();
        let mut kept_articles = Vec::new();
        let mut fresh = Vec::new();
        let mut targets = Vec::new();
        for (article, known) in articles.into_iter().zip(known) {
            if let Some(known) = &known {
                taken.insert((article.date.day, known.key.clone()));
                targets.extend(Target::all_of(&article, &known.key));
            }
            match known.as_ref().and_then(|known| keeping.place_of(known.place)) {
                Some(place) => kept_articles.push((order_key(article.date, article.path()), place)),
                None => fresh.push((article, known.map(|known| known.key))),
            }
        }
        kept_articles.sort_unstable();
        let kept = previous.segments.into_iter().zip(0..).filter(|&(_, old)| keeping.keeps(SegmentId(old)));
        let fresh = in_order(fresh, &mut taken);
        targets.extend(fresh.iter().flat_map(|ordered| Target::all_of(&ordered.article, &ordered.key)));
        let targets = targets.into_iter().collect();
        Update { kept: kept.map(|(segment, _)| segment).collect(), kept_articles, fresh, targets }
    }

    /// The order of all articles, once those to write are in `written` segments.
    pub(crate) fn order(&self, written: &[SegmentEntry]) -> Vec<Stretch> {
        let first = self.kept.len() as u16;
        let places = (first..).map(SegmentId).zip(written).flat_map(|(segment, entry)| {
            let ids = (0..entry.articles).map(|id| ArticleId(id as u16));
            ids.map(move |article| ArticleRef { segment, article })
        });
        let fresh = self.fresh.iter().map(|ordered| &ordered.article);
        let fresh = fresh.map(|article| order_key(article.date, article.path())).zip(places);
        let both = Merged { a: self.kept_articles.iter().cloned().peekable(), b: fresh.peekable() };
        Manifest::stretches(both.map(|(_, place)| place))
    }
}

/// Two sorted lists as one.
struct Merged<A: Iterator, B: Iterator> {
    a: Peekable<A>,
    b: Peekable<B>,
}

impl<T: Ord, A: Iterator<Item = T>, B: Iterator<Item = T>> Iterator for Merged<A, B> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match (self.a.peek(), self.b.peek()) {
            (Some(a), Some(b)) if b < a => self.b.next(),
            (None, _) => self.b.next(),
            _ => self.a.next(),
        }
    }
}

/// Which segments of the bundle before are kept, and their new numbers.
struct Keeping(BTreeMap<SegmentId, SegmentId>);

impl Keeping {
    fn choose(segments: &[KeptSegment], known: &[Option<KnownArticle>]) -> Keeping {
        let mut live = vec![0; segments.len()];
        known.iter().flatten().for_each(|known| live[known.place.segment.index()] += 1);
        let is_worn = |&number: &usize| live[number] * 4 < segments[number].entry.articles * 3;
        let mut left: BTreeSet<usize> = (0..segments.len()).filter(|number| !is_worn(number)).collect();
        let still_read: u32 = left.iter().map(|&number| live[number]).sum();
        if still_read as usize != known.len() {
            merge_into_the_new_one(segments, &mut left);
        }
        let numbers = left.into_iter().zip(0..).map(|(old, new)| (SegmentId(old as u16), SegmentId(new)));
        Keeping(numbers.collect())
    }

    fn keeps(&self, segment: SegmentId) -> bool {
        self.0.contains_key(&segment)
    }

    /// Where an article is now, if its segment is kept.
    fn place_of(&self, ArticleRef { segment, article }: ArticleRef) -> Option<ArticleRef> {
        let segment = *self.0.get(&segment)?;
        Some(ArticleRef { segment, article })
    }
}

/// Takes those segments out of `left` that are better merged with what is written.
fn merge_into_the_new_one(segments: &[KeptSegment], left: &mut BTreeSet<usize>) {
    let bytes = |number: usize| segments[number].files.iter().map(|(_, bytes)| bytes).sum::<u64>();
    let mut merged = 0;
    let mut take = |left: &mut BTreeSet<usize>, tier: u32| {
        let of_tier: Vec<usize> =
            left.iter().copied().filter(|&number| self::tier(bytes(number)) == tier).collect();
        merged += of_tier.iter().map(|&number| bytes(number)).sum::<u64>();
        left.retain(|number| !of_tier.contains(number));
        self::tier(merged)
    };
    let mut new_tier = take(left, 0);
    let tiers: BTreeSet<u32> = left.iter().map(|&number| tier(bytes(number))).collect();
    for tier in tiers {
        let is_full = |number: usize| segments[number].entry.articles as usize > SEGMENT_ARTICLES / 2;
        let of_tier =
            left.iter().filter(|&&number| self::tier(bytes(number)) == tier && !is_full(number)).count();
        if of_tier + usize::from(new_tier == tier) >= TIER_SEGMENTS {
            new_tier = take(left, tier);
        }
    }
}

/// How many times over a segment is larger than a small one, as a power.
fn tier(bytes: u64) -> u32 {
    bytes.div_ceil(SMALL).max(1).ilog(TIER) + u32::from(bytes > SMALL)
}

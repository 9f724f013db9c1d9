//! What a build keeps of the bundle before, and what it writes.

use archive::article::Article;
use bundle::format::{ArticleId, ArticleRef, Manifest, Run, SegmentEntry, SegmentId};

use crate::links::{Target, Targets};
use crate::merge_plan::MergePlan;
use crate::merge_policy::MergePolicy;
use crate::order::{Ordered, TakenKeys, order_key, with_keys};
use crate::previous::{KeptSegment, KnownArticle, Previous};

/// What a build keeps and writes.
pub struct Update {
    /// The segments that stay as they are.
    pub kept: Vec<KeptSegment>,
    /// For each article, in order, its place in them; `None` for one that is to be written.
    places: Vec<Option<ArticleRef>>,
    /// The articles to write, in order.
    pub fresh: Vec<Ordered>,
    /// Articles that are as they were, whether they are to be written or not.
    pub unchanged: usize,
    /// Where links to articles lead.
    pub targets: Targets,
}

impl Update {
    /// Compares the articles of the archive with those of the bundle before.
    pub fn plan(mut articles: Vec<Article>, previous: Previous, policy: &MergePolicy) -> Update {
        articles.sort_unstable_by(|a, b| order_key(a).cmp(&order_key(b)));
        let known: Vec<Option<KnownArticle>> =
            articles.iter().map(|article| previous.find(article)).collect();
        let merge_plan = MergePlan::choose(&previous.segments, &known, policy);
        let places = merge_plan.places(&known);
        let unchanged = known.iter().flatten().count();
        let mut targets = Vec::new();
        let mut fresh = Vec::new();
        for (ordered, place) in addressed(articles, known, &previous).into_iter().zip(&places) {
            targets.extend(Target::all_of(&ordered.article, &ordered.key));
            if place.is_none() {
                fresh.push(ordered);
            }
        }
        let kept =
            previous.segments.into_iter().zip(0..).filter(|&(_, old)| merge_plan.keeps(SegmentId(old)));
        let targets = targets.into_iter().collect();
        Update { kept: kept.map(|(segment, _)| segment).collect(), places, fresh, unchanged, targets }
    }

    /// The order of all articles, once those to write are in `written` segments.
    pub fn order(&self, written: &[SegmentEntry]) -> Vec<Run> {
        let first = self.kept.len() as u16;
        let mut new_places = (first..).map(SegmentId).zip(written).flat_map(|(segment, entry)| {
            let ids = (0..entry.articles).map(|id| ArticleId(id as u16));
            ids.map(move |article| ArticleRef { segment, article })
        });
        Manifest::runs(self.places.iter().filter_map(|place| place.or_else(|| new_places.next())))
    }
}

/// The articles with their keys. An article keeps the key that it had before where possible, so that
/// its address stays while other articles come and go.
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

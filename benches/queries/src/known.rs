//! Articles that a reader has in mind: whether they are among the first ten.

use std::collections::BTreeSet;

use bundle::format::{ArticleCard, ArticleRef};
use rand::RngExt as _;
use rand::rngs::ChaCha8Rng;
use reading_room_tests::Scanned;

use crate::draw::{piece_of_sentence, random_for};
use crate::ours::Ours;
use crate::pagefind::{Pagefind, forms};

/// Articles to look for.
const ARTICLES: usize = 500;
/// As many as one sees without going on.
const SEEN: usize = 10;

/// An article, and what a reader remembers of it.
pub(crate) struct Known {
    article: ArticleRef,
    /// A post that it was made from, which has a page of its own.
    pub(crate) post: String,
    title: String,
    piece: String,
}

/// What is remembered of each article, in the same order.
#[derive(Clone, Copy)]
pub(crate) enum By {
    Title,
    Piece,
}

impl Known {
    /// Draws articles that have a title and a text.
    pub(crate) async fn draw(ours: &Ours) -> Vec<Self> {
        let mut random = random_for(1);
        let texts = ours.scan.texts();
        let (mut known, mut seen) = (Vec::new(), BTreeSet::new());
        while known.len() < ARTICLES && seen.len() < texts.len() {
            let place = random.random_range(0..texts.len());
            if seen.insert(place) {
                known.extend(Self::remember(&texts[place], ours, &mut random).await);
            }
        }
        known
    }

    async fn remember(text: &Scanned<ArticleRef>, ours: &Ours, random: &mut ChaCha8Rng) -> Option<Self> {
        let ArticleCard { title, paths, .. } = ours.card(text.key).await;
        let (_, below_title) = text.shown.split_once('\n').filter(|_| !title.is_empty())?;
        let piece = piece_of_sentence(below_title, random)?;
        Some(Self { article: text.key, post: paths.into_iter().next()?, title, piece })
    }

    fn query(&self, by: By) -> &str {
        match by {
            By::Title => &self.title,
            By::Piece => &self.piece,
        }
    }
}

impl By {
    /// What makes an article as good as another: its title and its text, or, for whoever remembers
    /// a piece of the text, the text alone.
    fn of(self, shown: &str) -> &str {
        match self {
            By::Title => shown,
            By::Piece => shown.split_once('\n').map_or(shown, |(_, text)| text),
        }
    }
}

/// One by the place of each article among what we find; 0 where it is not seen.
pub(crate) async fn our_ranks(known: &[Known], by: By, ours: &Ours) -> Vec<f64> {
    let shown = ours.shown();
    let mut ranks = Vec::new();
    for item in known {
        let found = ours.found(item.query(by)).await;
        let wanted = by.of(shown[&item.article]);
        let twins = found.iter().map(|article| by.of(shown[article]) == wanted);
        ranks.push(reciprocal_rank(twins));
    }
    ranks
}

/// The same for Pagefind, with the form of each query that serves it better.
pub(crate) async fn pagefind_ranks(known: &[Known], by: By, pagefind: &Pagefind) -> Vec<f64> {
    let shown = pagefind.shown();
    let mut ranks = Vec::new();
    for item in known {
        let wanted = by.of(shown[item.post.as_str()]);
        let mut best = 0.0;
        for form in forms(item.query(by)) {
            let found = pagefind.found(&form, Some(SEEN)).await;
            let twins = found.iter().map(|page| by.of(shown[page.as_str()]) == wanted);
            best = f64::max(best, reciprocal_rank(twins));
            if best == 1.0 {
                break;
            }
        }
        ranks.push(best);
    }
    ranks
}

fn reciprocal_rank(is_wanted: impl IntoIterator<Item = bool>) -> f64 {
    let place = is_wanted.into_iter().take(SEEN).position(|is_wanted| is_wanted);
    place.map_or(0.0, |place| 1.0 / (place + 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_worth_most() {
        let check = |found: &[bool], rank| assert_eq!(reciprocal_rank(found.iter().copied()), rank);
        check(&[true, true], 1.0);
        check(&[false, true], 0.5);
        check(&[false; 10], 0.0);
        check(&[[false; 10], [true; 10]].concat(), 0.0);
        check(&[], 0.0);
    }
}

//! How well an article fits a query: BM25F.
//!
//! Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (2004), with
//! fields title, names and body, of which only the body is normalised by length.

use std::collections::BTreeMap;

use super::matching::{Frequencies, SegmentMatches};
use crate::format::{ArticleId, Totals, length_of_class};
use crate::query::{Query, TextClause};

/// How much an occurrence in the title counts, in occurrences in the body.
const TITLE_WEIGHT: f32 = 6.0;
/// The same for the author's name.
const NAME_WEIGHT: f32 = 3.0;
/// How fast further occurrences stop to matter.
const K1: f32 = 1.2;
/// How much long bodies are discounted.
const B: f32 = 0.6;
/// What an article in the script as typed gains over one in the other script.
const SAME_SCRIPT: f32 = 1.15;

/// Scores articles for one query, by the same measure in all segments.
pub(super) struct Scorer<'a> {
    clauses: Vec<(usize, &'a TextClause, f32)>,
    mean_length: f32,
}

impl<'a> Scorer<'a> {
    pub(super) fn new(totals: &Totals, query: &'a Query, segments: &[SegmentMatches]) -> Scorer<'a> {
        let articles = totals.articles as f32;
        let rarity = |clause: usize| {
            let with: usize = segments.iter().map(|segment| segment.clause_hits[clause].len()).sum();
            (1.0 + (articles - with as f32 + 0.5).max(0.5) / (with as f32 + 0.5)).ln()
        };
        let clauses = query.wanted_texts().map(|(index, text)| (index, text, rarity(index))).collect();
        let mean_length = (totals.tokens as f32 / articles.max(1.0)).max(1.0);
        Scorer { clauses, mean_length }
    }

    /// The scores of these articles of a segment, in their order.
    pub(super) fn scores(&self, matches: &SegmentMatches, articles: &[ArticleId]) -> Vec<f32> {
        articles.iter().map(|&article| self.score(matches, article)).collect()
    }

    fn score(&self, matches: &SegmentMatches, article: ArticleId) -> f32 {
        let script = matches.profile(article).map(|profile| profile.script);
        let of_clause = |&(index, text, rarity): &(usize, &TextClause, f32)| {
            let hits: &BTreeMap<_, _> = &matches.clause_hits[index];
            let frequency = self.frequency(hits.get(&article)?, matches.lengths.get(article.index())?);
            let as_typed = text.script.is_some() && text.script == script;
            let gain = if as_typed { SAME_SCRIPT } else { 1.0 };
            Some(rarity * gain * frequency * (K1 + 1.0) / (frequency + K1))
        };
        self.clauses.iter().filter_map(of_clause).sum()
    }

    /// Occurrences, weighted by field and length.
    fn frequency(&self, hit: &Frequencies, length_class: &u32) -> f32 {
        let length = length_of_class(*length_class) / self.mean_length;
        let body = hit.body as f32 / (1.0 - B + B * length);
        TITLE_WEIGHT * hit.title as f32 + NAME_WEIGHT * hit.names as f32 + body
    }
}

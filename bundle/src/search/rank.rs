//! How well an article fits a query: BM25F, and how near the words are to each other.
//!
//! Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (2004), with
//! fields title, names and body, of which only the body is normalised by length.

use super::matching::{Frequencies, SegmentMatches};
use super::proximity::{Stand, nearness};
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
/// What an article gains at most in which the words of the query stand together.
const TOGETHER: f32 = 0.5;

/// Why an article has its score.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// What each text of the query adds.
    pub parts: Vec<ScorePart>,
    /// How near the texts are to each other: from 0, far, to 1, side by side.
    pub nearness: f32,
    /// The sum of the parts, and what nearness adds to it.
    pub total: f32,
}

/// What a text of a query adds to the score of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct ScorePart {
    /// Its place among the clauses of the query.
    pub clause: usize,
    /// How often the article has it.
    pub frequencies: Frequencies,
    /// The weight of the text: the rarer, the more.
    pub rarity: f32,
    /// Whether the article is in the script as typed.
    pub same_script: bool,
    /// What it adds.
    pub score: f32,
}

/// Scores articles for one query, by the same measure in all segments.
pub(super) struct Scorer<'a> {
    clauses: Vec<(usize, &'a TextClause, f32)>,
    mean_length: f32,
}

impl<'a> Scorer<'a> {
    /// A scorer for what was found in these segments.
    pub(super) fn new<'m, E: 'm>(
        totals: &Totals,
        query: &'a Query,
        segments: impl Iterator<Item = &'m SegmentMatches<E>> + Clone,
    ) -> Scorer<'a> {
        let searched: usize = segments.clone().map(|segment| segment.live.count_ones(..)).sum();
        let rarity = |clause: usize| {
            let with: usize = segments.clone().map(|segment| segment.clauses[clause].count()).sum();
            (1.0 + (searched as f32 - with as f32 + 0.5).max(0.5) / (with as f32 + 0.5)).ln()
        };
        let clauses = query.wanted_texts().map(|(index, text)| (index, text, rarity(index))).collect();
        let mean_length = (totals.tokens as f32 / (totals.articles as f32).max(1.0)).max(1.0);
        Scorer { clauses, mean_length }
    }

    /// The score of an article of a segment.
    pub(super) fn total<E>(&self, matches: &SegmentMatches<E>, article: ArticleId) -> f32 {
        let sum: f32 = self.parts(matches, article).map(|part| part.score).sum();
        sum * (1.0 + TOGETHER * self.nearness(matches, article))
    }

    /// The same with its reasons.
    pub(super) fn explain<E>(&self, matches: &SegmentMatches<E>, article: ArticleId) -> Score {
        Score {
            parts: self.parts(matches, article).collect(),
            nearness: self.nearness(matches, article),
            total: self.total(matches, article),
        }
    }

    fn parts<E>(&self, matches: &SegmentMatches<E>, article: ArticleId) -> impl Iterator<Item = ScorePart> {
        let script = matches.profile(article).map(|profile| profile.script);
        self.clauses.iter().filter_map(move |&(clause, text, rarity)| {
            let frequencies = matches.clauses[clause].frequencies(article)?;
            let frequency = self.frequency(frequencies, *matches.lengths.get(article.index())?);
            let same_script = text.script.is_some() && text.script == script;
            let gain = if same_script { SAME_SCRIPT } else { 1.0 };
            let score = rarity * gain * frequency * (K1 + 1.0) / (frequency + K1);
            Some(ScorePart { clause, frequencies, rarity, same_script, score })
        })
    }

    /// Occurrences, weighted by field and length.
    fn frequency(&self, found: Frequencies, length_class: u32) -> f32 {
        let length = length_of_class(length_class) / self.mean_length;
        let body = found.body as f32 / (1.0 - B + B * length);
        TITLE_WEIGHT * found.title as f32 + NAME_WEIGHT * found.names as f32 + body
    }

    /// How near those texts are to each other that an article has, in title or text.
    fn nearness<E>(&self, matches: &SegmentMatches<E>, article: ArticleId) -> f32 {
        if self.clauses.len() < 2 {
            return 0.0;
        }
        let (mut in_title, mut in_body) = (Vec::new(), Vec::new());
        for &(clause, text, _) in &self.clauses {
            let occurrences = &matches.clauses[clause].occurrences;
            let Some(entry) = occurrences.of(article) else { continue };
            let length = text.sequence.last().map_or(0, |last| last.offset + 1);
            let stand = |span| Stand { starts: occurrences.positions(span), length };
            in_title.push(stand(entry.title));
            in_body.push(stand(entry.body));
        }
        if in_body.len() < 2 {
            return 0.0;
        }
        nearness(&in_title).max(nearness(&in_body))
    }
}

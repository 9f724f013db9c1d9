//! Ranking: how well an article matches a query.
//!
//! The score is BM25F, as in Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted
//! Fields" (CIKM 2004), with the fields title, names and body, of which only the body is normalised by
//! length. Articles in the script of the query and articles in which its words are near each other gain a
//! little.

use super::matching::{Frequencies, SegmentMatches};
use super::proximity::{ClausePositions, proximity};
use crate::format::{ArticleId, Totals, length_of_class};
use crate::query::{Query, TextClause};

/// The weight of an occurrence in the title, where one in the body has the weight 1.
const TITLE_WEIGHT: f32 = 6.0;
/// The weight of an occurrence in a name.
const NAME_WEIGHT: f32 = 3.0;
/// The saturation of term frequency: the smaller, the less do further occurrences count.
const K1: f32 = 1.2;
/// The strength of length normalisation of the body, from 0 to 1.
const B: f32 = 0.6;
/// The factor by which an article in the script of the query scores higher.
const SAME_SCRIPT_FACTOR: f32 = 1.15;
/// The gain of an article in which the words of the query are adjacent, as a share of its score.
const PROXIMITY_GAIN: f32 = 0.5;

/// A score, explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// What each text clause of the query adds.
    pub clauses: Vec<ClauseScore>,
    /// How near the texts are to each other: from 0, far apart, to 1, adjacent.
    pub proximity: f32,
    /// The score: the sum of those of the clauses, raised by proximity.
    pub total: f32,
}

/// What a text clause adds to the score of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseScore {
    /// The index of the clause in [`Query::clauses`].
    pub clause: usize,
    /// How often the text occurs in the article.
    pub frequencies: Frequencies,
    /// The inverse document frequency of the text: the rarer, the higher.
    pub idf: f32,
    /// Whether the article is in the script of the query.
    pub same_script: bool,
    /// What it adds to the score.
    pub score: f32,
}

/// Scores articles for one query. Its statistics are those of all segments searched, so that scores of
/// different segments are comparable.
pub(super) struct Scorer<'a> {
    /// The index, the text and the inverse document frequency of each positive text clause.
    clauses: Vec<(usize, &'a TextClause, f32)>,
    /// The mean length of an article, in tokens.
    mean_length: f32,
}

impl<'a> Scorer<'a> {
    /// A scorer with the statistics of these segments.
    pub(super) fn new<'m, E: 'm>(
        totals: &Totals,
        query: &'a Query,
        segments: impl Iterator<Item = &'m SegmentMatches<E>> + Clone,
    ) -> Scorer<'a> {
        let searched: usize = segments.clone().map(|segment| segment.live.count_ones(..)).sum();
        let idf = |clause: usize| {
            let with: usize = segments.clone().map(|segment| segment.clauses[clause].count()).sum();
            (1.0 + (searched as f32 - with as f32 + 0.5).max(0.5) / (with as f32 + 0.5)).ln()
        };
        let clauses = query.positive_texts().map(|(index, text)| (index, text, idf(index))).collect();
        let mean_length = (totals.tokens as f32 / (totals.articles as f32).max(1.0)).max(1.0);
        Scorer { clauses, mean_length }
    }

    /// The score of an article of a segment.
    pub(super) fn total<E>(&self, matches: &SegmentMatches<E>, article: ArticleId) -> f32 {
        let sum: f32 = self.clause_scores(matches, article).map(|clause| clause.score).sum();
        sum * (1.0 + PROXIMITY_GAIN * self.proximity(matches, article))
    }

    /// The same score, explained.
    pub(super) fn explain<E>(&self, matches: &SegmentMatches<E>, article: ArticleId) -> Score {
        Score {
            clauses: self.clause_scores(matches, article).collect(),
            proximity: self.proximity(matches, article),
            total: self.total(matches, article),
        }
    }

    /// What each clause that occurs in an article adds to its score.
    fn clause_scores<E>(
        &self,
        matches: &SegmentMatches<E>,
        article: ArticleId,
    ) -> impl Iterator<Item = ClauseScore> {
        let script = matches.profile(article).map(|profile| profile.script);
        self.clauses.iter().filter_map(move |&(clause, text, idf)| {
            let frequencies = matches.clauses[clause].frequencies(article)?;
            let frequency = self.frequency(frequencies, *matches.lengths.get(article.index())?);
            let same_script = text.script.is_some() && text.script == script;
            let gain = if same_script { SAME_SCRIPT_FACTOR } else { 1.0 };
            let score = idf * gain * frequency * (K1 + 1.0) / (frequency + K1);
            Some(ClauseScore { clause, frequencies, idf, same_script, score })
        })
    }

    /// The term frequency, weighted by field and normalised by length.
    fn frequency(&self, found: Frequencies, length_class: u32) -> f32 {
        let length = length_of_class(length_class) / self.mean_length;
        let body = found.body as f32 / (1.0 - B + B * length);
        TITLE_WEIGHT * found.title as f32 + NAME_WEIGHT * found.names as f32 + body
    }

    /// The proximity of the texts that occur in an article, in its title or in its body.
    fn proximity<E>(&self, matches: &SegmentMatches<E>, article: ArticleId) -> f32 {
        if self.clauses.len() < 2 {
            return 0.0;
        }
        let (mut in_title, mut in_body) = (Vec::new(), Vec::new());
        for &(clause, text, _) in &self.clauses {
            let occurrences = &matches.clauses[clause].occurrences;
            let Some(entry) = occurrences.of(article) else { continue };
            let length = text.phrase.last().map_or(0, |last| last.offset + 1);
            let clause_positions = |span| ClausePositions { starts: occurrences.positions(span), length };
            in_title.push(clause_positions(entry.title));
            in_body.push(clause_positions(entry.body));
        }
        if in_body.len() < 2 {
            return 0.0;
        }
        proximity(&in_title).max(proximity(&in_body))
    }
}

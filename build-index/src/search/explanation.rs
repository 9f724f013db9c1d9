//! Why a search found what it found, and what it took: `--explain`.

use std::collections::BTreeMap;

use bundle::search::{Score, Search};
use serde::Serialize;

use crate::metered_source::{Cost, MeteredSource};

/// What a search looked up, what that took, and how the scores come about.
#[derive(Debug, Serialize)]
pub(super) struct Explanation {
    pub(super) lookups: Vec<TextLookups>,
    /// What was loaded of each kind of file, snippets included.
    pub(super) loaded: BTreeMap<String, Cost>,
    /// The scores of the articles that are shown.
    pub(super) scores: Vec<ExplainedScore>,
}

/// What was looked up for a text of the query in a segment.
#[derive(Debug, Serialize)]
pub(super) struct TextLookups {
    pub(super) text: String,
    /// The segment's place in the manifest, from 0.
    pub(super) segment: u16,
    /// How many articles of the segment have it.
    pub(super) articles: usize,
    pub(super) terms: Vec<ExplainedTerm>,
}

/// A term, and the files that list where it occurs.
#[derive(Debug, Serialize)]
pub(super) struct ExplainedTerm {
    /// Followed by `…` if it stands for all terms that begin so.
    pub(super) term: String,
    /// How many positions it stands after the start of the text.
    pub(super) offset: u32,
    /// The files, each with its bytes.
    pub(super) files: Vec<(String, u64)>,
}

/// How the score of an article comes about.
#[derive(Debug, Serialize)]
pub(super) struct ExplainedScore {
    pub(super) total: f32,
    /// How near the texts are to each other: from 0, far, to 1, side by side.
    pub(super) nearness: f32,
    pub(super) parts: Vec<ExplainedPart>,
}

/// What a text of the query adds to a score.
#[derive(Debug, Serialize)]
pub(super) struct ExplainedPart {
    /// The place of the text among the clauses of the query, from 0.
    pub(super) clause: usize,
    pub(super) in_title: u32,
    pub(super) in_text: u32,
    pub(super) in_names: u32,
    pub(super) rarity: f32,
    pub(super) same_script: bool,
    pub(super) score: f32,
}

impl Explanation {
    /// Explains a search that has ended, and the scores of its first `limit` articles.
    pub(super) fn of(
        source: &MeteredSource,
        search: &Search<'_, MeteredSource>,
        limit: usize,
    ) -> Explanation {
        let lookups = search.lookups().into_iter().map(|lookups| TextLookups {
            text: lookups.text.typed.clone(),
            segment: lookups.segment.0,
            articles: lookups.articles,
            terms: lookups
                .terms
                .into_iter()
                .map(|term| ExplainedTerm {
                    term: term.term,
                    offset: term.offset,
                    files: term
                        .files
                        .iter()
                        .map(|file| (file.clone(), source.bytes(file).unwrap_or_default()))
                        .collect(),
                })
                .collect(),
        });
        let hits = search.results().hits;
        Explanation {
            lookups: lookups.collect(),
            loaded: source.costs_by_kind(),
            scores: hits.iter().take(limit).filter_map(|hit| search.score(hit)).map(explained).collect(),
        }
    }
}

fn explained(score: Score) -> ExplainedScore {
    let Score { clauses: parts, proximity: nearness, total } = score;
    let parts = parts.into_iter().map(|part| ExplainedPart {
        clause: part.clause,
        in_title: part.frequencies.title,
        in_text: part.frequencies.body,
        in_names: part.frequencies.names,
        rarity: part.idf,
        same_script: part.same_script,
        score: part.score,
    });
    ExplainedScore { total, nearness, parts: parts.collect() }
}

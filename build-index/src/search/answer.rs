//! What is printed of what was found.

use std::ops::Range;

use anyhow::{Error, Result};
use bundle::format::Manifest;
use bundle::query::{Clause, Query};
use bundle::reading::{catalog_row, snippet};
use bundle::search::{Hit, Request, Search, Snippet, Unsearched, highlights};
use serde::{Serialize, Serializer};

use crate::metered_source::MeteredSource;
use crate::search::explanation::Explanation;

/// What is printed of the results.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    pub(super) total: usize,
    pub(super) hits: Vec<AnsweredHit>,
    /// The texts of the query that no article has.
    pub(super) unfound: Vec<String>,
    /// What could not be searched, and why.
    pub(super) unsearched: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) explanation: Option<Explanation>,
}

/// What is printed of an article.
#[derive(Debug, Serialize)]
pub(super) struct AnsweredHit {
    pub(super) paths: Vec<String>,
    pub(super) title: String,
    /// The bytes of the title that match.
    #[serde(skip)]
    pub(super) title_marks: Vec<Range<usize>>,
    pub(super) date: String,
    #[serde(skip)]
    pub(super) author: String,
    pub(super) score: f32,
    #[serde(serialize_with = "snippet_text")]
    pub(super) snippet: Snippet,
}

impl Answer {
    /// The answer of a search that has ended, with the first `limit` articles.
    pub(super) async fn of(
        source: &MeteredSource,
        manifest: &Manifest,
        request: &Request,
        search: &Search<'_, MeteredSource>,
        limit: usize,
    ) -> Result<Answer> {
        let results = search.results();
        let mut answer = Answer {
            total: results.hits.len(),
            hits: Vec::new(),
            unfound: texts(&request.query, &results.unfound),
            unsearched: search
                .unsearched()
                .iter()
                .map(|fault| described(manifest, &request.query, fault))
                .collect(),
            explanation: None,
        };
        for hit in results.hits.into_iter().take(limit) {
            answer.hits.push(answered(source, manifest, &request.query, hit).await?);
        }
        Ok(answer)
    }
}

async fn answered(
    source: &MeteredSource,
    manifest: &Manifest,
    query: &Query,
    hit: Hit,
) -> Result<AnsweredHit> {
    let listed = catalog_row(source, manifest, hit.article).await?;
    let card = listed.card();
    let title = card.map(|card| card.title.to_owned()).unwrap_or_default();
    Ok(AnsweredHit {
        paths: card.map(|card| card.paths.clone()).unwrap_or_default(),
        title_marks: highlights(&title, query),
        title,
        date: card.map(|card| card.date.to_owned()).unwrap_or_default(),
        author: card.map(|card| card.author.to_owned()).unwrap_or_default(),
        score: hit.score,
        snippet: snippet(source, &listed, query).await?,
    })
}

/// What could not be searched, where and why, in one sentence.
fn described(manifest: &Manifest, query: &Query, fault: &Unsearched<Error>) -> String {
    let what = match texts(query, &fault.clauses).as_slice() {
        [] => "nothing could be".to_owned(),
        texts => format!("{} could not be", texts.join(", ")),
    };
    let when = manifest.segments.get(fault.segment.index());
    let when = when.map(|entry| format!(" of {} to {}", entry.oldest, entry.newest)).unwrap_or_default();
    format!("{what} looked up in the articles{when}: {:#}", fault.error)
}

fn texts(query: &Query, clauses: &[usize]) -> Vec<String> {
    let text = |&clause: &usize| match query.clauses.get(clause)? {
        Clause::Text(text) => Some(text.typed.clone()),
        Clause::Dates { .. } => None,
    };
    clauses.iter().filter_map(text).collect()
}

/// The text of a snippet, with dots where it was cut.
pub(super) fn with_dots(snippet: &Snippet, text: &str) -> String {
    let dots = |cut| if cut { "…" } else { "" };
    format!("{}{text}{}", dots(snippet.cut_before), dots(snippet.cut_after))
}

fn snippet_text<S: Serializer>(snippet: &Snippet, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&with_dots(snippet, &snippet.text))
}

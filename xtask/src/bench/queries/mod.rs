//! What a reader's search costs and finds, ours beside Pagefind's, in the same browser and from the
//! same host.
//!
//! A program of its own measures it, `query-bench` in benches/queries, so that xtask need not be
//! compiled with all that drives a browser. What it writes is read here, and shown.

mod answers;
mod rare_words;
mod table;
mod tool;

use serde::{Deserialize, Serialize};

use super::sample::Measure;
use answers::Answers;
pub(super) use rare_words::RareWords;
pub(super) use tool::{Asked, OnHost, QueryBench};

/// The queries of one archive, and what came of them.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Queries {
    queries: Vec<Query>,
    ours: Answers,
    /// `None` where there was no Pagefind.
    pagefind: Option<Answers>,
    /// A post of each article that was looked for by its title and by a piece of its text.
    known: Vec<String>,
}

/// A query, drawn from the archive.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Query {
    kind: String,
    text: String,
}

impl Queries {
    /// What was measured, under names of its own.
    pub(super) fn measures(&self, archive: &str) -> Vec<Measure<'_>> {
        let mut measures = self.ours.measures(&format!("{archive}, queries"));
        if let Some(pagefind) = &self.pagefind {
            measures.extend(pagefind.measures(&format!("{archive}, queries, Pagefind")));
        }
        measures
    }

    /// The kinds of queries, each with the places of its queries; all of them at the end.
    fn kinds(&self) -> Vec<(&str, Vec<usize>)> {
        let mut kinds: Vec<(&str, Vec<usize>)> = Vec::new();
        for (place, query) in self.queries.iter().enumerate() {
            match kinds.iter_mut().find(|(kind, _)| *kind == query.kind) {
                Some((_, places)) => places.push(place),
                None => kinds.push((&query.kind, vec![place])),
            }
        }
        kinds.push(("all", (0..self.queries.len()).collect()));
        kinds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two queries of a kind and one of another; all that is measured is larger by a factor.
    pub(super) fn queries(factor: f64) -> Queries {
        let query = |kind: &str| Query { kind: kind.to_owned(), text: String::new() };
        Queries {
            queries: ["words", "words", "phrases"].map(query).into(),
            ours: answers::tests::answers(1.0),
            pagefind: Some(answers::tests::answers(factor)),
            known: vec!["a.md".to_owned()],
        }
    }

    #[test]
    fn kinds_keep_their_order() {
        let queries = queries(1.0);
        assert_eq!(queries.kinds(), [("words", vec![0, 1]), ("phrases", vec![2]), ("all", vec![0, 1, 2])]);
    }
}

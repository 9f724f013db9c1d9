//! The results, as `cargo xtask bench` reads them. Every list is a column: the n-th value of each
//! belongs to the n-th query, or to the n-th article that was looked for.

use serde::Serialize;

use crate::contender::{Answer, Contender};
use crate::quality::Quality;

/// The queries of an archive, and what came of them.
#[derive(Serialize)]
pub(crate) struct Report {
    pub(crate) queries: Vec<Query>,
    pub(crate) ours: Answers,
    pub(crate) pagefind: Option<Answers>,
    /// The articles that were looked for by their titles, and by pieces of their texts.
    pub(crate) known: Vec<String>,
}

/// A query, drawn from an archive.
#[derive(Clone, Serialize)]
pub(crate) struct Query {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

/// What came of the queries, for one of both.
#[derive(Default, Serialize)]
pub(crate) struct Answers {
    /// The form in which a query was put.
    pub(crate) typed: Vec<String>,
    /// How many articles it said that it found.
    pub(crate) articles: Vec<f64>,
    /// How many there are.
    pub(crate) expected: Vec<f64>,
    /// The share of what there is that was found.
    pub(crate) recall: Vec<f64>,
    /// The share of what was found that holds what was typed.
    pub(crate) precision: Vec<f64>,
    /// What was fetched, with a new profile, until ten snippets were there; without code.
    pub(crate) data_bytes: Vec<f64>,
    /// The same with code, compressed as a host does.
    pub(crate) all_bytes: Vec<f64>,
    /// How long that took from asking, the code and the first screen being there.
    pub(crate) seconds: Vec<f64>,
    /// The same when all queries had been asked before.
    pub(crate) warm_seconds: Vec<f64>,
    /// How long it then took to know which articles there are, in what order.
    pub(crate) search_seconds: Vec<f64>,
    /// One by the place among the first ten of an article that was looked for by its title; 0
    /// where it is not among them.
    pub(crate) title_ranks: Vec<f64>,
    /// The same for a piece of its text.
    pub(crate) piece_ranks: Vec<f64>,
}

/// What a rare word costs in a small and in a large archive.
#[derive(Serialize)]
pub(crate) struct RareWords {
    pub(crate) words: Vec<String>,
    pub(crate) small: RareAnswers,
    pub(crate) large: RareAnswers,
}

/// What rare words cost in one archive.
#[derive(Default, Serialize)]
pub(crate) struct RareAnswers {
    pub(crate) articles_in_all: u32,
    /// How many articles have the word.
    pub(crate) articles: Vec<f64>,
    /// What was fetched until the first ten snippets were there; without code.
    pub(crate) data_bytes: Vec<f64>,
    pub(crate) seconds: Vec<f64>,
}

impl Answers {
    /// Adds how good the answer to the next query is, in the form in which it was put.
    pub(crate) fn add(&mut self, typed: String, quality: Quality, expected: usize) {
        self.typed.push(typed);
        self.recall.push(quality.recall);
        self.precision.push(quality.precision);
        self.expected.push(expected as f64);
    }

    /// Adds what the n-th query costs on a first visit.
    pub(crate) async fn ask_first(&mut self, contender: &Contender, number: usize) {
        let Answer { articles, seconds, weight } = contender.ask_first(&self.typed[number]).await;
        self.articles.push(articles);
        self.seconds.push(seconds);
        self.data_bytes.push(weight.data as f64);
        self.all_bytes.push(weight.all as f64);
    }
}

//! What can be searched for, and what came of it.

use bundle::query::ProblemKind;
use bundle::search::Sort;

use crate::words::Words;

impl Words {
    /// What can be typed, with what it finds.
    pub(crate) fn search_examples(&self) -> [(&'static str, &'static str); 6] {
        [
            (self.search_example_words(), self.search_example_words_meaning()),
            (self.search_example_sequence(), self.search_example_sequence_meaning()),
            (self.search_example_beginning(), self.search_example_beginning_meaning()),
            (self.search_example_without(), self.search_example_without_meaning()),
            (self.search_example_or(), self.search_example_or_meaning()),
            (self.search_example_title(), self.search_example_title_meaning()),
        ]
    }

    /// What is wrong with a part of the query, given as typed.
    pub(crate) fn problem(&self, part: &str, kind: ProblemKind) -> String {
        match kind {
            ProblemKind::UnclosedQuote => self.problem_unclosed_quote(part),
            ProblemKind::NothingToFind => self.problem_nothing_to_find(part),
            ProblemKind::NotADate => self.problem_not_a_date(part),
            ProblemKind::LoneOr => self.problem_lone_or().to_owned(),
        }
    }

    /// The name of an order.
    pub(crate) fn sort_by(&self, sort: Sort) -> &'static str {
        match sort {
            Sort::Relevance => self.sort_relevance(),
            Sort::Newest => self.sort_newest(),
            Sort::Oldest => self.sort_oldest(),
        }
    }

    /// Texts that could not be looked up, or nothing if no article could be searched, of those between
    /// two days, written.
    pub(crate) fn unsearched(&self, texts: &[&str], oldest: &str, newest: &str) -> String {
        match texts {
            [] => self.unsearched_articles(oldest, newest),
            _ => self.unsearched_texts(&self.any_of(texts), oldest, newest),
        }
    }
}

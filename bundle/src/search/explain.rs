//! Explains a search: which terms were looked up in which files, and how a score comes about.

use super::plan::Lookup;
use super::{Hit, Score, Search};
use crate::format::{SegmentId, Source};
use crate::query::{Clause, TextClause};

/// What was looked up in a segment for a text clause of the query.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseLookups<'a> {
    /// The segment.
    pub segment: SegmentId,
    /// The clause.
    pub text: &'a TextClause,
    /// How many articles of the segment match it.
    pub articles: usize,
    /// The terms that were looked up for it.
    pub terms: Vec<TermLookup<'a>>,
}

/// A term, or all terms with a prefix, and the files that it was looked up in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermLookup<'a> {
    /// The term; followed by `…` if it stands for all terms with this prefix.
    pub term: String,
    /// Its position in the phrase, relative to the first token.
    pub offset: u32,
    /// The paths of the files.
    pub files: &'a [String],
}

impl<S: Source> Search<'_, S> {
    /// The lookups so far, segment by segment.
    pub fn lookups(&self) -> Vec<ClauseLookups<'_>> {
        let mut lookups = Vec::new();
        for (segment, found) in &self.searched {
            for (clause, matches) in self.request.query.clauses.iter().zip(&found.clauses) {
                let Clause::Text(text) = clause else { continue };
                let terms = matches.traces.iter().map(|trace| TermLookup {
                    term: shown(&trace.step.lookup),
                    offset: trace.step.offset,
                    files: &trace.files,
                });
                let (segment, articles) = (*segment, matches.count());
                lookups.push(ClauseLookups { segment, text, articles, terms: terms.collect() });
            }
        }
        lookups
    }

    /// Explains the score of a hit; `None` if its segment has not been searched.
    pub fn score(&self, hit: &Hit) -> Option<Score> {
        let (_, found) = self.searched.iter().find(|(segment, _)| *segment == hit.article.segment)?;
        Some(self.scorer().explain(found, hit.article.article))
    }
}

fn shown(lookup: &Lookup) -> String {
    match lookup {
        Lookup::Term(term) | Lookup::Word(term) => term.clone(),
        Lookup::Prefix(prefix) => format!("{prefix}…"),
    }
}

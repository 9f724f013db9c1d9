//! Why a search found what it found, and what it took.

use super::plan::Lookup;
use super::{Hit, Score, Search};
use crate::format::{SegmentId, Source};
use crate::query::{Clause, TextClause};

/// What was looked up in a segment for a text of the query.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseLookups<'a> {
    /// The segment.
    pub segment: SegmentId,
    /// The text.
    pub text: &'a TextClause,
    /// How many articles of the segment have it.
    pub articles: usize,
    /// The terms that decide it.
    pub terms: Vec<TermLookup<'a>>,
}

/// A term, or all terms with a beginning, and the files that it was looked up in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermLookup<'a> {
    /// The term, followed by `…` if it stands for all that begin so.
    pub term: String,
    /// How many positions it stands after the start of the text.
    pub offset: u32,
    /// The files.
    pub files: &'a [String],
}

impl<S: Source> Search<'_, S> {
    /// What was looked up so far, segment by segment.
    pub fn lookups(&self) -> Vec<ClauseLookups<'_>> {
        let mut lookups = Vec::new();
        for (segment, found) in &self.searched {
            for (clause, matches) in self.request.query.clauses.iter().zip(&found.clauses) {
                let Clause::Text(text) = clause else { continue };
                let terms = matches.looked_up.iter().map(|looked_up| TermLookup {
                    term: shown(&looked_up.step.lookup),
                    offset: looked_up.step.offset,
                    files: &looked_up.files,
                });
                let (segment, articles) = (*segment, matches.count());
                lookups.push(ClauseLookups { segment, text, articles, terms: terms.collect() });
            }
        }
        lookups
    }

    /// Why a hit has its score.
    pub fn score(&self, hit: &Hit) -> Option<Score> {
        let (_, found) = self.searched.iter().find(|(segment, _)| *segment == hit.article.segment)?;
        Some(self.scorer().explain(found, hit.article.article))
    }
}

fn shown(lookup: &Lookup) -> String {
    match lookup {
        Lookup::Term(term) | Lookup::Word(term) => term.clone(),
        Lookup::Beginning(start) => format!("{start}…"),
    }
}

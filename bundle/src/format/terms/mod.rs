//! Terms, postings and positions.
//!
//! What a term is, [`crate::text::each_term`] says. The sorted terms of a segment are cut into
//! shards, the list of shards into directories, and the segment knows the directories: so a reader
//! goes to any term by two small files, however many terms there are.
//!
//! A beginning that very many postings have, such as 的 or `t`, would take dozens of shards to look
//! up. Its postings are gathered once more, as those of a term of its own: see [`gathered_term`].

mod positions;
mod shard;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Link, Part};
pub use positions::Positions;
pub use shard::{Posting, ShardPostings, ShardWriter, TermShard};

/// The terms of a segment: which directory lists the shards of which terms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermIndex {
    /// The first term of each directory, sorted by bytes.
    pub first_terms: Vec<String>,
    /// The directories.
    pub directories: Vec<Link<TermDirectory>>,
    /// The beginnings whose postings are gathered, sorted by bytes.
    pub gathered: Vec<String>,
}

impl TermIndex {
    /// The directories that can list terms from `first` to `last`, both included.
    pub fn directories_between(&self, first: &str, last: &str) -> Range<usize> {
        parts_between(&self.first_terms, first, last)
    }

    /// Whether the postings of all terms that begin so are gathered.
    pub fn gathers(&self, beginning: &str) -> bool {
        self.gathered.binary_search_by(|known| known.as_str().cmp(beginning)).is_ok()
    }
}

/// Which shard holds which terms, for a stretch of the sorted terms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermDirectory {
    /// The first term of each shard, sorted by bytes.
    pub first_terms: Vec<String>,
    /// The shards.
    pub shards: Vec<Link<TermShard>>,
    /// The positions of the shards.
    pub positions: Vec<Link<Positions>>,
}

impl Part for TermDirectory {
    const FOLDER: &'static str = "directory";
}

impl TermDirectory {
    /// The shards that can hold terms from `first` to `last`, both included.
    pub fn shards_between(&self, first: &str, last: &str) -> Range<usize> {
        parts_between(&self.first_terms, first, last)
    }
}

/// The parts of a sorted list, each known by its first term, that can hold terms from `first` to
/// `last`.
fn parts_between(first_terms: &[String], first: &str, last: &str) -> Range<usize> {
    let start = first_terms.partition_point(|term| term.as_str() <= first).saturating_sub(1);
    let end = first_terms.partition_point(|term| term.as_str() <= last);
    start.min(end)..end
}

/// What ends the terms that gather others; no token has it.
const GATHERED: char = '*';

/// The term that has the postings of all terms with this beginning. It has no positions.
pub fn gathered_term(beginning: &str) -> String {
    format!("{beginning}{GATHERED}")
}

/// Whether a term gathers others.
pub fn is_gathered(term: &str) -> bool {
    term.ends_with(GATHERED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_between_terms() {
        let directory = TermDirectory {
            first_terms: ["b", "d", "f"].map(String::from).to_vec(),
            ..TermDirectory::default()
        };
        let check = |first, last, shards| assert_eq!(directory.shards_between(first, last), shards);
        check("a", "a", 0..0);
        check("b", "b", 0..1);
        check("c", "c", 0..1);
        check("c", "e", 0..2);
        check("g", "z", 2..3);
        check("a", "b", 0..1);
    }
}

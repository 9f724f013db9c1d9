//! Terms, postings and positions: the inverted index of a segment.
//!
//! [`crate::text::each_term`] says what a term is. The sorted terms of a segment are cut into shards, and
//! the directory lists with which term each begins. So a reader reaches any term by one small file.
//!
//! A prefix that very many postings share, such as 的 or `t`, would take dozens of shards to look up. Its
//! postings are stored once more, as those of a term of their own: see [`prefix_term`].

mod positions;
mod shard;
mod shard_writer;

use std::ops::Range;

use serde::Serialize;

use super::BundleFile;
use crate::json::read_fields;
pub use positions::Positions;
pub use shard::{Posting, ShardPostings, TermShard};
pub use shard_writer::ShardWriter;

/// The directory of a segment's terms: which shard holds which.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TermDirectory {
    /// The first term of each shard, sorted by bytes.
    pub first_terms: Vec<String>,
    /// The prefixes that have a [prefix term](prefix_term), sorted by bytes.
    pub prefixes: Vec<String>,
}

read_fields!(TermDirectory { first_terms: "first_terms", prefixes: "prefixes" });

impl BundleFile for TermDirectory {
    const FOLDER: &'static str = "directory";
}

impl TermDirectory {
    /// The numbers of the shards that may hold terms from `first` to `last`, both included.
    pub fn shards_between(&self, first: &str, last: &str) -> Range<usize> {
        blocks_between(&self.first_terms, first, last)
    }

    /// Whether a prefix has a [prefix term](prefix_term).
    pub fn has_prefix_term(&self, prefix: &str) -> bool {
        self.prefixes.binary_search_by(|known| known.as_str().cmp(prefix)).is_ok()
    }
}

/// The indices of the blocks of a sorted list that may hold terms from `first` to `last`, given the first
/// term of each block.
fn blocks_between(first_terms: &[String], first: &str, last: &str) -> Range<usize> {
    let start = first_terms.partition_point(|term| term.as_str() <= first).saturating_sub(1);
    let end = first_terms.partition_point(|term| term.as_str() <= last);
    start.min(end)..end
}

/// The last character of prefix terms. No token contains it.
const PREFIX_MARK: char = '*';

/// The prefix term of a prefix: it has the postings of all terms with this prefix, but no positions.
/// Elasticsearch indexes prefixes in the same way (`index_prefixes`).
pub fn prefix_term(prefix: &str) -> String {
    format!("{prefix}{PREFIX_MARK}")
}

/// Whether a term is a prefix term.
pub fn is_prefix_term(term: &str) -> bool {
    term.ends_with(PREFIX_MARK)
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

//! The terms of an article, as they go into the index.

use std::hash::BuildHasher as _;

use bundle::text::each_term;
use compact_str::CompactString;
use rustc_hash::FxBuildHasher;

/// Set in the place of an occurrence in the body.
pub(super) const BODY: u32 = 1 << 31;

/// Parts of the index that grow side by side, each with its own terms.
pub(super) const PARTITIONS: usize = 16;

/// The terms of an article.
pub(crate) struct ArticleTerms {
    /// By partition.
    pub(super) occurrences: Vec<Vec<Occurrence>>,
    /// Tokens of title and text.
    pub(crate) tokens: u32,
}

/// A term and where it stands: its position, and [`BODY`] if that is in the body.
pub(super) type Occurrence = (CompactString, u32);

impl ArticleTerms {
    /// The terms of a title and a text. A text that is not `wanted` is known to the index already:
    /// its tokens count, its terms do not.
    pub(crate) fn of(title: &str, text: &str, wanted: bool) -> ArticleTerms {
        let mut occurrences: Vec<Vec<Occurrence>> = (0..PARTITIONS).map(|_| Vec::new()).collect();
        let mut take = |term: &str, place| {
            let partition = FxBuildHasher.hash_one(term) as usize % PARTITIONS;
            occurrences[partition].push((CompactString::new(term), place));
        };
        let in_title = each_term(title, &mut take);
        let in_text = each_term(text, |term, position| {
            if wanted {
                take(term, position | BODY);
            }
        });
        ArticleTerms { occurrences, tokens: in_title + in_text }
    }
}

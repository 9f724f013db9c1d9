//! The index of a segment: terms, postings and positions, cut into shards.

mod gathered;
mod partition;
mod shards;

use std::hash::BuildHasher as _;

use anyhow::Result;
use bundle::format::TermIndex;
use bundle::text::each_term;
use compact_str::CompactString;
use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::output::Writer;
use partition::{BODY, Partition, SortedPartition, Term};

/// Parts of the index that grow side by side, each with its own terms.
const PARTITIONS: usize = 16;
/// The terms of an article, by partition.
pub(super) struct ArticleTerms {
    occurrences: Vec<Vec<Occurrence>>,
    /// Tokens of title and text.
    pub(super) tokens: u32,
}

/// A term and where it stands: its position, and [`BODY`] if that is in the body.
type Occurrence = (CompactString, u32);

impl ArticleTerms {
    /// The terms of a title and a text. A text that is not `wanted` is known to the index already:
    /// its tokens count, its terms do not.
    pub(super) fn of(title: &str, text: &str, wanted: bool) -> ArticleTerms {
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

/// An index, as far as articles have been added.
pub(super) struct Index {
    partitions: Vec<Partition>,
    articles: usize,
}

impl Default for Index {
    fn default() -> Index {
        Index { partitions: (0..PARTITIONS).map(|_| Partition::default()).collect(), articles: 0 }
    }
}

impl Index {
    /// Adds the next articles.
    pub(super) fn add(&mut self, articles: &[ArticleTerms]) -> Result<()> {
        let first = self.articles;
        self.partitions.par_iter_mut().enumerate().try_for_each(|(number, partition)| {
            articles.iter().zip(first..).try_for_each(|(terms, article)| {
                partition.add(u16::try_from(article)?, &terms.occurrences[number])
            })
        })?;
        self.articles += articles.len();
        Ok(())
    }

    /// Writes the shards.
    pub(super) fn write(self, writer: &Writer) -> Result<TermIndex> {
        let partitions: Vec<_> = self.partitions.into_par_iter().map(Partition::sort).collect();
        let mut terms: Vec<Term<'_>> = partitions.iter().flat_map(SortedPartition::terms).collect();
        terms.par_sort_unstable_by_key(|term| term.text);
        shards::write(terms, self.articles, writer)
    }
}

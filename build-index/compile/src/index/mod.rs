//! The index of a segment: terms, postings and positions, cut into shards.

pub(crate) mod article_terms;
mod gathered;
mod partition;
mod shards;

use anyhow::Result;
use rayon::prelude::*;

use crate::index::article_terms::{ArticleTerms, PARTITIONS};
use crate::index::partition::{Partition, SortedPartition, Term};
use crate::segment_files::SegmentFiles;

/// An index, as far as articles have been added.
pub(crate) struct Index {
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
    pub(crate) fn add(&mut self, articles: &[ArticleTerms]) -> Result<()> {
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
    pub(crate) fn write(self, files: &SegmentFiles<'_>) -> Result<()> {
        let partitions: Vec<_> = self.partitions.into_par_iter().map(Partition::sort).collect();
        let mut terms: Vec<Term<'_>> = partitions.iter().flat_map(SortedPartition::terms).collect();
        terms.par_sort_unstable_by_key(|term| term.text);
        shards::write(terms, self.articles, files)
    }
}

//! The index of a segment: terms, postings and positions, cut into shards.

use std::hash::BuildHasher as _;

use anyhow::Result;
use bundle::format::{
    ArticleId, Packed, Positions, Posting, PostingsWriter, TermDirectory, TermShard, push_varint,
};
use bundle::text::each_term;
use compact_str::CompactString;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::order::Ordered;
use super::packed;
use crate::output::Writer;
use crate::progress::Progress;

/// About how many bytes of terms and postings go into a shard, before compression.
const SHARD_BYTES: usize = 24 * 1024;
/// Articles that are taken apart at once: enough for every core, few enough for little memory.
const BATCH: usize = 512;
/// Parts of the index that grow side by side, each with its own terms.
const PARTITIONS: usize = 16;

/// Writes the shards of a segment; gives also the length of each article in tokens.
pub(super) fn write(
    articles: &[Ordered],
    writer: &Writer,
    progress: Progress,
) -> Result<(TermDirectory, Vec<u32>)> {
    let bar = progress.stage("index", articles.len());
    let mut partitions: Vec<Partition> = (0..PARTITIONS).map(|_| Partition::default()).collect();
    let mut lengths = Vec::with_capacity(articles.len());
    for (number, batch) in articles.chunks(BATCH).enumerate() {
        let first = number * BATCH;
        let batch: Vec<_> = batch.par_iter().map(ArticleTerms::of).collect();
        partitions.par_iter_mut().enumerate().try_for_each(|(partition, index)| {
            batch.iter().zip(first..).try_for_each(|(terms, id)| {
                index.add(ArticleId(u16::try_from(id)?), &terms.occurrences[partition]);
                anyhow::Ok(())
            })
        })?;
        lengths.extend(batch.iter().map(|terms| terms.tokens));
        bar.inc(batch.len() as u64);
    }
    bar.finish_and_clear();
    Ok((write_shards(&sorted(partitions), writer)?, lengths))
}

/// The terms of an article, in the order of title and body.
struct ArticleTerms {
    /// The occurrences that belong to each partition.
    occurrences: Vec<Vec<Occurrence>>,
    tokens: u32,
}

struct Occurrence {
    term: CompactString,
    field: Field,
    position: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Body,
}

impl ArticleTerms {
    fn of(ordered: &Ordered) -> ArticleTerms {
        let mut occurrences: Vec<Vec<Occurrence>> = (0..PARTITIONS).map(|_| Vec::new()).collect();
        let mut tokens = 0;
        for (field, text) in [(Field::Title, &ordered.article.title), (Field::Body, &ordered.article.text)] {
            tokens += each_term(text, |term, position| {
                let partition = FxBuildHasher.hash_one(term) as usize % PARTITIONS;
                occurrences[partition].push(Occurrence { term: CompactString::new(term), field, position });
            });
        }
        ArticleTerms { occurrences, tokens }
    }
}

/// The terms of a partition, as far as articles have been read.
#[derive(Default)]
struct Partition {
    /// Sorted before anything of it is written.
    terms: FxHashMap<CompactString, TermData>,
}

#[derive(Default)]
struct TermData {
    postings: PostingsWriter,
    positions: Vec<u8>,
    /// The posting that may still grow, and the last position in its field.
    open: Option<(Posting, u32)>,
}

impl Partition {
    fn add(&mut self, article: ArticleId, occurrences: &[Occurrence]) {
        for occurrence in occurrences {
            match self.terms.get_mut(&occurrence.term) {
                Some(data) => data.add(article, occurrence),
                None => self.terms.entry(occurrence.term.clone()).or_default().add(article, occurrence),
            }
        }
    }
}

impl TermData {
    fn add(&mut self, article: ArticleId, occurrence: &Occurrence) {
        if self.open.is_some_and(|(posting, _)| posting.article != article) {
            self.close();
        }
        let (posting, last) = self.open.get_or_insert((Posting { article, title: 0, body: 0 }, 0));
        let count = match occurrence.field {
            Field::Title => &mut posting.title,
            Field::Body => &mut posting.body,
        };
        if *count == 0 {
            *last = 0;
        }
        *count += 1;
        push_varint(&mut self.positions, occurrence.position - *last);
        *last = occurrence.position;
    }

    fn close(&mut self) {
        if let Some((posting, _)) = self.open.take() {
            self.postings.push(posting);
        }
    }
}

/// The terms of all partitions, sorted by bytes.
fn sorted(partitions: Vec<Partition>) -> Vec<Term> {
    let mut terms: Vec<Term> = partitions.into_iter().flat_map(|partition| partition.terms).collect();
    terms.iter_mut().for_each(|(_, data)| data.close());
    terms.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    terms
}

fn write_shards(terms: &[Term], writer: &Writer) -> Result<TermDirectory> {
    let shards = cut(terms);
    let links = shards
        .par_iter()
        .map(|shard| {
            let (terms, positions) = encode(shard);
            Ok((writer.write(&terms)?, writer.write(&positions)?))
        })
        .collect::<Result<Vec<_>>>()?;
    let (terms, positions) = links.into_iter().unzip();
    let first_terms = shards.iter().map(|shard| shard[0].0.to_string()).collect();
    Ok(TermDirectory { first_terms, shards: terms, positions })
}

type Term = (CompactString, TermData);

/// Cuts the sorted terms into shards.
fn cut(terms: &[Term]) -> Vec<&[Term]> {
    let mut shards = Vec::new();
    let mut start = 0;
    let mut bytes = 0;
    for (index, (term, data)) in terms.iter().enumerate() {
        bytes += term.len() + data.postings.bytes().len();
        if bytes >= SHARD_BYTES {
            shards.push(&terms[start..=index]);
            start = index + 1;
            bytes = 0;
        }
    }
    if start < terms.len() {
        shards.push(&terms[start..]);
    }
    shards
}

fn encode(terms: &[Term]) -> (TermShard, Positions) {
    let postings = terms.iter().map(|(_, data)| data.postings.bytes());
    let mut shard = TermShard {
        sizes: packed(postings.clone().map(<[u8]>::len)),
        postings: Packed::from_bytes(&postings.collect::<Vec<_>>().concat()),
        ..TermShard::default()
    };
    shard.set_terms(terms.iter().map(|(term, _)| term.as_str()));
    let positions = terms.iter().map(|(_, data)| data.positions.as_slice());
    let positions = Positions {
        sizes: packed(positions.clone().map(<[u8]>::len)),
        positions: Packed::from_bytes(&positions.collect::<Vec<_>>().concat()),
    };
    (shard, positions)
}

//! The index of a segment: terms, postings and positions, cut into shards.

use std::collections::BTreeMap;

use anyhow::Result;
use bundle::format::{
    ArticleId, Packed, Positions, Posting, PostingsWriter, TermDirectory, TermShard, write_positions,
};
use bundle::text::each_term;
use compact_str::CompactString;
use rayon::prelude::*;

use super::order::Ordered;
use super::packed;
use crate::output::Writer;
use crate::progress::Progress;

/// About how many bytes of terms and postings go into a shard, before compression.
const SHARD_BYTES: usize = 24 * 1024;
/// Articles that are taken apart at once: enough for every core, few enough for little memory.
const BATCH: usize = 512;

/// Writes the shards of a segment; gives also the length of each article in tokens.
pub(super) fn write(
    articles: &[Ordered],
    writer: &Writer,
    progress: Progress,
) -> Result<(TermDirectory, Vec<u32>)> {
    let bar = progress.stage("index", articles.len());
    let mut index = Index::default();
    let mut lengths = Vec::with_capacity(articles.len());
    for (number, batch) in articles.chunks(BATCH).enumerate() {
        let batch: Vec<_> = batch.par_iter().map(ArticleTerms::of).collect();
        for (offset, terms) in batch.iter().enumerate() {
            index.add(ArticleId(u16::try_from(number * BATCH + offset)?), terms);
            lengths.push(terms.tokens);
        }
        bar.inc(batch.len() as u64);
    }
    bar.finish_and_clear();
    Ok((index.write(writer)?, lengths))
}

/// The terms of an article, sorted.
struct ArticleTerms {
    occurrences: Vec<Occurrence>,
    tokens: u32,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Occurrence {
    term: CompactString,
    field: Field,
    position: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title,
    Body,
}

impl ArticleTerms {
    fn of(ordered: &Ordered) -> ArticleTerms {
        let mut occurrences = Vec::new();
        let mut tokens = 0;
        for (field, text) in [(Field::Title, &ordered.article.title), (Field::Body, &ordered.article.text)] {
            tokens += each_term(text, |term, position| {
                occurrences.push(Occurrence { term: CompactString::new(term), field, position });
            });
        }
        occurrences.sort_unstable();
        ArticleTerms { occurrences, tokens }
    }
}

/// All terms of a segment, as far as it has been read.
#[derive(Default)]
struct Index {
    terms: BTreeMap<CompactString, TermData>,
}

#[derive(Default)]
struct TermData {
    postings: PostingsWriter,
    positions: Vec<u8>,
}

impl Index {
    fn add(&mut self, article: ArticleId, terms: &ArticleTerms) {
        for same in terms.occurrences.chunk_by(|a, b| a.term == b.term) {
            let (title, body) =
                same.split_at(same.partition_point(|occurrence| occurrence.field == Field::Title));
            let positions =
                |field: &[Occurrence]| field.iter().map(|occurrence| occurrence.position).collect::<Vec<_>>();
            let data = match self.terms.get_mut(&same[0].term) {
                Some(data) => data,
                None => self.terms.entry(same[0].term.clone()).or_default(),
            };
            data.postings.push(Posting { article, title: title.len() as u32, body: body.len() as u32 });
            write_positions(&mut data.positions, &positions(title), &positions(body));
        }
    }

    fn write(self, writer: &Writer) -> Result<TermDirectory> {
        let terms: Vec<_> = self.terms.into_iter().collect();
        let shards = cut(&terms);
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

//! The index of a segment: terms, postings and positions, cut into shards.

use std::hash::BuildHasher as _;

use anyhow::Result;
use bundle::format::{ArticleId, Posting, ShardWriter, TermDirectory};
use bundle::text::each_term;
use compact_str::CompactString;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::varint;
use crate::output::Writer;

/// About how many characters of terms and postings go into a shard, before compression.
const SHARD_BYTES: usize = 24 * 1024;
/// Characters that a posting takes, about.
const POSTING_BYTES: usize = 2;
/// Parts of the index that grow side by side, each with its own terms.
const PARTITIONS: usize = 16;
/// Set in the place of an occurrence in the body.
const BODY: u32 = 1 << 31;

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
    pub(super) fn write(self, writer: &Writer) -> Result<TermDirectory> {
        let partitions: Vec<_> = self.partitions.into_par_iter().map(Partition::sort).collect();
        let mut terms: Vec<Term<'_>> = partitions.iter().flat_map(SortedPartition::terms).collect();
        terms.par_sort_unstable_by_key(|term| term.text);
        let shards = cut(&terms);
        let links = shards
            .par_iter()
            .map(|shard| {
                let (terms, positions) = encode(shard)?;
                Ok((writer.write(&terms)?, writer.write(&positions)?))
            })
            .collect::<Result<Vec<_>>>()?;
        let first_terms = shards.iter().filter_map(|shard| Some(shard.first()?.text.to_owned())).collect();
        let (shards, positions) = links.into_iter().unzip();
        Ok(TermDirectory { first_terms, shards, positions })
    }
}

/// The postings of some of the terms, in the order of articles.
///
/// A term is a number here, and a posting some bytes of a log: that takes a fifth of the memory of
/// a list for each term, most of which would hold one posting.
#[derive(Default)]
struct Partition {
    numbers: FxHashMap<CompactString, u32>,
    /// For each posting, its term.
    terms: Vec<u32>,
    /// For each posting, its article.
    articles: Vec<u16>,
    /// For each posting, as varints: occurrences in the title, those in the body, and the distances
    /// between their positions.
    log: Vec<u8>,
    /// The occurrences of one article, each with the number of its term in the upper half.
    scratch: Vec<u64>,
}

impl Partition {
    fn add(&mut self, article: u16, occurrences: &[Occurrence]) -> Result<()> {
        self.scratch.clear();
        for (term, place) in occurrences {
            let next = u32::try_from(self.numbers.len())?;
            let number = match self.numbers.get(term) {
                Some(&number) => number,
                None => *self.numbers.entry(term.clone()).or_insert(next),
            };
            self.scratch.push(u64::from(number) << 32 | u64::from(*place));
        }
        self.scratch.sort_unstable();
        for of_term in self.scratch.chunk_by(|a, b| a >> 32 == b >> 32) {
            self.terms.push((of_term[0] >> 32) as u32);
            self.articles.push(article);
            push_posting(&mut self.log, of_term);
        }
        Ok(())
    }

    fn sort(self) -> SortedPartition {
        let mut ends = vec![0u32; self.numbers.len()];
        self.terms.iter().for_each(|&term| ends[term as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum - *end;
        }
        // What is a term's start here is moved to its end by placing its postings.
        let mut articles = vec![0; self.terms.len()];
        let mut starts = vec![0; self.terms.len()];
        let mut reader = varint::Reader::new(&self.log, 0);
        for (&term, &article) in self.terms.iter().zip(&self.articles) {
            let place = &mut ends[term as usize];
            articles[*place as usize] = article;
            starts[*place as usize] = reader.at as u32;
            *place += 1;
            let occurrences = reader.read() + reader.read();
            reader.skip(occurrences);
        }
        SortedPartition { numbers: self.numbers, ends, articles, starts, log: self.log }
    }
}

/// Writes a posting of an article, whose occurrences are sorted.
fn push_posting(log: &mut Vec<u8>, occurrences: &[u64]) {
    let in_title = occurrences.partition_point(|&occurrence| occurrence as u32 & BODY == 0);
    let (title, body) = occurrences.split_at(in_title);
    varint::push(log, title.len() as u32);
    varint::push(log, body.len() as u32);
    for field in [title, body] {
        let mut last = 0;
        for &occurrence in field {
            let position = occurrence as u32 & !BODY;
            varint::push(log, position - last);
            last = position;
        }
    }
}

/// The postings of a partition, term by term.
struct SortedPartition {
    numbers: FxHashMap<CompactString, u32>,
    /// For each term, where its postings end.
    ends: Vec<u32>,
    /// For each posting, its article.
    articles: Vec<u16>,
    /// For each posting, where it starts in the log.
    starts: Vec<u32>,
    log: Vec<u8>,
}

/// A term with its postings.
struct Term<'a> {
    text: &'a str,
    articles: &'a [u16],
    starts: &'a [u32],
    log: &'a [u8],
}

impl SortedPartition {
    fn terms(&self) -> impl Iterator<Item = Term<'_>> {
        self.numbers.iter().map(|(text, &number)| {
            let number = number as usize;
            let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
            let postings = start as usize..self.ends[number] as usize;
            Term {
                text,
                articles: &self.articles[postings.clone()],
                starts: &self.starts[postings],
                log: &self.log,
            }
        })
    }
}

/// Cuts the sorted terms into shards.
fn cut<'a, 'b>(terms: &'a [Term<'b>]) -> Vec<&'a [Term<'b>]> {
    let mut shards = Vec::new();
    let mut start = 0;
    let mut bytes = 0;
    for (index, term) in terms.iter().enumerate() {
        bytes += term.text.len() + term.articles.len() * POSTING_BYTES;
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

fn encode(terms: &[Term<'_>]) -> Result<(bundle::format::TermShard, bundle::format::Positions)> {
    let mut shard = ShardWriter::default();
    for term in terms {
        shard.begin(term.text);
        for (&article, &at) in term.articles.iter().zip(term.starts) {
            let mut reader = varint::Reader::new(term.log, at as usize);
            let (title, body) = (reader.read(), reader.read());
            let posting = Posting { article: ArticleId(article), title, body };
            shard.push(posting, (0..title + body).map(|_| reader.read()));
        }
    }
    Ok(shard.finish())
}

//! Postings as they come, article by article, and sorted by term.

use anyhow::Result;
use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::article_terms::{BODY, Occurrence};
use crate::varint;

/// The postings of some of the terms, in the order of articles.
///
/// A term is a number here, and a posting some bytes of a log: that takes a fifth of the memory of
/// a list for each term, most of which would hold one posting.
#[derive(Default)]
pub(super) struct Partition {
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
    /// Adds the terms of an article.
    pub(super) fn add(&mut self, article: u16, occurrences: &[Occurrence]) -> Result<()> {
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

    /// Puts the postings in the order of their terms.
    pub(super) fn sort(self) -> SortedPartition {
        let mut ends = vec![0u32; self.numbers.len()];
        self.terms.iter().for_each(|&term| ends[term as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum - *end;
        }
        // Each entry is a term's start here; placing the term's postings moves it to the end.
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
pub(super) struct SortedPartition {
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
pub(super) struct Term<'a> {
    pub(super) text: &'a str,
    /// For each posting, its article.
    pub(super) articles: &'a [u16],
    /// For each posting, where it starts in the log.
    pub(super) starts: &'a [u32],
    pub(super) log: &'a [u8],
}

/// Characters that a posting takes, about.
const POSTING_BYTES: usize = 2;

impl Term<'_> {
    /// Characters that it takes with its postings, about, before compression.
    pub(super) fn bytes(&self) -> usize {
        self.text.len() + self.articles.len() * POSTING_BYTES
    }
}

impl SortedPartition {
    /// The terms, in no order.
    pub(super) fn terms(&self) -> impl Iterator<Item = Term<'_>> {
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

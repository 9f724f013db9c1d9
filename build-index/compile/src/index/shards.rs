//! Cuts the sorted terms into shards, and the list of shards into directories.

use anyhow::Result;
use bundle::format::{ArticleId, Positions, Posting, ShardWriter, TermDirectory, TermIndex, TermShard};
use rayon::prelude::*;

use super::gathered::gather;
use super::partition::Term;
use crate::varint;
use crate::writer::Writer;

/// How many shards a segment has, about, where that makes them neither very small nor very large.
const SHARDS: usize = 300;
/// The fewest and the most characters of terms and postings in a shard, about, before compression.
const SHARD_BYTES: std::ops::RangeInclusive<usize> = 8 * 1024..=24 * 1024;
/// Shards that a directory lists: it takes some 700 bytes.
const DIRECTORY_SHARDS: usize = 32;
/// Shards that a beginning may take to look up before its postings are gathered.
const SCATTERED_SHARDS: usize = 4;

/// Writes the shards of these terms, which must be sorted, and their directories.
pub(super) fn write(terms: Vec<Term<'_>>, articles: usize, writer: &Writer) -> Result<TermIndex> {
    let total: usize = terms.iter().map(Term::bytes).sum();
    let shard_bytes = (total / SHARDS).clamp(*SHARD_BYTES.start(), *SHARD_BYTES.end());
    let gathered = gather(&terms, articles, shard_bytes * SCATTERED_SHARDS);
    let mut all = terms;
    all.extend(gathered.iter().map(|gathered| gathered.term()));
    all.par_sort_unstable_by_key(|term| term.text);
    let shards = cut(&all, shard_bytes);
    let links = shards
        .par_iter()
        .map(|shard| {
            let (terms, positions) = encode(shard)?;
            Ok((writer.write(&terms)?, writer.write(&positions)?))
        })
        .collect::<Result<Vec<_>>>()?;
    let gathered = gathered.iter().map(|gathered| gathered.beginning.clone()).collect();
    let mut index = TermIndex { prefixes: gathered, ..TermIndex::default() };
    for (shards, links) in shards.chunks(DIRECTORY_SHARDS).zip(links.chunks(DIRECTORY_SHARDS)) {
        let first_terms: Vec<_> =
            shards.iter().filter_map(|shard| Some(shard.first()?.text.to_owned())).collect();
        index.first_terms.extend(first_terms.first().cloned());
        let (shards, positions) = links.iter().cloned().unzip();
        index.directories.push(writer.write(&TermDirectory { first_terms, shards, positions })?);
    }
    Ok(index)
}

fn cut<'a, 'b>(terms: &'a [Term<'b>], shard_bytes: usize) -> Vec<&'a [Term<'b>]> {
    let mut shards = Vec::new();
    let mut start = 0;
    let mut bytes = 0;
    for (index, term) in terms.iter().enumerate() {
        bytes += term.bytes();
        if bytes >= shard_bytes {
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

fn encode(terms: &[Term<'_>]) -> Result<(TermShard, Positions)> {
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

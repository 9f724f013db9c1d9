//! Cuts the sorted terms into shards.

use anyhow::Result;
use bundle::format::{ArticleId, Positions, Posting, ShardWriter, TermDirectory, TermShard};
use rayon::prelude::*;

use super::gathered::gather;
use super::partition::Term;
use crate::segment_files::SegmentFiles;
use crate::varint;

/// How many shards a segment has, about, where that makes them neither very small nor very large.
const SHARDS: usize = 1_000;
/// The fewest and the most characters of terms and postings in a shard, about, before compression.
const SHARD_BYTES: std::ops::RangeInclusive<usize> = 8 * 1024..=24 * 1024;
/// Shards that a beginning may take to look up before its postings are gathered.
const SCATTERED_SHARDS: usize = 4;

/// Writes the shards of these terms, which must be sorted, and their directory.
pub(super) fn write(terms: Vec<Term<'_>>, articles: usize, files: &SegmentFiles<'_>) -> Result<()> {
    let total: usize = terms.iter().map(Term::bytes).sum();
    let shard_bytes = (total / SHARDS).clamp(*SHARD_BYTES.start(), *SHARD_BYTES.end());
    let gathered = gather(&terms, articles, shard_bytes * SCATTERED_SHARDS);
    let mut all = terms;
    all.extend(gathered.iter().map(|gathered| gathered.term()));
    all.par_sort_unstable_by_key(|term| term.text);
    let shards = cut(&all, shard_bytes);
    shards.par_iter().enumerate().try_for_each(|(number, shard)| {
        let (terms, positions) = encode(shard)?;
        files.write(number, &terms)?;
        files.write(number, &positions)
    })?;
    let first_terms = shards.iter().filter_map(|shard| Some(shard.first()?.text.to_owned())).collect();
    let prefixes = gathered.iter().map(|gathered| gathered.beginning.clone()).collect();
    files.write(0, &TermDirectory { first_terms, prefixes })
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

//! Compiles articles into the files of a bundle.
//!
//! Everything is in a fixed order, so that the same articles give the same bytes.

mod bodies;
mod catalog;
mod columns;
mod order;
mod summary;
mod terms;

use anyhow::Result;
use bundle::date::Day;
use bundle::format::{Manifest, Packed, SEGMENT_ARTICLES, Segment, SegmentEntry, Site, Totals};

use crate::archive::Article;
use crate::output::Writer;
use crate::progress::Progress;
use bodies::StoredBodies;
use order::{Ordered, in_order};

/// Writes all files but the manifest, which it gives.
pub(crate) fn compile(
    articles: Vec<Article>,
    site: Site,
    writer: &Writer,
    progress: Progress,
) -> Result<Manifest> {
    let articles = in_order(articles);
    let bodies = StoredBodies::write(&articles, writer, progress)?;
    let mut segments = Vec::new();
    let mut tokens = 0;
    for (number, chunk) in articles.chunks(SEGMENT_ARTICLES).enumerate() {
        let first = number * SEGMENT_ARTICLES;
        let (entry, segment_tokens) = write_segment(chunk, first, &bodies, writer, progress)?;
        segments.push(entry);
        tokens += segment_tokens;
    }
    Ok(Manifest {
        format: bundle::format::FORMAT,
        generator: concat!("build-index ", env!("CARGO_PKG_VERSION")).to_owned(),
        site,
        totals: Totals { articles: u32::try_from(articles.len())?, tokens },
        segments,
        months: summary::months(&articles),
        facets: summary::facets(&articles),
    })
}

/// Writes a segment of these articles, the first of which is the archive's `first`; gives also the
/// number of their tokens.
fn write_segment(
    articles: &[Ordered],
    first: usize,
    bodies: &StoredBodies,
    writer: &Writer,
    progress: Progress,
) -> Result<(SegmentEntry, u64)> {
    let (directory, lengths) = terms::write(articles, writer, progress)?;
    let pages = catalog::write(articles, first, bodies, writer)?;
    let days: Vec<Day> = articles.iter().map(|ordered| ordered.article.date.day()).collect();
    let first_days: Vec<Day> = days.iter().copied().step_by(catalog::PAGE_ARTICLES).collect();
    let newest = days.first().copied().unwrap_or_default();
    let segment = Segment {
        articles: u32::try_from(articles.len())?,
        page_articles: catalog::PAGE_ARTICLES as u32,
        pages,
        newest: newest.0,
        page_days: columns::older_by(&first_days),
        columns: writer.write(&columns::columns(articles, &lengths))?,
        directory: writer.write(&directory)?,
    };
    let entry = SegmentEntry {
        segment: writer.write(&segment)?,
        articles: segment.articles,
        newest: newest.to_string(),
        oldest: days.last().copied().unwrap_or_default().to_string(),
    };
    Ok((entry, lengths.iter().map(|&length| u64::from(length)).sum()))
}

/// Packs numbers that count something in a column.
fn packed(numbers: impl IntoIterator<Item = usize>) -> Packed {
    Packed::from_numbers(numbers.into_iter().map(|number| u32::try_from(number).unwrap_or(u32::MAX)))
}

//! Compiles articles into the files of a bundle.
//!
//! Everything is in a fixed order, so that the same articles give the same bytes.

mod bodies;
mod catalog;
mod columns;
mod index;
mod order;
mod segment;
mod varint;

use anyhow::Result;
use bundle::format::{Numbers, SEGMENT_ARTICLES, SegmentEntry};

use crate::output::Writer;
use crate::progress::Progress;
pub(crate) use order::{Ordered, TakenKeys, order_key, with_keys};
use segment::SegmentWriter;
pub(crate) use segment::{Render, RenderedArticle, SEGMENT_TOKENS};

/// Writes segments that hold these articles, in their order. What has been written is let go of.
pub(crate) fn write_segments(
    mut articles: Vec<Ordered>,
    render: &Render<'_>,
    writer: &Writer,
    progress: Progress,
) -> Result<Vec<SegmentEntry>> {
    let stage = progress.stage("articles", articles.len());
    let mut segments = SegmentWriter::new(writer, render, &stage);
    let mut entries = Vec::new();
    while !articles.is_empty() {
        let written = segments.write(&articles[..articles.len().min(SEGMENT_ARTICLES)])?;
        entries.push(written.entry);
        articles.drain(..written.articles);
    }
    stage.finish_and_clear();
    Ok(entries)
}

/// Counts, as a column has them.
fn numbers(counts: impl IntoIterator<Item = usize>) -> Numbers {
    counts.into_iter().map(|count| u32::try_from(count).unwrap_or(u32::MAX)).collect()
}

//! Writes as many segments as the articles need.

use anyhow::Result;
use bundle::format::{SEGMENT_ARTICLES, SegmentEntry};
use indicatif::ProgressBar;

use crate::order::Ordered;
use crate::rendered::Render;
use crate::segment::SegmentWriter;
use crate::writer::Writer;

/// Writes segments that hold these articles, in their order, and shows on `bar` how far that is. The
/// articles that have been written are dropped.
///
/// # Errors
/// Those of `render`, and of writing files.
pub fn write_segments(
    mut articles: Vec<Ordered>,
    render: &Render<'_>,
    writer: &Writer,
    bar: &ProgressBar,
) -> Result<Vec<SegmentEntry>> {
    bar.inc_length(articles.len() as u64);
    let segments = SegmentWriter::new(writer, render, bar);
    let mut entries = Vec::new();
    while !articles.is_empty() {
        let written = segments.write(&articles[..articles.len().min(SEGMENT_ARTICLES)])?;
        entries.push(written.entry);
        articles.drain(..written.articles);
    }
    Ok(entries)
}

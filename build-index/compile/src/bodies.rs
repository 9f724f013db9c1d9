//! Stores bodies: neighbours together, equal ones once.

use anyhow::Result;
use bundle::format::{Bodies, BodyPlace};
use content_hash::Hash;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::segment_files::SegmentFiles;

/// The fewest and the most bytes of HTML that go into a file, about; compressed they are less than half. A
/// search shows ten bodies, each from a file of its own as a rule: so small files are better, but a large
/// segment should not have very many. Between these a file has a byte for each article of its segment.
const FILE_BYTES: std::ops::RangeInclusive<usize> = 8 * 1024..=32 * 1024;
/// The most bodies in a file: where bodies are short, these should be short, too, but what neighbours have
/// in common should be stored once.
const FILE_BODIES: usize = 20;

/// The bodies of a segment, as far as they have been written.
#[derive(Default)]
pub(super) struct BodyStore {
    /// How many files have been written.
    written: usize,
    /// Files that are to be written, the last of which may still grow.
    open: Vec<Bodies>,
    /// Bytes of the file that may still grow.
    bytes: usize,
    /// How many bytes a file has.
    file_bytes: usize,
    known: FxHashMap<Hash, BodyPlace>,
}

impl BodyStore {
    /// The bodies of so many articles.
    pub(super) fn of(articles: usize) -> BodyStore {
        let file_bytes = articles.clamp(*FILE_BYTES.start(), *FILE_BYTES.end());
        BodyStore { file_bytes, ..BodyStore::default() }
    }

    /// Adds a body, unless an equal one is stored.
    pub(super) fn add(&mut self, html: String) -> BodyPlace {
        let hash = Hash::of(html.as_bytes());
        if let Some(&known) = self.known.get(&hash) {
            return known;
        }
        let is_full =
            |last: &Bodies| self.bytes + html.len() > self.file_bytes || last.html.len() >= FILE_BODIES;
        if self.open.last().is_none_or(is_full) {
            self.open.push(Bodies::default());
            self.bytes = 0;
        }
        self.bytes += html.len();
        let file = self.written + self.open.len() - 1;
        let mut slot = 0;
        if let Some(last) = self.open.last_mut() {
            slot = last.html.len() as u32;
            last.html.push(html);
        }
        let stored = BodyPlace { file: file as u32, slot };
        self.known.insert(hash, stored);
        stored
    }

    /// Writes the files that are full.
    pub(super) fn write_full(&mut self, files: &SegmentFiles<'_>) -> Result<()> {
        let growing = self.open.pop();
        self.write_all(files)?;
        self.open.extend(growing);
        Ok(())
    }

    /// Writes all files.
    pub(super) fn write_all(&mut self, files: &SegmentFiles<'_>) -> Result<()> {
        let first = self.written;
        self.open
            .par_iter()
            .enumerate()
            .try_for_each(|(number, bodies)| files.write(first + number, bodies))?;
        self.written += self.open.len();
        self.open.clear();
        Ok(())
    }
}

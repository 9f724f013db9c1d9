//! Stores bodies: neighbours together, equal ones once.

use anyhow::{Context as _, Result};
use bundle::format::{Bodies, BodyPlace, Link};
use content_hash::Hash;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::writer::Writer;

/// About how many bytes of HTML go into a file: some 8 to 16 KB when compressed.
const FILE_BYTES: usize = 32 * 1024;
/// The most bodies in a file. A search shows ten, each from a file of its own as a rule: where
/// bodies are short, these should be short, too.
const FILE_BODIES: usize = 32;

/// The bodies of a bundle, as far as they have been written.
#[derive(Default)]
pub(super) struct BodyStore {
    /// Files that have been written.
    written: Vec<Link<Bodies>>,
    /// Files that are to be written, the last of which may still grow.
    open: Vec<Bodies>,
    /// Bytes of the file that may still grow.
    bytes: usize,
    known: FxHashMap<Hash, StoredBody>,
}

/// Where a body will be: the number of its file, and its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StoredBody {
    file: u32,
    slot: u32,
}

impl BodyStore {
    /// Adds a body, unless an equal one is stored.
    pub(super) fn add(&mut self, html: String) -> StoredBody {
        let hash = Hash::of(html.as_bytes());
        if let Some(&known) = self.known.get(&hash) {
            return known;
        }
        let is_full = |last: &Bodies| self.bytes + html.len() > FILE_BYTES || last.html.len() >= FILE_BODIES;
        if self.open.last().is_none_or(is_full) {
            self.open.push(Bodies::default());
            self.bytes = 0;
        }
        self.bytes += html.len();
        let file = self.written.len() + self.open.len() - 1;
        let mut slot = 0;
        if let Some(last) = self.open.last_mut() {
            slot = last.html.len() as u32;
            last.html.push(html);
        }
        let stored = StoredBody { file: file as u32, slot };
        self.known.insert(hash, stored);
        stored
    }

    /// Writes the files that are full.
    pub(super) fn write_full(&mut self, writer: &Writer) -> Result<()> {
        let growing = self.open.pop();
        self.write_all(writer)?;
        self.open.extend(growing);
        Ok(())
    }

    /// Writes all files.
    pub(super) fn write_all(&mut self, writer: &Writer) -> Result<()> {
        let written = self.open.par_iter().map(|bodies| writer.write(bodies)).collect::<Result<Vec<_>>>()?;
        self.open.clear();
        self.written.extend(written);
        Ok(())
    }

    /// Where a body is that has been written.
    pub(super) fn place(&self, stored: StoredBody) -> Result<BodyPlace> {
        let file = self.written.get(stored.file as usize).context("a body was not written")?;
        Ok(BodyPlace { file: file.clone(), slot: stored.slot })
    }
}

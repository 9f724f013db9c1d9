//! A bundle in a folder, as the search reads it.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, Error, Result, anyhow};
use bundle::format::{FormatError, Link, MANIFEST, Manifest, Part, Source};

/// The two bytes that every gzip file starts with.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A bundle in a folder. Remembers what it has read.
pub(crate) struct Shelf {
    dir: PathBuf,
    read: RefCell<BTreeMap<String, Rc<dyn Any>>>,
}

impl Shelf {
    /// The bundle in `dir`, and its manifest.
    pub(crate) fn open(dir: &Path) -> Result<(Shelf, Manifest)> {
        let path = dir.join(MANIFEST);
        let bytes = std::fs::read(&path)
            .with_context(|| format!("can not read {}; is {} a bundle?", path.display(), dir.display()))?;
        let manifest = Manifest::decode(&bytes).with_context(|| path.display().to_string())?;
        Ok((Shelf::of(dir), manifest))
    }

    /// The files of a bundle in `dir`, whose manifest may not be written yet.
    pub(crate) fn of(dir: &Path) -> Shelf {
        Shelf { dir: dir.to_owned(), read: RefCell::default() }
    }

    fn read<T: Part>(&self, path: &str) -> Result<Rc<T>> {
        let file = self.dir.join(path);
        let bytes = std::fs::read(&file).with_context(|| format!("can not read {}", file.display()))?;
        let json = gunzip(bytes).map_err(|error| self.damaged(path.to_owned(), error))?;
        T::decode(&json).map(Rc::new).map_err(|error| self.damaged(path.to_owned(), error))
    }
}

impl Source for Shelf {
    type Error = Error;

    async fn load<T: Part>(&self, link: &Link<T>) -> Result<Rc<T>> {
        let path = link.path();
        let known = self.read.borrow().get(&path).cloned();
        if let Some(part) = known.and_then(|part| part.downcast().ok()) {
            return Ok(part);
        }
        let part = self.read::<T>(&path)?;
        self.read.borrow_mut().insert(path, part.clone());
        Ok(part)
    }

    fn damaged(&self, path: String, error: FormatError) -> Error {
        anyhow!("{}: {error}", self.dir.join(path).display())
    }
}

/// Decompresses, if the bytes are compressed.
pub(crate) fn gunzip(bytes: Vec<u8>) -> Result<Vec<u8>, FormatError> {
    if !bytes.starts_with(&GZIP) {
        return Ok(bytes);
    }
    // A gzip file ends with the length of what it holds.
    let length = bytes.last_chunk().map_or(0, |length| u32::from_le_bytes(*length)) as usize;
    // Nothing compresses a thousandfold but damage that claims so.
    let mut json = vec![0; length.min(bytes.len().saturating_mul(1_100))];
    let written =
        libdeflater::Decompressor::new().gzip_decompress(&bytes, &mut json).map_err(FormatError::damaged)?;
    json.truncate(written);
    Ok(json)
}

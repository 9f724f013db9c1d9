//! A bundle in a folder, for reading all of it in order.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, Error, Result, anyhow};
use bundle::format::{FormatError, Link, MANIFEST, Manifest, Part, Source};

/// A bundle in a folder. Remembers the last file of each kind: who reads articles in their order
/// needs no other, and a large bundle does not fit into memory.
pub(super) struct BundleFolder {
    dir: PathBuf,
    last: RefCell<BTreeMap<&'static str, Loaded>>,
}

#[derive(Clone)]
struct Loaded {
    path: String,
    part: Rc<dyn Any>,
}

impl BundleFolder {
    /// The bundle in `dir`, and its manifest.
    pub(super) fn open(dir: &Path) -> Result<(Self, Manifest)> {
        let path = dir.join(MANIFEST);
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let manifest = Manifest::decode(&bytes).with_context(|| path.display().to_string())?;
        Ok((Self { dir: dir.to_owned(), last: RefCell::default() }, manifest))
    }

    fn read<T: Part>(&self, path: &str) -> Result<Rc<T>> {
        let file = self.dir.join(path);
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let json = gunzip(&bytes).with_context(|| format!("unpacking {}", file.display()))?;
        T::decode(&json).map(Rc::new).map_err(|error| self.damaged(path.to_owned(), error))
    }
}

impl Source for BundleFolder {
    type Error = Error;

    async fn load<T: Part>(&self, link: &Link<T>) -> Result<Rc<T>> {
        let path = link.path();
        let last = self.last.borrow().get(T::FOLDER).filter(|last| last.path == path).cloned();
        if let Some(part) = last.and_then(|last| last.part.downcast().ok()) {
            return Ok(part);
        }
        let part = self.read::<T>(&path)?;
        self.last.borrow_mut().insert(T::FOLDER, Loaded { path, part: part.clone() });
        Ok(part)
    }

    fn damaged(&self, path: String, error: FormatError) -> Error {
        anyhow!("{}: {error}", self.dir.join(path).display())
    }
}

fn gunzip(bytes: &[u8]) -> Result<Vec<u8>> {
    // A gzip file ends with the length of what it holds.
    let length = bytes.last_chunk().map_or(0, |length| u32::from_le_bytes(*length));
    let mut json = vec![0; length as usize];
    libdeflater::Decompressor::new().gzip_decompress(bytes, &mut json)?;
    Ok(json)
}

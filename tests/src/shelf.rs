//! A bundle in a folder, read as the search reads it, without a browser.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use bundle::format::{FormatError, Link, MANIFEST, Manifest, Part, Source};
use libdeflater::Decompressor;

/// A bundle in a folder. Remembers what it has read.
pub struct Shelf {
    folder: PathBuf,
    read: RefCell<BTreeMap<String, Rc<dyn Any>>>,
}

impl Shelf {
    /// The bundle in a folder, and its manifest.
    pub fn open(folder: &Path) -> (Self, Manifest) {
        let json = fs::read(folder.join(MANIFEST)).expect("the folder has a manifest");
        let manifest = Manifest::decode(&json).expect("the manifest is of this version");
        (Self { folder: folder.to_owned(), read: RefCell::default() }, manifest)
    }
}

impl Source for Shelf {
    type Error = String;

    async fn load<T: Part>(&self, link: &Link<T>) -> Result<Rc<T>, String> {
        let path = link.path();
        let known = self.read.borrow().get(&path).cloned();
        if let Some(part) = known.and_then(|part| part.downcast().ok()) {
            return Ok(part);
        }
        let bytes = fs::read(self.folder.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        let part =
            T::decode(&gunzip(&bytes)).map(Rc::new).map_err(|error| self.damaged(path.clone(), error))?;
        self.read.borrow_mut().insert(path, part.clone());
        Ok(part)
    }

    fn damaged(&self, path: String, error: FormatError) -> String {
        format!("{path}: {error}")
    }
}

/// Decompresses a whole gzip file.
pub fn gunzip(bytes: &[u8]) -> Vec<u8> {
    // A gzip file ends with the length of what it holds.
    let length = bytes.last_chunk().map_or(0, |length| u32::from_le_bytes(*length));
    let mut plain = vec![0; length as usize];
    Decompressor::new().gzip_decompress(bytes, &mut plain).expect("the file is whole");
    plain
}

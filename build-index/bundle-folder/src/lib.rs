//! A bundle in a folder, as the search reads it: what the viewer's loader is to a host.
//!
//! It knows nothing of archives and of how bundles are written.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use bundle::format::{BundleFile, FormatError, Link, MANIFEST, Manifest, Source, kind};
use libdeflater::Decompressor;

/// The two bytes that every gzip file starts with.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A bundle in a folder. Remembers what it has read.
pub struct BundleFolder {
    folder: PathBuf,
    keeps: Keeps,
    read: RefCell<BTreeMap<String, Rc<dyn Any>>>,
}

/// What a folder remembers of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeps {
    Everything,
    /// The last file of each kind.
    Last,
}

/// Why a file of a bundle could not be had.
#[derive(Debug, thiserror::Error)]
pub enum BundleFolderError {
    /// The folder has no manifest that can be read.
    #[error("cannot read {}; is {} a bundle? ({cause})", path.display(), folder.display())]
    NoBundle {
        /// The manifest.
        path: PathBuf,
        /// The folder that should be a bundle.
        folder: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// A file cannot be read.
    #[error("cannot read {} ({cause}); copy or build the bundle again", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// A file is not what it should be.
    #[error("{}: {cause}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and the remedy.
        cause: FormatError,
    },
}

impl BundleFolder {
    /// The bundle in a folder, and its manifest.
    pub fn open(folder: &Path) -> Result<(BundleFolder, Manifest), BundleFolderError> {
        let path = folder.join(MANIFEST);
        let json = fs::read(&path).map_err(|cause| BundleFolderError::NoBundle {
            path: path.clone(),
            folder: folder.to_owned(),
            cause,
        })?;
        let manifest = Manifest::decode(&json).map_err(|cause| BundleFolderError::Damaged { path, cause })?;
        Ok((BundleFolder::of(folder), manifest))
    }

    /// The files of a bundle in a folder, whose manifest may not be written yet.
    pub fn of(folder: &Path) -> BundleFolder {
        BundleFolder { folder: folder.to_owned(), keeps: Keeps::Everything, read: RefCell::default() }
    }

    /// The same, remembering only the last file of each kind: for whoever reads all articles in their
    /// order, of a bundle that may not fit into memory.
    #[must_use]
    pub fn forgetful(self) -> BundleFolder {
        BundleFolder { keeps: Keeps::Last, ..self }
    }

    fn read<T: BundleFile>(&self, path: &str) -> Result<Rc<T>, BundleFolderError> {
        let full = self.folder.join(path);
        let bytes = fs::read(&full).map_err(|cause| BundleFolderError::Unreadable { path: full, cause })?;
        let file = gunzip(bytes).and_then(|json| T::decode(&json));
        file.map(Rc::new).map_err(|error| self.damaged(path.to_owned(), error))
    }

    fn remember<T: BundleFile>(&self, path: String, file: Rc<T>) {
        let mut read = self.read.borrow_mut();
        if self.keeps == Keeps::Last {
            read.retain(|known, _| kind(known) != T::FOLDER);
        }
        read.insert(path, file);
    }
}

impl Source for BundleFolder {
    type Error = BundleFolderError;

    async fn load<T: BundleFile>(&self, link: &Link<T>) -> Result<Rc<T>, BundleFolderError> {
        let path = link.path();
        let known = self.read.borrow().get(&path).cloned();
        if let Some(file) = known.and_then(|file| file.downcast().ok()) {
            return Ok(file);
        }
        let file = self.read::<T>(&path)?;
        self.remember(path, file.clone());
        Ok(file)
    }

    fn damaged(&self, path: String, error: FormatError) -> BundleFolderError {
        BundleFolderError::Damaged { path: self.folder.join(path), cause: error }
    }
}

/// Decompresses, if the bytes are compressed.
pub fn gunzip(bytes: Vec<u8>) -> Result<Vec<u8>, FormatError> {
    if !bytes.starts_with(&GZIP) {
        return Ok(bytes);
    }
    // A gzip file ends with the length of what it holds.
    let length = bytes.last_chunk().map_or(0, |length| u32::from_le_bytes(*length)) as usize;
    // Nothing compresses much more than a thousandfold: a length that claims so is damaged.
    let mut plain = vec![0; length.min(bytes.len().saturating_mul(1_100))];
    let written = Decompressor::new().gzip_decompress(&bytes, &mut plain).map_err(FormatError::damaged)?;
    plain.truncate(written);
    Ok(plain)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use bundle::format::Bodies;

    use super::*;

    fn with_bodies(hashes: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(Bodies::FOLDER)).unwrap();
        for hash in hashes {
            let bodies = Bodies { html: vec![(*hash).to_owned()] };
            fs::write(folder.path().join(Link::<Bodies>::new(hash).path()), bodies.encode().unwrap())
                .unwrap();
        }
        folder
    }

    #[test]
    fn a_forgetful_shelf_keeps_the_last_of_a_kind() {
        let folder = with_bodies(&["a", "b"]);
        let kept = |source: BundleFolder| {
            for hash in ["a", "b"] {
                let bodies = pollster::block_on(source.load(&Link::<Bodies>::new(hash))).unwrap();
                assert_eq!(bodies.html, [hash]);
            }
            source.read.borrow().len()
        };
        assert_eq!(kept(BundleFolder::of(folder.path())), 2);
        assert_eq!(kept(BundleFolder::of(folder.path()).forgetful()), 1);
    }

    #[test]
    fn errors_name_the_file() {
        let folder = with_bodies(&["a"]);
        let source = BundleFolder::of(folder.path());
        let error =
            |hash: &str| pollster::block_on(source.load(&Link::<Bodies>::new(hash))).unwrap_err().to_string();
        assert!(error("none").contains("bodies/none.json.gz"));
        fs::write(folder.path().join("bodies/a.json.gz"), [0x1f, 0x8b, 8, 0]).unwrap();
        assert!(error("a").contains("bodies/a.json.gz") && error("a").contains("build the bundle again"));
    }
}

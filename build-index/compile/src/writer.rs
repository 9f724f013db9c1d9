//! Writes the files of a bundle so that a reader never sees half of one.
//!
//! Every file is complete before it gets its name, and the manifest comes last. Until then an
//! earlier bundle in the folder is whole; only afterwards the files that nothing names any more
//! are removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, Result};
use bundle::format::{
    Bodies, BundleFile, CatalogPage, Columns, Hashes, Link, MANIFEST, Manifest, Names, Positions, Records,
    TermDirectory, TermShard, kind,
};
use content_hash::short_hash;
use libdeflater::{CompressionLvl, Compressor};
use serde::Serialize;

use crate::files::{lock, with_remedy, write_file};
use crate::folders::{FOLDERS, MEDIA, NAME_LENGTH};
use crate::leftovers::remove_leftovers;

/// The kinds of files of a bundle beside its manifest, as [`Writer::sizes`] tells them apart.
pub const KINDS: &[&str] = &[
    CatalogPage::FOLDER,
    Columns::FOLDER,
    TermDirectory::FOLDER,
    TermShard::FOLDER,
    Positions::FOLDER,
    Bodies::FOLDER,
    Names::FOLDER,
    Records::FOLDER,
    Hashes::FOLDER,
    MEDIA,
];

/// How hard gzip tries, of 12. From 10 on it weighs whole blocks: readers load 4 % less, and a build takes
/// some more time. Further levels gain little.
const COMPRESSION: i32 = 10;
/// Files and bytes of a kind of file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct FolderSize {
    /// How many files.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// Writes a bundle into a folder. Can be used from several threads.
pub struct Writer {
    dir: PathBuf,
    /// The folder, locked for as long as this writes to it.
    _lock: Option<File>,
    files: Mutex<Files>,
}

/// Files, with their bytes.
#[derive(Default)]
struct Files {
    /// Those of the bundle.
    bundle: BTreeMap<String, u64>,
    /// Those that were written, rather than there already.
    written: BTreeMap<String, u64>,
    /// Those that are removed again unless the bundle is finished.
    unowned: BTreeSet<PathBuf>,
}

impl Writer {
    /// Makes the folders of a bundle. Fails if another build is writing to them.
    pub fn create(dir: &Path) -> Result<Writer> {
        for folder in FOLDERS {
            let path = dir.join(folder);
            std::fs::create_dir_all(&path)
                .with_context(|| format!("cannot make the folder {}", path.display()))
                .map_err(with_remedy)?;
        }
        Ok(Writer { dir: dir.to_owned(), _lock: lock(dir)?, files: Mutex::default() })
    }

    /// Writes a file outside of the segments, unless it is there already.
    pub fn write<T: BundleFile>(&self, file: &T) -> Result<Link<T>> {
        let json = file.encode()?;
        let link = Link::new(&short_hash(&json, NAME_LENGTH));
        let path = link.path();
        let bytes = gzip(&json)?;
        self.write_unless_there(&path, &bytes)?;
        self.count(path, bytes.len());
        Ok(link)
    }

    /// Keeps a file of the bundle before.
    pub fn keep(&self, path: &str, bytes: u64) {
        self.count(path.to_owned(), bytes as usize);
    }

    /// Writes a picture under its name, unless it is there already.
    pub fn write_media(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = format!("{MEDIA}/{name}");
        self.write_unless_there(&path, bytes)?;
        self.count(path, bytes.len());
        Ok(())
    }

    /// Makes everything written or kept the bundle, and removes what belonged to an earlier one.
    pub fn finish(&self, manifest: &Manifest) -> Result<()> {
        let json = manifest.encode()?;
        self.write_unless_there(MANIFEST, &json)?;
        self.count(MANIFEST.to_owned(), json.len());
        self.files().unowned.clear();
        let kept: BTreeSet<PathBuf> = self.files().bundle.keys().map(|path| self.dir.join(path)).collect();
        remove_leftovers(&self.dir, &kept)
    }

    /// Files and bytes of the bundle, by kind.
    pub fn sizes(&self) -> BTreeMap<String, FolderSize> {
        let mut sizes: BTreeMap<String, FolderSize> = BTreeMap::new();
        for (path, bytes) in &self.files().bundle {
            let size = sizes.entry(kind(path).to_owned()).or_default();
            size.files += 1;
            size.bytes += bytes;
        }
        sizes
    }

    /// Files and bytes that were written, rather than there already.
    pub fn written(&self) -> FolderSize {
        let files = self.files();
        FolderSize { files: files.written.len(), bytes: files.written.values().sum() }
    }

    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn count(&self, path: String, bytes: usize) {
        self.files().bundle.insert(path, bytes as u64);
    }

    /// Writes a file, unless it is there with the same content. Its name is no proof: a machine that
    /// lost power may have left a file full of zeros.
    pub(crate) fn write_unless_there(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let file = self.dir.join(path);
        match std::fs::read(&file) {
            Ok(there) if there == bytes => return Ok(()),
            Err(error) if error.kind() == ErrorKind::NotFound => self.files().unowned.insert(file.clone()),
            _ => false,
        };
        write_file(&file, bytes)
            .with_context(|| format!("cannot write {}", file.display()))
            .map_err(with_remedy)?;
        self.files().written.insert(path.to_owned(), bytes.len() as u64);
        Ok(())
    }

    /// Notes a file or folder that is taken back unless the bundle is finished.
    pub(crate) fn own(&self, path: PathBuf) {
        self.files().unowned.insert(path);
    }

    /// Notes that a file is part of the bundle, and was written now.
    pub(crate) fn note_written(&self, path: String, bytes: u64) {
        let mut files = self.files();
        files.written.insert(path.clone(), bytes);
        files.bundle.insert(path, bytes);
    }

    /// The folder of the bundle.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }
}

impl Drop for Writer {
    /// A build that failed takes back what it wrote: it may have failed because the disk is full.
    fn drop(&mut self) {
        for path in &self.files().unowned {
            // The next build removes what cannot be removed now.
            let _ = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
        }
    }
}

/// Compresses the content of a file.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let level = CompressionLvl::new(COMPRESSION).unwrap_or_default();
    let mut compressor = Compressor::new(level);
    let mut out = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor.gzip_compress(bytes, &mut out).context("cannot compress")?;
    out.truncate(length);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(han: &str) -> Names {
        Names { han: han.to_owned(), ..Names::default() }
    }

    #[test]
    fn a_damaged_file_is_written_again() {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer::create(dir.path()).unwrap();
        let file = names("text");
        let path = dir.path().join(writer.write(&file).unwrap().path());
        let whole = std::fs::read(&path).unwrap();
        std::fs::write(&path, vec![0; whole.len()]).unwrap();
        writer.write(&file).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), whole);
    }

    #[test]
    fn what_others_put_there_stays() {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer::create(dir.path()).unwrap();
        let check = |name: &str, stays: bool| {
            let path = dir.path().join(MEDIA).join(name);
            std::fs::write(&path, "").unwrap();
            writer.finish(&Manifest::default()).unwrap();
            assert_eq!(path.exists(), stays, "{name}");
        };
        check("holiday.jpg", true);
        check("README", true);
        check("a-list-of-things.json.gz", true);
        check("0123456789abcdefghjkmnpq.jpg", false);
        check(".unfinished-abc", false);
        std::fs::create_dir(dir.path().join("names/0123456789ab.json.gz")).unwrap();
        writer.finish(&Manifest::default()).unwrap();
    }

    #[test]
    fn a_build_that_fails_takes_back_what_it_wrote() {
        let dir = tempfile::tempdir().unwrap();
        let write = |text: &str, finishes: bool| {
            let writer = Writer::create(dir.path()).unwrap();
            let path = dir.path().join(writer.write(&names(text)).unwrap().path());
            assert!(path.exists());
            if finishes {
                writer.finish(&Manifest::default()).unwrap();
            }
            path
        };
        let old = write("old", true);
        assert!(!write("new", false).exists());
        assert!(write("old", false).exists() && old.exists());
    }

    #[test]
    fn two_builds_do_not_write_to_one_folder() {
        let dir = tempfile::tempdir().unwrap();
        let _first = Writer::create(dir.path()).unwrap();
        let second = Writer::create(dir.path()).err().unwrap();
        assert!(second.to_string().contains("another build"));
    }

    #[test]
    fn an_earlier_bundle_stays_until_the_next_is_finished() {
        let dir = tempfile::tempdir().unwrap();
        let manifest = Manifest::default();
        let first = Writer::create(dir.path()).unwrap();
        let old = first.write(&names("old")).unwrap();
        first.finish(&manifest).unwrap();
        drop(first);
        let second = Writer::create(dir.path()).unwrap();
        let new = second.write(&names("new")).unwrap();
        assert!(dir.path().join(old.path()).exists() && dir.path().join(new.path()).exists());
        second.finish(&manifest).unwrap();
        assert!(!dir.path().join(old.path()).exists() && dir.path().join(new.path()).exists());
        assert_eq!(second.sizes()["names"].files, 1);
    }
}

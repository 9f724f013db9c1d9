//! Writes the files of a bundle so that a reader never sees half of one.
//!
//! Every file is complete before it gets its name, and the manifest comes last. Until then an
//! earlier bundle in the folder is whole; only afterwards the files that nothing names any more
//! are removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result, bail};
use bundle::format::{
    Bodies, CatalogPage, Columns, Link, MANIFEST, Manifest, Part, Positions, Records, Segment, TermDirectory,
    TermShard,
};
use libdeflater::{CompressionLvl, Compressor};

use crate::hash::short_hash;
use crate::report::FolderSize;

/// The folders of a bundle, which belong to it alone.
pub(crate) const FOLDERS: &[&str] = &[
    Segment::FOLDER,
    CatalogPage::FOLDER,
    Columns::FOLDER,
    TermDirectory::FOLDER,
    TermShard::FOLDER,
    Positions::FOLDER,
    Bodies::FOLDER,
    Records::FOLDER,
    MEDIA,
];

/// The folder of pictures, which are files as they are.
pub(crate) const MEDIA: &str = "media";

/// What the name of a file begins with until it is complete.
const UNFINISHED: &str = ".unfinished-";
/// How hard gzip tries, of 12: further levels gain little and cost much.
const COMPRESSION: i32 = 9;
/// Characters of a file's name: 60 bits.
pub(crate) const NAME_LENGTH: usize = 12;

/// Writes a bundle into a folder. Can be used from several threads.
pub(crate) struct Writer {
    dir: PathBuf,
    /// The folder, locked for as long as this writes to it.
    _lock: Option<File>,
    written: Mutex<BTreeMap<String, u64>>,
}

impl Writer {
    /// Makes the folders of a bundle. Fails if another build is writing to them.
    pub(crate) fn create(dir: &Path) -> Result<Writer> {
        for folder in FOLDERS {
            let path = dir.join(folder);
            std::fs::create_dir_all(&path)
                .with_context(|| format!("can not make the folder {}", path.display()))?;
        }
        Ok(Writer { dir: dir.to_owned(), _lock: lock(dir)?, written: Mutex::default() })
    }

    /// Writes a part, unless it is there already.
    pub(crate) fn write<T: Part>(&self, part: &T) -> Result<Link<T>> {
        let json = part.encode()?;
        let link = Link::new(short_hash(&json, NAME_LENGTH));
        let path = link.path();
        let bytes = gzip(&json)?;
        self.write_unless_there(&path, &bytes)?;
        self.count(path, bytes.len());
        Ok(link)
    }

    /// Keeps a file of the bundle before.
    pub(crate) fn keep(&self, path: &str, bytes: u64) {
        self.count(path.to_owned(), bytes as usize);
    }

    /// Writes a picture under its name, unless it is there already.
    pub(crate) fn write_media(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = format!("{MEDIA}/{name}");
        self.write_unless_there(&path, bytes)?;
        self.count(path, bytes.len());
        Ok(())
    }

    /// Makes everything written or kept the bundle, and removes what belonged to an earlier one.
    pub(crate) fn finish(&self, manifest: &Manifest) -> Result<()> {
        let json = manifest.encode()?;
        self.write_unless_there(MANIFEST, &json)?;
        self.count(MANIFEST.to_owned(), json.len());
        self.remove_others()
    }

    /// Files and bytes written, by folder.
    pub(crate) fn sizes(&self) -> BTreeMap<String, FolderSize> {
        let mut sizes: BTreeMap<String, FolderSize> = BTreeMap::new();
        for (path, bytes) in self.written.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            let folder = path.split_once('/').map_or(path.as_str(), |(folder, _)| folder);
            let size = sizes.entry(folder.to_owned()).or_default();
            size.files += 1;
            size.bytes += bytes;
        }
        sizes
    }

    fn count(&self, path: String, bytes: usize) {
        self.written.lock().unwrap_or_else(PoisonError::into_inner).insert(path, bytes as u64);
    }

    /// Writes a file, unless it is there with the same content. Its name is no proof: a machine that
    /// lost power may have left a file full of zeros.
    fn write_unless_there(&self, path: &str, bytes: &[u8]) -> Result<()> {
        if std::fs::read(self.dir.join(path)).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        self.write_file(path, bytes)
    }

    fn write_file(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let path = self.dir.join(path);
        let folder = path.parent().unwrap_or(&self.dir);
        let write = || -> std::io::Result<()> {
            let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
            file.write_all(bytes)?;
            make_readable(file.as_file())?;
            file.persist(&path)?;
            Ok(())
        };
        write().with_context(|| format!("can not write {}", path.display()))
    }

    fn remove_others(&self) -> Result<()> {
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let kept: BTreeSet<PathBuf> = written.keys().map(|path| self.dir.join(path)).collect();
        for folder in FOLDERS {
            remove_files(&self.dir.join(folder), |path| !kept.contains(path))?;
        }
        // A manifest that a build was killed over.
        remove_files(&self.dir, |path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(UNFINISHED))
        })
    }
}

/// Removes the files of a folder that are `unwanted`.
fn remove_files(folder: &Path, unwanted: impl Fn(&Path) -> bool) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("can not read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if unwanted(&path) {
            std::fs::remove_file(&path).with_context(|| format!("can not remove {}", path.display()))?;
        }
    }
    Ok(())
}

/// Locks a folder against other builds, where the system can do that.
fn lock(dir: &Path) -> Result<Option<File>> {
    let Ok(folder) = File::open(dir) else { return Ok(None) };
    match folder.try_lock() {
        Err(TryLockError::WouldBlock) => {
            bail!("another build is writing to {}; wait until it is done", dir.display())
        }
        _ => Ok(Some(folder)),
    }
}

/// Temporary files are for their owner only; this one is for a web server to read.
fn make_readable(file: &std::fs::File) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    let _ = file;
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let level = CompressionLvl::new(COMPRESSION).unwrap_or_default();
    let mut compressor = Compressor::new(level);
    let mut out = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor.gzip_compress(bytes, &mut out).context("can not compress")?;
    out.truncate(length);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_written_again() {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer::create(dir.path()).unwrap();
        let bodies = Bodies { html: vec!["text".into()] };
        let path = dir.path().join(writer.write(&bodies).unwrap().path());
        let whole = std::fs::read(&path).unwrap();
        std::fs::write(&path, vec![0; whole.len()]).unwrap();
        writer.write(&bodies).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), whole);
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
        let old = first.write(&Bodies { html: vec!["old".into()] }).unwrap();
        first.finish(&manifest).unwrap();
        drop(first);
        let second = Writer::create(dir.path()).unwrap();
        let new = second.write(&Bodies { html: vec!["new".into()] }).unwrap();
        assert!(dir.path().join(old.path()).exists() && dir.path().join(new.path()).exists());
        second.finish(&manifest).unwrap();
        assert!(!dir.path().join(old.path()).exists() && dir.path().join(new.path()).exists());
        assert_eq!(second.sizes()["bodies"].files, 1);
    }
}

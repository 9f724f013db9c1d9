//! Writes the files of a bundle so that a reader never sees half of one.
//!
//! Every file is complete before it gets its name, and the manifest comes last. Until then an
//! earlier bundle in the folder is whole; only afterwards the files that nothing names any more
//! are removed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result};
use bundle::format::{
    Bodies, CatalogPage, Columns, Link, MANIFEST, Manifest, Origins, Part, Positions, Segment, TermDirectory,
    TermShard,
};
use libdeflater::{CompressionLvl, Compressor};

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
    Origins::FOLDER,
];

/// How hard gzip tries, of 12: further levels gain little and cost much.
const COMPRESSION: i32 = 9;
/// Characters of a file's name: 60 bits.
const NAME_LENGTH: usize = 12;

/// Writes a bundle into a folder. Can be used from several threads.
pub(crate) struct Writer {
    dir: PathBuf,
    written: Mutex<BTreeMap<String, u64>>,
}

impl Writer {
    /// Makes the folders of a bundle.
    pub(crate) fn create(dir: &Path) -> Result<Writer> {
        for folder in FOLDERS {
            let path = dir.join(folder);
            std::fs::create_dir_all(&path)
                .with_context(|| format!("can not make the folder {}", path.display()))?;
        }
        Ok(Writer { dir: dir.to_owned(), written: Mutex::default() })
    }

    /// Writes a part, unless it is there already.
    pub(crate) fn write<T: Part>(&self, part: &T) -> Result<Link<T>> {
        let json = part.encode()?;
        let link = Link::new(short_hash(&json, NAME_LENGTH));
        let path = link.path();
        let bytes = gzip(&json)?;
        // Its name is no proof: a machine that lost power may have left a file full of zeros.
        let is_there = std::fs::read(self.dir.join(&path)).is_ok_and(|there| there == bytes);
        if !is_there {
            self.write_file(&path, &bytes)?;
        }
        self.count(path, bytes.len());
        Ok(link)
    }

    /// Makes everything written the bundle, and removes what belonged to an earlier one.
    pub(crate) fn finish(&self, manifest: &Manifest) -> Result<()> {
        let json = manifest.encode()?;
        self.write_file(MANIFEST, &json)?;
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

    fn write_file(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let path = self.dir.join(path);
        let folder = path.parent().unwrap_or(&self.dir);
        let write = || -> std::io::Result<()> {
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
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
            let folder = self.dir.join(folder);
            for entry in
                std::fs::read_dir(&folder).with_context(|| format!("can not read {}", folder.display()))?
            {
                let path = entry?.path();
                if !kept.contains(&path) {
                    std::fs::remove_file(&path)
                        .with_context(|| format!("can not remove {}", path.display()))?;
                }
            }
        }
        Ok(())
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

/// A hash of `bytes` in `length` letters and digits of five bits each, up to 50. Lower case only:
/// some file systems do not tell cases apart.
pub(crate) fn short_hash(bytes: &[u8], length: usize) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let hash = blake3::hash(bytes);
    let mut bits = hash.as_bytes().iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    let mut digit = || bits.by_ref().take(5).fold(0, |digit, bit| digit << 1 | bit);
    (0..length).map(|_| char::from(DIGITS[usize::from(digit())])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_short_and_differ() {
        assert_eq!(short_hash(b"a", 12).len(), 12);
        assert_ne!(short_hash(b"a", 6), short_hash(b"b", 6));
    }

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
    fn an_earlier_bundle_stays_until_the_next_is_finished() {
        let dir = tempfile::tempdir().unwrap();
        let manifest = Manifest {
            format: bundle::format::FORMAT,
            generator: String::new(),
            site: Default::default(),
            totals: Default::default(),
            segments: Vec::new(),
            months: Vec::new(),
            facets: Vec::new(),
        };
        let first = Writer::create(dir.path()).unwrap();
        let old = first.write(&Bodies { html: vec!["old".into()] }).unwrap();
        first.finish(&manifest).unwrap();
        let second = Writer::create(dir.path()).unwrap();
        let new = second.write(&Bodies { html: vec!["new".into()] }).unwrap();
        assert!(dir.path().join(old.path()).exists() && dir.path().join(new.path()).exists());
        second.finish(&manifest).unwrap();
        assert!(!dir.path().join(old.path()).exists() && dir.path().join(new.path()).exists());
        assert_eq!(second.sizes()["bodies"].files, 1);
    }
}

//! Writes the files of a segment into a folder that gets its name when all of them are there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Error, Result};
use bundle::format::{BundleFile, HASH_LENGTH, Hashes, SEGMENTS, SegmentFolder};
use content_hash::short_hash;
use tempfile::TempDir;

use crate::files::{UNFINISHED, with_remedy};
use crate::writer::{Writer, gzip};

/// The files of a segment that is being written. Can be used from several threads.
pub(crate) struct SegmentFiles<'a> {
    writer: &'a Writer,
    /// Removed unless the segment is finished.
    unfinished: TempDir,
    files: Mutex<BTreeMap<(&'static str, usize), Written>>,
}

/// A file that was written.
struct Written {
    hash: String,
    bytes: u64,
    /// Its path in the segment of this folder.
    path: fn(&SegmentFolder, usize) -> String,
}

impl<'a> SegmentFiles<'a> {
    /// Begins a segment.
    pub(crate) fn begin(writer: &'a Writer) -> Result<SegmentFiles<'a>> {
        let segments = writer.dir().join(SEGMENTS);
        let unfinished = folder_in(&segments)
            .with_context(|| format!("cannot make a folder in {}", segments.display()))
            .map_err(with_remedy)?;
        Ok(SegmentFiles { writer, unfinished, files: Mutex::default() })
    }

    /// Writes the file of its kind with this number.
    pub(crate) fn write<T: BundleFile>(&self, number: usize, file: &T) -> Result<()> {
        let json = file.encode()?;
        let compressed = gzip(&json)?;
        let to = self.path(&path_of::<T>(&self.folder(), number));
        write_new(&to, &compressed)?;
        let (hash, bytes) = (short_hash(&json, HASH_LENGTH), compressed.len() as u64);
        let written = Written { hash, bytes, path: path_of::<T> };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert((T::FOLDER, number), written);
        Ok(())
    }

    /// Gives the folder its name, which is the hash of the hashes of its files.
    pub(crate) fn finish(self) -> Result<SegmentFolder> {
        let mut hashes = Hashes::default();
        for ((kind, _), file) in &*self.files.lock().unwrap_or_else(PoisonError::into_inner) {
            hashes.push(kind, &file.hash);
        }
        self.write(0, &hashes)?;
        let folder = SegmentFolder::new(short_hash(&hashes.encode()?, HASH_LENGTH));
        let to = self.writer.dir().join(folder.path());
        if to.exists() {
            self.complete(&folder)?
        } else {
            self.rename(&folder, &to)?
        }
        Ok(folder)
    }

    fn rename(self, folder: &SegmentFolder, to: &Path) -> Result<()> {
        std::fs::rename(self.unfinished.path(), to)
            .with_context(|| format!("cannot make the folder {}", to.display()))
            .map_err(with_remedy)?;
        self.writer.own(to.to_owned());
        for ((_, number), file) in self.files.into_inner().unwrap_or_else(PoisonError::into_inner) {
            self.writer.note_written((file.path)(folder, number), file.bytes);
        }
        Ok(())
    }

    /// Writes what is missing or damaged of the same segment, which is there.
    fn complete(self, folder: &SegmentFolder) -> Result<()> {
        let unfinished = self.folder();
        for ((_, number), file) in &*self.files.lock().unwrap_or_else(PoisonError::into_inner) {
            let from = self.path(&(file.path)(&unfinished, *number));
            let bytes = std::fs::read(&from).with_context(|| format!("cannot read {}", from.display()))?;
            let path = (file.path)(folder, *number);
            if let Some(parent) = self.writer.dir().join(&path).parent() {
                std::fs::create_dir_all(parent).map_err(Error::from).map_err(with_remedy)?;
            }
            self.writer.write_unless_there(&path, &bytes)?;
            self.writer.count(path, bytes.len());
        }
        Ok(())
    }

    /// The folder as long as it has no name.
    fn folder(&self) -> SegmentFolder {
        let name = self.unfinished.path().file_name().unwrap_or_default();
        SegmentFolder::new(name.to_string_lossy().into_owned())
    }

    fn path(&self, path: &str) -> PathBuf {
        self.writer.dir().join(path)
    }
}

fn path_of<T: BundleFile>(folder: &SegmentFolder, number: usize) -> String {
    folder.file::<T>(number).path()
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    let write = || {
        std::fs::create_dir_all(folder)?;
        std::fs::write(path, bytes)
    };
    write().with_context(|| format!("cannot write {}", path.display())).map_err(with_remedy)
}

/// A folder that a web server can read, as others of this user.
fn folder_in(segments: &Path) -> std::io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o755));
    }
    builder.tempdir_in(segments)
}

#[cfg(test)]
mod tests {
    use bundle::format::{Bodies, Manifest};

    use super::*;

    fn write(writer: &Writer, text: &str) -> SegmentFolder {
        let files = SegmentFiles::begin(writer).unwrap();
        files.write(0, &Bodies { html: vec![text.to_owned()] }).unwrap();
        files.write(1, &Bodies { html: vec!["more".to_owned()] }).unwrap();
        files.finish().unwrap()
    }

    #[test]
    fn a_segment_has_its_name_when_it_is_complete() {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer::create(dir.path()).unwrap();
        let folder = write(&writer, "text");
        writer.finish(&Manifest::default()).unwrap();
        for path in [folder.bodies(0).path(), folder.bodies(1).path(), folder.hashes().path()] {
            assert!(dir.path().join(&path).is_file(), "{path}");
        }
        assert_eq!(std::fs::read_dir(dir.path().join(SEGMENTS)).unwrap().count(), 1);
        assert_eq!(writer.sizes()["bodies"].files, 2);
    }

    #[test]
    fn a_segment_that_is_there_is_mended() {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer::create(dir.path()).unwrap();
        let folder = write(&writer, "text");
        let paths = [folder.bodies(0).path(), folder.bodies(1).path()].map(|path| dir.path().join(path));
        let whole = paths.clone().map(|path| std::fs::read(path).unwrap());
        std::fs::write(&paths[0], vec![0; whole[0].len()]).unwrap();
        std::fs::remove_file(&paths[1]).unwrap();
        assert_eq!(write(&writer, "text"), folder);
        assert_eq!(paths.map(|path| std::fs::read(path).unwrap()), whole);
    }

    #[test]
    fn a_build_that_fails_takes_its_segment_back() {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer::create(dir.path()).unwrap();
        let path = dir.path().join(write(&writer, "text").path());
        assert!(path.is_dir());
        drop(writer);
        assert!(!path.exists());
    }
}

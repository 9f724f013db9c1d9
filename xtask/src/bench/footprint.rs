//! The files of a folder: how many there are, of which kinds, and what became of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use blake3::Hash;
use walkdir::WalkDir;

/// Files by their path in the folder.
#[derive(Default)]
pub(super) struct Footprint(BTreeMap<PathBuf, Content>);

#[derive(Clone, Copy, PartialEq, Eq)]
struct Content {
    bytes: u64,
    hash: Hash,
}

/// How many files, of how many bytes together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) files: u64,
    pub(super) bytes: u64,
}

impl Footprint {
    /// Reads every file of a folder.
    pub(super) fn of(folder: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        for entry in WalkDir::new(folder) {
            let entry = entry.with_context(|| format!("reading {}", folder.display()))?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(folder)?.to_owned();
                files.insert(path, Content::of(entry.path())?);
            }
        }
        Ok(Self(files))
    }

    /// A hash of all paths and contents.
    pub(super) fn fingerprint(&self) -> Hash {
        let mut hasher = blake3::Hasher::new();
        for (path, content) in &self.0 {
            let path = path.as_os_str().as_encoded_bytes();
            hasher.update(&(path.len() as u64).to_le_bytes()).update(path).update(content.hash.as_bytes());
        }
        hasher.finalize()
    }

    /// All files.
    pub(super) fn size(&self) -> Size {
        self.0.values().copied().collect()
    }

    /// The files in folders of these names, wherever these are: a bundle has them once a segment.
    pub(super) fn size_of(&self, folders: &[&str]) -> Size {
        let has_name = |folder: &Path| folders.iter().any(|name| folder.ends_with(name));
        let is_in = |path: &Path| path.ancestors().skip(1).any(has_name);
        self.0.iter().filter(|(path, _)| is_in(path)).map(|(_, content)| *content).collect()
    }

    /// The files that an earlier footprint of the folder does not have, or not with this content.
    pub(super) fn newer_than(&self, earlier: &Footprint) -> Footprint {
        let newer = self.0.iter().filter(|(path, content)| earlier.0.get(*path) != Some(*content));
        Footprint(newer.map(|(path, content)| (path.clone(), *content)).collect())
    }

    /// The files of an earlier footprint that are gone.
    pub(super) fn gone_since(&self, earlier: &Footprint) -> Size {
        let gone = earlier.0.iter().filter(|(path, _)| !self.0.contains_key(*path));
        gone.map(|(_, content)| *content).collect()
    }
}

impl Content {
    fn of(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        Ok(Self { bytes: bytes.len() as u64, hash: blake3::hash(&bytes) })
    }
}

impl FromIterator<Content> for Size {
    fn from_iter<I: IntoIterator<Item = Content>>(contents: I) -> Self {
        contents.into_iter().fold(Size::default(), |size, content| Size {
            files: size.files + 1,
            bytes: size.bytes + content.bytes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[(&str, &str)]) {
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    #[test]
    fn files_are_counted_by_folder() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[("top", "1"), ("index/a", "22"), ("a/index/deep/b", "333"), ("b/index", "4")]);
        let footprint = Footprint::of(folder.path()).unwrap();
        assert_eq!(footprint.size(), Size { files: 4, bytes: 7 });
        assert_eq!(footprint.size_of(&["index", "no-such"]), Size { files: 2, bytes: 5 });
    }

    #[test]
    fn a_fingerprint_is_of_paths_and_contents() {
        let of = |files: &[(&str, &str)]| {
            let folder = tempfile::tempdir().unwrap();
            write(folder.path(), files);
            Footprint::of(folder.path()).unwrap().fingerprint()
        };
        let one = of(&[("a", "1"), ("b", "2")]);
        assert_eq!(one, of(&[("b", "2"), ("a", "1")]));
        assert_ne!(one, of(&[("a", "2"), ("b", "1")]));
        assert_ne!(one, of(&[("a", "1")]));
    }

    #[test]
    fn content_decides_what_is_newer() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[("same", "1"), ("changed", "1"), ("gone", "12345")]);
        let earlier = Footprint::of(folder.path()).unwrap();
        fs::remove_file(folder.path().join("gone")).unwrap();
        write(folder.path(), &[("same", "1"), ("changed", "2"), ("added", "333")]);
        let later = Footprint::of(folder.path()).unwrap();
        assert_eq!(later.newer_than(&earlier).size(), Size { files: 2, bytes: 4 });
        assert_eq!(later.gone_since(&earlier), Size { files: 1, bytes: 5 });
    }
}

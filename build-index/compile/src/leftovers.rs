//! Removes what earlier builds left in the folder of a bundle. Only files with names that builds give are
//! ever removed: the keeper may have chosen a folder that has a folder `media` already.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{read_dir, remove_dir, remove_file};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use body::media::is_name as is_media_name;
use bundle::format::SEGMENTS;

use crate::files::is_unfinished;
use crate::folders::{FOLDERS, NAME_LENGTH};

/// The folders that bundles had before their segments had folders of their own.
const FORMER_FOLDERS: &[&str] =
    &["catalog", "columns", "directory", "terms", "positions", "bodies", "records"];

/// Removes the files of a bundle that are not among those to keep.
pub(crate) fn remove_leftovers(dir: &Path, kept: &BTreeSet<PathBuf>) -> Result<()> {
    for folder in FOLDERS {
        remove_files(&dir.join(folder), |path| is_of_a_bundle(path) && !kept.contains(path))?;
    }
    for folder in FORMER_FOLDERS.iter().map(|folder| dir.join(folder)).filter(|folder| folder.is_dir()) {
        remove_files(&folder, is_of_a_bundle)?;
        // A keeper's file may be left in it.
        let _ = remove_dir(&folder);
    }
    remove_segments(&dir.join(SEGMENTS), kept)?;
    // A manifest left unfinished by a build that was killed.
    remove_files(dir, is_unfinished)
}

/// Removes the folders of segments that have no file to keep.
fn remove_segments(segments: &Path, kept: &BTreeSet<PathBuf>) -> Result<()> {
    let is_of_a_build = |folder: &Path| is_unfinished(folder) || is_hash(&name(folder));
    for folder in entries(segments)? {
        let has_kept = kept.range(folder.clone()..).next().is_some_and(|next| next.starts_with(&folder));
        if folder.is_dir() && is_of_a_build(&folder) && !has_kept {
            for kind in entries(&folder)?.iter().filter(|kind| kind.is_dir()) {
                remove_files(kind, is_of_a_segment)?;
                let _ = remove_dir(kind);
            }
            let _ = remove_dir(&folder);
        }
    }
    Ok(())
}

/// Whether a file in a folder of a bundle has a name that only builds give.
fn is_of_a_bundle(path: &Path) -> bool {
    let name = name(path);
    let Some((hash, ending)) = name.split_once('.') else { return false };
    is_unfinished(path) || is_hash(hash) && (ending == "json.gz" || is_media_name(&name))
}

/// The same for a file in the folder of a segment, where files are called by number.
fn is_of_a_segment(path: &Path) -> bool {
    let is_number = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
    is_unfinished(path) || name(path).strip_suffix(".json.gz").is_some_and(is_number)
}

fn is_hash(name: &str) -> bool {
    name.len() >= NAME_LENGTH && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

fn name(path: &Path) -> String {
    path.file_name().map(OsStr::to_string_lossy).unwrap_or_default().into_owned()
}

/// Removes the files of a folder that are `unwanted`.
fn remove_files(folder: &Path, unwanted: impl Fn(&Path) -> bool) -> Result<()> {
    for path in entries(folder)? {
        if unwanted(&path) && !path.is_dir() {
            remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = || read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>();
    read().with_context(|| format!("cannot read {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(dir: &Path, path: &str) -> PathBuf {
        let path = dir.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, "").unwrap();
        path
    }

    #[test]
    fn segments_that_nothing_names_go() {
        let dir = tempfile::tempdir().unwrap();
        FOLDERS.iter().for_each(|folder| std::fs::create_dir_all(dir.path().join(folder)).unwrap());
        let (kept, gone) = ("segments/0123456789ab/terms/0.json.gz", "segments/aaaaaaaaaaaa/terms/0.json.gz");
        let kept = write(dir.path(), kept);
        let gone = write(dir.path(), gone);
        let unfinished = write(dir.path(), "segments/.unfinished-a/terms/0.json.gz");
        let keepers = write(dir.path(), "segments/bbbbbbbbbbbb/terms/list.txt");
        let other = write(dir.path(), "segments/notes/terms/0.json.gz");
        remove_leftovers(dir.path(), &BTreeSet::from([kept.clone()])).unwrap();
        assert!(kept.exists() && keepers.exists() && other.exists());
        assert!(!gone.exists() && !dir.path().join("segments/aaaaaaaaaaaa").exists());
        assert!(!unfinished.exists() && !dir.path().join("segments/.unfinished-a").exists());
    }

    #[test]
    fn a_bundle_of_an_earlier_format_goes() {
        let dir = tempfile::tempdir().unwrap();
        FOLDERS.iter().for_each(|folder| std::fs::create_dir_all(dir.path().join(folder)).unwrap());
        let old =
            ["segments/0123456789ab.json.gz", "bodies/0123456789ab.json.gz", "terms/0123456789ab.json.gz"];
        let old = old.map(|path| write(dir.path(), path));
        let keepers = write(dir.path(), "terms/of-use.md");
        remove_leftovers(dir.path(), &BTreeSet::new()).unwrap();
        assert!(old.iter().all(|path| !path.exists()) && keepers.exists());
        assert!(!dir.path().join("bodies").exists());
    }
}

//! Writes the files of a site into a folder where a keeper may have others.
//!
//! A list in the folder says which files an earlier run wrote: only those are replaced and removed.
//! A reader who loads the page meanwhile gets the old site or the new one, never a mixture: files that
//! the page names are written before it and removed after it, and each file gets its name in one step.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Component, Path};

use anyhow::{Context as _, Result, bail};
use compile::files::{with_remedy, write_file};
use serde::{Deserialize, Serialize};

use crate::site::files::{Files, NOT_FOUND, PAGE};
use crate::site::robots::ROBOTS;

/// The list of what was written.
const LIST: &str = ".reading-room-site.json";
/// Files that a keeper may well have, and that a site does without: one that is there stays.
const GIVES_WAY: &[&str] = &[NOT_FOUND, ROBOTS, ".nojekyll"];

/// What was written and removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) files: usize,
    pub(super) bytes: u64,
    pub(super) removed: usize,
}

/// The list of what was written.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Ours {
    /// Paths from the folder of the list.
    files: BTreeSet<String>,
}

/// Writes files into a folder, and removes those of an earlier site that are no longer needed. Gives
/// what it did, and which files of the keeper stay in the place of ours. Fails, before it writes
/// anything, if another file of the keeper is in the way.
pub(super) fn write_files(dir: &Path, files: &Files) -> Result<(Change, Vec<String>)> {
    let old = Ours::read(dir)?;
    let Sorted { mut new, kept } = Sorted::of(files, dir, &old)?;
    let names = files.keys().filter(|path| !kept.contains(path)).cloned();
    let ours = Ours { files: names.collect() };
    // A run after an interruption must know the files of both.
    Ours { files: old.files.union(&ours.files).cloned().collect() }.write(dir)?;
    // The page comes last.
    new.sort_by_key(|(path, _)| *path == PAGE);
    let mut change = Change::default();
    for (path, bytes) in new {
        write_one(&dir.join(path), bytes)?;
        change.files += 1;
        change.bytes += bytes.len() as u64;
    }
    for path in old.files.difference(&ours.files).filter(|path| !kept.contains(path)) {
        change.removed += usize::from(remove(dir, path)?);
    }
    ours.write(dir)?;
    Ok((change, kept))
}

/// Files of a site that are not there yet as they should be.
struct Sorted<'a> {
    /// Those to write.
    new: Vec<(&'a String, &'a Vec<u8>)>,
    /// Those in whose place a keeper has a file that stays.
    kept: Vec<String>,
}

impl<'a> Sorted<'a> {
    /// Fails if a file of the keeper is in the way.
    fn of(files: &'a Files, dir: &Path, old: &Ours) -> Result<Sorted<'a>> {
        let (mut new, mut kept) = (Vec::new(), Vec::new());
        for (path, bytes) in files {
            match std::fs::read(dir.join(path)) {
                Ok(there) if there == *bytes => {}
                Ok(_) if old.files.contains(path) => new.push((path, bytes)),
                Ok(_) if GIVES_WAY.contains(&path.as_str()) => kept.push(path.clone()),
                Err(error) if error.kind() == ErrorKind::NotFound => new.push((path, bytes)),
                _ => bail!(
                    "{} is in the way, and no earlier site wrote it; move it away, or choose another folder with --out",
                    dir.join(path).display()
                ),
            }
        }
        Ok(Sorted { new, kept })
    }
}

impl Ours {
    /// The list in a folder; an empty one where there is none.
    fn read(dir: &Path) -> Result<Ours> {
        let path = dir.join(LIST);
        let cannot = || format!("cannot read {}; mend it or remove it", path.display());
        let json = match std::fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Ours::default()),
            json => json.with_context(cannot)?,
        };
        let mut ours: Ours = serde_json::from_slice(&json).with_context(cannot)?;
        ours.files.retain(|path| is_within(path));
        Ok(ours)
    }

    fn write(&self, dir: &Path) -> Result<()> {
        let mut json = serde_json::to_vec_pretty(self)?;
        json.push(b'\n');
        match std::fs::read(dir.join(LIST)) {
            Ok(there) if there == json => Ok(()),
            _ => write_one(&dir.join(LIST), &json),
        }
    }
}

/// Whether a path stays in its folder, whoever wrote the list.
fn is_within(path: &str) -> bool {
    let path = Path::new(path);
    path.components().all(|part| matches!(part, Component::Normal(_))) && path.file_name().is_some()
}

fn write_one(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| write_file(path, bytes))
        .with_context(|| format!("cannot write {}", path.display()))
        .map_err(with_remedy)
}

/// Removes a file, and the folders that it leaves empty. Gives whether it was there.
fn remove(dir: &Path, path: &str) -> Result<bool> {
    let file = dir.join(path);
    match std::fs::remove_file(&file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        removed => removed.with_context(|| format!("cannot remove {}", file.display()))?,
    }
    let folders = file.ancestors().skip(1).take_while(|folder| *folder != dir);
    for folder in folders {
        // One with something in it stays.
        if std::fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(of: &[(&str, &str)]) -> Files {
        of.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn text(dir: &Path, path: &str) -> Option<String> {
        std::fs::read_to_string(dir.join(path)).ok()
    }

    #[test]
    fn what_is_no_longer_ours_goes_and_what_never_was_stays() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("feeds")).unwrap();
        for keepers in ["CNAME", "feeds/own.xml", "404.html"] {
            std::fs::write(dir.path().join(keepers), "keeper's").unwrap();
        }
        let first =
            files(&[("index.html", "1"), ("a-1.js", "1"), ("feeds/a/1.xml", "1"), ("404.html", "ours")]);
        let (change, kept) = write_files(dir.path(), &first).unwrap();
        assert_eq!((change.files, change.removed, kept), (3, 0, vec!["404.html".to_owned()]));
        let second = files(&[("index.html", "2"), ("a-2.js", "2"), ("404.html", "ours")]);
        let (change, _) = write_files(dir.path(), &second).unwrap();
        assert_eq!((change.files, change.removed), (2, 2));
        assert!(!dir.path().join("feeds/a").exists() && !dir.path().join("a-1.js").exists());
        for keepers in ["CNAME", "feeds/own.xml", "404.html"] {
            assert_eq!(text(dir.path(), keepers).as_deref(), Some("keeper's"), "{keepers}");
        }
        assert_eq!(write_files(dir.path(), &second).unwrap().0, Change::default());
    }

    #[test]
    fn a_page_of_the_keeper_is_not_replaced() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("index.html"), "a blog").unwrap();
        let error =
            write_files(dir.path(), &files(&[("a.js", ""), ("index.html", "x")])).unwrap_err().to_string();
        assert!(error.contains("index.html is in the way") && error.contains("--out"), "{error}");
        assert_eq!(text(dir.path(), "index.html").as_deref(), Some("a blog"));
        assert!(!dir.path().join("a.js").exists());
    }

    #[test]
    fn a_run_that_was_stopped_is_gone_on_with() {
        let dir = tempfile::tempdir().unwrap();
        write_files(dir.path(), &files(&[("index.html", "1"), ("a-1.js", "1")])).unwrap();
        // Where it stopped: the list and a file are new, the page is not.
        let both = ["index.html", "a-1.js", "a-2.js"].map(str::to_owned);
        Ours { files: both.into() }.write(dir.path()).unwrap();
        std::fs::write(dir.path().join("a-2.js"), "2").unwrap();
        write_files(dir.path(), &files(&[("index.html", "3"), ("a-3.js", "3")])).unwrap();
        assert!(!dir.path().join("a-1.js").exists() && !dir.path().join("a-2.js").exists());
        assert_eq!(text(dir.path(), "index.html").as_deref(), Some("3"));
    }

    #[test]
    fn a_list_leads_nowhere_else() {
        for (path, expected) in
            [("a/b.js", true), ("../a", false), ("/etc/a", false), ("a/../../b", false), ("", false)]
        {
            assert_eq!(is_within(path), expected, "{path}");
        }
    }
}

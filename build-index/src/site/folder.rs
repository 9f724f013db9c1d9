//! Writes the files of a site into a folder where a keeper may have others.
//!
//! A [list](super::listing) in the folder says which files an earlier run wrote: only those are replaced and
//! removed. A reader who loads the page meanwhile gets the old site or the new one, never a mixture: files
//! that the page and `open.js` name are written before them and removed after them, and each file gets its
//! name in one step. So a run that is stopped leaves a site that works.
//!
//! Files come one by one, from several threads, because the pages of a large archive do not all fit into
//! memory.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, Result, bail};
use compile::files::{with_remedy, write_file};

use crate::site::files::{Files, NOT_FOUND};
use crate::site::listing::{Listing, Stamp};
use crate::site::robots::ROBOTS;

/// Files that a keeper may well have, and that a site does without: one that is there stays.
const GIVES_WAY: &[&str] = &[NOT_FOUND, ROBOTS, ".nojekyll"];

/// What was written and removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) files: usize,
    pub(super) bytes: u64,
    pub(super) removed: usize,
}

/// A folder that a site is being written to.
pub(super) struct Folder {
    dir: PathBuf,
    old: Listing,
    /// The paths of all files that there will be.
    planned: BTreeSet<String>,
    /// Pages whose paths differ from earlier ones by upper and lower case alone, with those: many file systems
    /// take both for one.
    renamed: BTreeMap<String, String>,
    /// Files of the keeper that stay in the place of ours.
    kept: Vec<String>,
    progress: Mutex<Progress>,
}

/// How far the writing has come.
#[derive(Debug, Default)]
struct Progress {
    change: Change,
    new: Listing,
    /// Whether the list says that the site is being written.
    is_announced: bool,
}

impl Folder {
    /// A folder with what an earlier run left in it. `files` will be written, and others at the paths
    /// `pages`. Fails, before anything is written, if another file of the keeper is in the way.
    pub(super) fn open(dir: &Path, files: &Files, pages: impl IntoIterator<Item = String>) -> Result<Folder> {
        let old = Listing::read(dir)?;
        let planned = pages.into_iter().collect();
        let mut folder = Folder {
            dir: dir.to_owned(),
            renamed: renamed(&old, &planned),
            old,
            planned,
            kept: Vec::new(),
            progress: Mutex::default(),
        };
        folder.check_folders(files)?;
        for page in &folder.planned {
            let is_ours = folder.old.0.contains_key(page) || folder.renamed.contains_key(page);
            if !is_ours && folder.dir.join(page).exists() {
                return folder.in_the_way(page);
            }
        }
        for (path, bytes) in files {
            let is_ours = folder.old.0.contains_key(path);
            match std::fs::read(folder.dir.join(path)) {
                Ok(there) if is_ours || there == *bytes => {}
                Ok(_) if GIVES_WAY.contains(&path.as_str()) => folder.kept.push(path.clone()),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                _ => return folder.in_the_way(path),
            }
        }
        let names = files.keys().filter(|path| !folder.kept.contains(path));
        folder.planned.extend(names.cloned());
        Ok(folder)
    }

    /// Fails if a file is where a folder will be.
    fn check_folders(&self, files: &Files) -> Result<()> {
        let paths = self.planned.iter().chain(files.keys());
        let folders = paths.flat_map(|path| path.match_indices('/').map(|(end, _)| &path[..end]));
        let folders: BTreeSet<&str> = folders.collect();
        let is_file = |folder: &&&str| std::fs::metadata(self.dir.join(folder)).is_ok_and(|it| !it.is_dir());
        folders.iter().find(is_file).map_or(Ok(()), |folder| self.in_the_way(folder))
    }

    fn in_the_way<T>(&self, path: &str) -> Result<T> {
        bail!(
            "{} is in the way, and no earlier site wrote it; move it away, or choose another folder with --out",
            self.dir.join(path).display()
        )
    }

    /// The paths of the files that an earlier run wrote.
    pub(super) fn earlier(dir: &Path) -> Result<Vec<String>> {
        Ok(Listing::read(dir)?.0.into_keys().collect())
    }

    /// Writes a file that was planned, unless it is there as it should be.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        if self.kept.iter().any(|kept| kept == path) {
            return Ok(());
        }
        if let Some(before) = self.renamed.get(path) {
            self.announce()?;
            make_way(&self.dir.join(before))?;
        }
        let stamp = Stamp::of(bytes);
        if !self.is_there(path, bytes, &stamp) {
            self.announce()?;
            write_one(&self.dir.join(path), bytes)?;
            let mut progress = self.progress();
            progress.change.files += 1;
            progress.change.bytes += bytes.len() as u64;
        }
        self.progress().new.0.insert(path.to_owned(), stamp);
        Ok(())
    }

    /// Whether a file is as it should be: by its stamp and its length, or where it has no stamp, by what is
    /// in it.
    fn is_there(&self, path: &str, bytes: &[u8], stamp: &Stamp) -> bool {
        let file = self.dir.join(path);
        match self.old.0.get(path) {
            Some(known) if known.bytes().is_some() => {
                known == stamp && std::fs::metadata(file).is_ok_and(|file| file.len() == bytes.len() as u64)
            }
            _ => std::fs::read(file).is_ok_and(|there| there == bytes),
        }
    }

    /// Says in the list what there will be, before anything of it is: a run after an interruption must know
    /// the files of both.
    fn announce(&self) -> Result<()> {
        let mut progress = self.progress();
        if !progress.is_announced {
            let mut both = self.old.clone();
            self.planned.iter().for_each(|path| {
                both.0.entry(path.clone()).or_default();
            });
            both.write(&self.dir, true)?;
            progress.is_announced = true;
        }
        Ok(())
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Removes what an earlier site had and this one has not. Gives what was done, and which files of the
    /// keeper stay in the place of ours.
    pub(super) fn finish(self) -> Result<(Change, Vec<String>)> {
        let renamed: BTreeSet<_> = self.renamed.values().collect();
        let stays =
            |path: &String| self.planned.contains(path) || self.kept.contains(path) || renamed.contains(path);
        let gone: Vec<_> = self.old.0.keys().filter(|path| !stays(path)).collect();
        if !gone.is_empty() {
            self.announce()?;
        }
        let Progress { mut change, new, .. } = std::mem::take(&mut *self.progress());
        for path in gone {
            change.removed += usize::from(remove(&self.dir, path)?);
        }
        new.write(&self.dir, false)?;
        Ok((change, self.kept))
    }
}

/// The paths that differ from earlier ones by upper and lower case alone, with those.
fn renamed(old: &Listing, planned: &BTreeSet<String>) -> BTreeMap<String, String> {
    let gone = old.0.keys().filter(|path| !planned.contains(*path));
    let gone: BTreeMap<_, _> = gone.map(|path| (path.to_lowercase(), path)).collect();
    let renamed = planned.iter().filter_map(|path| {
        let before = *gone.get(&path.to_lowercase())?;
        Some((path.clone(), before.clone()))
    });
    renamed.collect()
}

/// Removes a page and its folder before what has its name in another case is written: else the folder would
/// keep the name that it has.
fn make_way(page: &Path) -> Result<()> {
    match std::fs::remove_file(page) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("cannot remove {}", page.display()));
        }
        _ => {}
    }
    // One with something in it stays.
    let _ = page.parent().map(std::fs::remove_dir);
    Ok(())
}

/// Writes some files.
pub(super) fn put_all(folder: &Folder, files: &Files) -> Result<()> {
    files.iter().try_for_each(|(path, bytes)| folder.put(path, bytes))
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

    fn write_files(dir: &Path, files: &Files) -> Result<(Change, Vec<String>)> {
        let folder = Folder::open(dir, files, [])?;
        put_all(&folder, files)?;
        folder.finish()
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
    fn a_file_of_the_keeper_is_not_made_a_folder() {
        for keepers in ["article", "article/2020-01-01", "feeds"] {
            let dir = tempfile::tempdir().unwrap();
            let file = dir.path().join(keepers);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, "keeper's").unwrap();
            let pages = ["article/2020-01-01/Tea-k/index.html".to_owned()];
            let opened = Folder::open(dir.path(), &files(&[("feeds/a/1.xml", "1")]), pages);
            let error = opened.err().unwrap().to_string();
            assert!(error.contains(&format!("{} is in the way", file.display())), "{error}");
        }
    }

    #[test]
    fn a_page_may_change_its_name_in_case_alone() {
        let dir = tempfile::tempdir().unwrap();
        let build = |(key, renamed): (&str, usize)| {
            let page = format!("article/2020-01-01/{key}/index.html");
            let folder = Folder::open(dir.path(), &Files::new(), [page.clone()]).unwrap();
            assert_eq!(folder.renamed.len(), renamed, "{key}");
            folder.put(&page, key.as_bytes()).unwrap();
            folder.finish().unwrap();
            let day = std::fs::read_dir(dir.path().join("article/2020-01-01")).unwrap();
            let keys: Vec<_> = day.map(|key| key.unwrap().file_name().into_string().unwrap()).collect();
            assert_eq!(keys, [key]);
            assert_eq!(text(dir.path(), &page).as_deref(), Some(key));
        };
        [("Tea-k", 0), ("tea-k", 1), ("tea-k", 0), ("TEA-k", 1)].into_iter().for_each(build);
    }

    #[test]
    fn a_run_that_was_stopped_is_gone_on_with() {
        let dir = tempfile::tempdir().unwrap();
        write_files(dir.path(), &files(&[("index.html", "1"), ("a-1.js", "1")])).unwrap();
        // Where it stopped: the list and a file are new, the page is not.
        let both = ["index.html", "a-1.js", "a-2.js"].map(|path| (path.to_owned(), Stamp::of(b"1")));
        Listing(both.into()).write(dir.path(), true).unwrap();
        std::fs::write(dir.path().join("a-2.js"), "2").unwrap();
        write_files(dir.path(), &files(&[("index.html", "3"), ("a-3.js", "3")])).unwrap();
        assert!(!dir.path().join("a-1.js").exists() && !dir.path().join("a-2.js").exists());
        assert_eq!(text(dir.path(), "index.html").as_deref(), Some("3"));
    }
}

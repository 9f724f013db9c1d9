//! The list of the files that a site has in its folder, with a hash of each, so that a build knows which
//! files are ours and which are as they should be without reading them.
//!
//! Pages of articles and of months are in lists of their own, one for each month, so that an update writes a
//! short one.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Component, Path};

use anyhow::{Context as _, Result};
use bundle::date::Month;
use bundle::reading::PAGES;
use compile::files::write_file;
use content_hash::short_hash;
use serde::{Deserialize, Serialize};

use crate::site::plain::paths::LISTS;

/// The list of all but the pages of months, and which other lists there are.
const MAIN: &str = ".reading-room-site.json";
/// The folder of the other lists.
const MONTHS: &str = ".reading-room-pages";
/// Letters of a hash.
const HASH: usize = 12;

/// What a file was when it was written: a hash and a number of bytes; empty if that is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp(String);

impl Stamp {
    pub(super) fn of(bytes: &[u8]) -> Stamp {
        Stamp(format!("{}-{}", short_hash(bytes, HASH), bytes.len()))
    }

    /// How long the file was.
    pub(super) fn bytes(&self) -> Option<u64> {
        self.0.rsplit_once('-')?.1.parse().ok()
    }
}

/// The files of a site, by their paths from its folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Listing(pub(super) BTreeMap<String, Stamp>);

/// A list as it is written.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Written {
    files: Files,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    months: BTreeSet<String>,
    /// Whether a build was stopped, so that no file may be what its stamp says.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unfinished: bool,
}

/// Earlier sites wrote paths alone.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Files {
    Stamped(BTreeMap<String, Stamp>),
    Paths(BTreeSet<String>),
}

impl Default for Files {
    fn default() -> Files {
        Files::Stamped(BTreeMap::new())
    }
}

impl Listing {
    /// The list in a folder; an empty one where there is none.
    pub(super) fn read(dir: &Path) -> Result<Listing> {
        let main = read_one(dir, MAIN)?;
        let mut listing = Listing::default();
        listing.add(main.files);
        for month in main.months.iter().filter(|month| is_within(month)) {
            listing.add(read_one(dir, &path_of(month))?.files);
        }
        if main.unfinished {
            listing.0.values_mut().for_each(|stamp| *stamp = Stamp::default());
        }
        Ok(listing)
    }

    fn add(&mut self, files: Files) {
        let files = match files {
            Files::Stamped(files) => files,
            Files::Paths(paths) => paths.into_iter().map(|path| (path, Stamp::default())).collect(),
        };
        self.0.extend(files.into_iter().filter(|(path, _)| is_within(path)));
    }

    /// Writes the list, as one of a site that is being written or that is complete.
    pub(super) fn write(&self, dir: &Path, unfinished: bool) -> Result<()> {
        let mut lists: BTreeMap<&str, BTreeMap<String, Stamp>> = BTreeMap::new();
        for (path, stamp) in &self.0 {
            lists.entry(month_of(path)).or_default().insert(path.clone(), stamp.clone());
        }
        let files = lists.remove("").unwrap_or_default();
        let months = lists.keys().map(|month| (*month).to_owned()).collect();
        let main = Written { files: Files::Stamped(files), months, unfinished };
        let before = read_one(dir, MAIN).unwrap_or_default();
        for (month, files) in lists {
            let list = Written { files: Files::Stamped(files), ..Written::default() };
            write_one(dir, &path_of(month), &list)?;
        }
        let gone = before.months.difference(&main.months).filter(|month| is_within(month));
        for month in gone {
            // Nothing names it any more.
            let _ = std::fs::remove_file(dir.join(path_of(month)));
        }
        let _ = std::fs::remove_dir(dir.join(MONTHS));
        write_one(dir, MAIN, &main)
    }
}

/// The month of a page of an article, or of a list of a month; nothing for other files.
fn month_of(path: &str) -> &str {
    let rest = [PAGES, LISTS].iter().find_map(|folder| path.strip_prefix(folder)?.strip_prefix('/'));
    let month = rest.and_then(|rest| rest.get(.."2023-11".len())).unwrap_or_default();
    if Month::parse(month).is_some() { month } else { "" }
}

fn path_of(month: &str) -> String {
    format!("{MONTHS}/{month}.json")
}

fn read_one(dir: &Path, path: &str) -> Result<Written> {
    let path = dir.join(path);
    let cannot = || format!("cannot read {}; mend it or remove it", path.display());
    match std::fs::read(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Written::default()),
        json => serde_json::from_slice(&json.with_context(cannot)?).with_context(cannot),
    }
}

fn write_one(dir: &Path, path: &str, list: &Written) -> Result<()> {
    let path = dir.join(path);
    let mut json = serde_json::to_vec(list)?;
    json.push(b'\n');
    if std::fs::read(&path).is_ok_and(|there| there == json) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(dir);
    std::fs::create_dir_all(folder)
        .and_then(|()| write_file(&path, &json))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Whether a path stays in its folder, whoever wrote the list.
fn is_within(path: &str) -> bool {
    let path = Path::new(path);
    path.components().all(|part| matches!(part, Component::Normal(_))) && path.file_name().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(paths: &[&str]) -> Listing {
        Listing(paths.iter().map(|path| ((*path).to_owned(), Stamp::of(path.as_bytes()))).collect())
    }

    #[test]
    fn a_list_leads_nowhere_else() {
        for (path, expected) in
            [("a/b.js", true), ("../a", false), ("/etc/a", false), ("a/../../b", false), ("", false)]
        {
            assert_eq!(is_within(path), expected, "{path}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let pages = ["index.html", "article/2023-11-10/a-k/index.html", "article/2023-12-10/index.html"];
        let whole = listing(&pages);
        whole.write(dir.path(), false).unwrap();
        assert_eq!(Listing::read(dir.path()).unwrap(), whole);
        assert_eq!(std::fs::read_dir(dir.path().join(MONTHS)).unwrap().count(), 2);
        // What is written is not what was stamped.
        whole.write(dir.path(), true).unwrap();
        assert!(Listing::read(dir.path()).unwrap().0.values().all(|stamp| stamp.bytes().is_none()));
        listing(&pages[..1]).write(dir.path(), false).unwrap();
        assert!(!dir.path().join(MONTHS).exists());
        assert_eq!(Listing::read(dir.path()).unwrap().0.len(), 1);
    }

    #[test]
    fn lists_of_earlier_sites_are_known() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join(MAIN), "{\"files\": [\"index.html\", \"../up\"]}").unwrap();
        let read = Listing::read(dir.path()).unwrap();
        assert_eq!(read.0.into_iter().collect::<Vec<_>>(), [("index.html".to_owned(), Stamp::default())]);
    }

    #[test]
    fn pages_of_articles_are_listed_by_month() {
        let check = |path: &str, month: &str| assert_eq!(month_of(path), month, "{path}");
        check("article/2023-11-10/Tea-k/index.html", "2023-11");
        check("article/2023-11-10/index.html", "2023-11");
        check("lists/2023-11/2/index.html", "2023-11");
        check("lists/author/2023-11-x/index.html", "");
        check("article/a/b", "");
        check("articles/2023-11-10/x", "");
        check("index.html", "");
    }
}

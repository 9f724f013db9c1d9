//! Whether a binary is as new as what it is made of, told without asking cargo.
//!
//! Cargo takes half a second to find that nothing is to be done, and `trunk serve` would wait for it
//! after each change to a post.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

use crate::project::Project;

/// The folders of packages that build-index is made of, with those in them.
const PACKAGES: [&str; 4] = ["build-index", "bundle", "markup", "texts"];

/// Whether build-index is newer than all that it is compiled from. When in doubt it is not.
pub(crate) fn is_fresh(project: &Project, build_index: &Path) -> bool {
    let manifests = manifests(project);
    is_newer_than_sources(build_index, &manifests).unwrap_or(false)
}

/// What decides about a binary beside its sources: the manifests of the packages that it may be made of.
fn manifests(project: &Project) -> Vec<PathBuf> {
    let folders = PACKAGES.iter().flat_map(|folder| WalkDir::new(project.path(folder)).max_depth(2));
    let packages = folders.flatten().filter(|entry| entry.file_name() == "Cargo.toml");
    let of_workspace = ["Cargo.lock", "Cargo.toml"].map(|name| project.path(name));
    of_workspace.into_iter().chain(packages.map(DirEntry::into_path)).collect()
}

/// Remembers that cargo found a binary to be as new as its sources were at a time: it leaves one alone
/// whose sources were only touched.
pub(crate) fn set_fresh(binary: &Path, at: SystemTime) -> Result<()> {
    let file = File::options().append(true).open(binary).and_then(|file| file.set_modified(at));
    file.with_context(|| format!("setting the time of {}", binary.display()))
}

/// Cargo leaves a list of the sources beside each binary.
fn is_newer_than_sources(binary: &Path, manifests: &[PathBuf]) -> io::Result<bool> {
    let built = modified(binary)?;
    let list = fs::read_to_string(binary.with_extension("d"))?;
    for source in sources(&list).iter().chain(manifests) {
        if modified(source)? >= built {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The paths of a rule as make writes it, `binary: source source`, with `\ ` for a space in a name.
fn sources(list: &str) -> Vec<PathBuf> {
    let Some((_, sources)) = list.trim_end().split_once(": ") else { return Vec::new() };
    let mut paths = vec![String::new()];
    let mut chars = sources.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek(), paths.last_mut()) {
            ('\\', Some(' '), Some(path)) => path.extend(chars.next()),
            (' ', _, _) => paths.push(String::new()),
            (_, _, Some(path)) => path.push(c),
            (_, _, None) => {}
        }
    }
    paths.into_iter().map(PathBuf::from).collect()
}

fn modified(path: &Path) -> io::Result<SystemTime> {
    fs::metadata(path)?.modified()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_list_of_sources_is_read() {
        let check = |list: &str, expected: &[&str]| {
            assert_eq!(sources(list), expected.iter().map(PathBuf::from).collect::<Vec<_>>(), "{list}");
        };
        check("/t/x: /a/b.rs /a/c.rs\n", &["/a/b.rs", "/a/c.rs"]);
        check("/t/x: /a\\ folder/b.rs /c.rs\n", &["/a folder/b.rs", "/c.rs"]);
        check("C:\\t\\x.exe: C:\\a\\b.rs\n", &["C:\\a\\b.rs"]);
        check("", &[]);
    }

    #[test]
    fn a_binary_is_fresh_until_a_source_is_newer_or_gone() {
        let folder = tempfile::tempdir().unwrap();
        let [binary, list, source] = ["tool", "tool.d", "main.rs"].map(|name| folder.path().join(name));
        assert!(is_newer_than_sources(&binary, &[]).is_err());
        fs::write(&source, "").unwrap();
        fs::write(&binary, "").unwrap();
        fs::write(&list, format!("{}: {}\n", binary.display(), source.display())).unwrap();
        let now = SystemTime::now();
        let check = |source_is_older_by: i64, expected: bool| {
            let by = Duration::from_secs(source_is_older_by.unsigned_abs());
            let time = if source_is_older_by > 0 { now - by } else { now + by };
            File::open(&binary).unwrap().set_modified(now).unwrap();
            File::open(&source).unwrap().set_modified(time).unwrap();
            assert_eq!(is_newer_than_sources(&binary, &[]).unwrap(), expected, "{source_is_older_by}");
        };
        check(5, true);
        check(-5, false);
        check(0, false);
        set_fresh(&binary, now + Duration::from_secs(1)).unwrap();
        assert!(is_newer_than_sources(&binary, &[]).unwrap());
        fs::remove_file(&source).unwrap();
        assert!(is_newer_than_sources(&binary, &[]).is_err());
    }
}

//! The archives that are built.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use walkdir::WalkDir;

use super::contender::empty;
use super::sample::grouped;
use crate::generate::Recipe;
use crate::project::Project;

/// An archive, with the name that results know it by.
pub(super) struct Archive {
    pub(super) name: String,
    pub(super) path: PathBuf,
}

impl Archive {
    /// An archive of somebody's, named as its folder is.
    pub(super) fn at(project: &Project, path: &Path) -> Result<Self> {
        let path = project.archive(Some(path))?.canonicalize()?;
        let name = path.file_name().context("the root of a file system is no archive")?;
        Ok(Self { name: name.to_string_lossy().into_owned(), path })
    }

    /// A generated archive, which is kept for the next time.
    pub(super) fn generated(project: &Project, posts: u64) -> Result<Self> {
        let recipe = Recipe::of(posts);
        let Recipe { seed, length, .. } = recipe;
        let name = format!("generated-{posts}");
        let kept = project.target("bench").join("archives");
        let path = kept.join(format!("{name}-seed-{seed}-length-{length}"));
        if !path.is_dir() {
            eprintln!("Generating {} posts, once.", grouped(posts));
            // Written beside its place and moved there, so that half an archive is never used.
            let partial = kept.join("partial");
            empty(&partial)?;
            recipe.write(&partial)?;
            fs::rename(&partial, &path).context("moving the generated archive")?;
        }
        Ok(Self { name, path })
    }

    /// A copy that can grow without the archive doing so. Files are linked rather than copied where
    /// the file system lets them, and no build changes one.
    pub(super) fn copy_to(&self, copy: &Path) -> Result<()> {
        empty(copy)?;
        let is_visible = |name: &std::ffi::OsStr| !name.to_string_lossy().starts_with('.');
        let entries = WalkDir::new(&self.path).min_depth(1).into_iter();
        for entry in entries.filter_entry(|entry| is_visible(entry.file_name())) {
            let entry = entry.with_context(|| format!("reading {}", self.path.display()))?;
            let to = copy.join(entry.path().strip_prefix(&self.path)?);
            let made = match entry.file_type() {
                kind if kind.is_dir() => fs::create_dir_all(&to),
                kind if kind.is_file() => link_or_copy(entry.path(), &to),
                _ => Ok(()),
            };
            made.with_context(|| format!("writing {}", to.display()))?;
        }
        Ok(())
    }
}

/// Results are told apart by the names of archives, and so are the folders that builds go to.
pub(super) fn ensure_distinct(archives: &[Archive]) -> Result<()> {
    let mut names = BTreeSet::new();
    for Archive { name, .. } in archives {
        ensure!(names.insert(name), "two archives are in folders named {name}; rename one of them");
    }
    Ok(())
}

fn link_or_copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_grows_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("archive");
        fs::create_dir_all(path.join("archived/2020-01-01")).unwrap();
        fs::create_dir_all(path.join(".git")).unwrap();
        fs::write(path.join("archived/2020-01-01/a.md"), "text").unwrap();
        fs::write(path.join(".git/config"), "").unwrap();
        let archive = Archive { name: "archive".into(), path: path.clone() };
        let copy = folder.path().join("copy");
        archive.copy_to(&copy).unwrap();
        fs::write(copy.join("archived/b.md"), "").unwrap();
        assert_eq!(fs::read_to_string(copy.join("archived/2020-01-01/a.md")).unwrap(), "text");
        assert!(!copy.join(".git").exists(), "what is hidden is no part of an archive");
        assert!(!path.join("archived/b.md").exists());
    }

    #[test]
    fn names_are_distinct() {
        let archives = ["a", "b", "a"].map(|name| Archive { name: name.into(), path: PathBuf::new() });
        assert!(ensure_distinct(&archives[..2]).is_ok());
        assert!(ensure_distinct(&archives).is_err());
    }
}

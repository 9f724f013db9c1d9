//! Finds the posts of an archive.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use walkdir::{DirEntry, WalkDir};

use crate::report::{Notice, NoticeKind};

/// Folders whose files are posts, at any depth.
const POST_FOLDERS: &[&str] = &["_posts", "archived"];
/// What the name of a post ends in.
const POST_ENDINGS: &[&str] = &["md", "markdown", "html"];

/// The posts of an archive.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Files that can be opened, sorted by path.
    pub(crate) posts: Vec<PathBuf>,
    /// What stands in the place of a post but is no file.
    pub(crate) skipped: Vec<Notice>,
}

/// Finds all posts below `archive`.
///
/// Fails if `archive` is not a folder, or holds no post.
pub(crate) fn find_posts(archive: &Path) -> Result<Found> {
    if !archive.is_dir() {
        let what = if archive.exists() { "is not a folder" } else { "does not exist" };
        bail!(
            "{} {what}; name the folder of an archive, the one with _posts or archived in it",
            archive.display()
        );
    }
    let mut found = Found::default();
    let walk = WalkDir::new(archive).sort_by_file_name().into_iter().filter_entry(is_visible);
    for entry in walk {
        match entry {
            Ok(entry) if is_post(archive, entry.path()) => found.add(archive, &entry),
            Ok(_) => {}
            Err(error) => found.skip(archive, error.path().unwrap_or(archive), &error),
        }
    }
    if found.posts.is_empty() && found.skipped.is_empty() {
        bail!(
            "{} holds no posts: no .md, .markdown or .html file in a _posts or archived folder",
            archive.display()
        );
    }
    Ok(found)
}

impl Found {
    fn add(&mut self, archive: &Path, entry: &DirEntry) {
        // Follows symbolic links to files, but not into folders, where they could run in circles.
        match entry.path().metadata() {
            Ok(metadata) if metadata.is_file() => self.posts.push(entry.path().to_owned()),
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => self.skip(archive, entry.path(), &"not a regular file"),
            Err(error) => self.skip(archive, entry.path(), &error),
        }
    }

    fn skip(&mut self, archive: &Path, path: &Path, reason: &dyn std::fmt::Display) {
        let path = relative(archive, path);
        self.skipped.push(Notice { path, kind: NoticeKind::Unreadable, message: reason.to_string() });
    }
}

/// The path of a post relative to its archive, with `/` on every system.
pub(crate) fn relative(archive: &Path, path: &Path) -> String {
    let path = path.strip_prefix(archive).unwrap_or(path);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn is_visible(entry: &DirEntry) -> bool {
    entry.depth() == 0 || entry.file_name().to_str().is_none_or(|name| !name.starts_with('.'))
}

fn is_post(archive: &Path, path: &Path) -> bool {
    let ends_like_one = path
        .extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| POST_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)));
    // The archive may itself be a `_posts` folder.
    let folders = path.parent().into_iter().flat_map(|folder| {
        let below = folder.strip_prefix(archive).unwrap_or(folder).components();
        below.map(|part| part.as_os_str().to_owned()).chain(archive.file_name().map(Into::into))
    });
    let in_post_folder =
        folders.into_iter().any(|name| POST_FOLDERS.iter().any(|folder| name.as_os_str() == *folder));
    ends_like_one && in_post_folder
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(files: &[&str]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for file in files {
            let path = dir.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "---\n---\n").unwrap();
        }
        dir
    }

    #[test]
    fn posts_at_any_depth_and_nothing_else() {
        let dir = archive(&[
            "_posts/b.md",
            "_posts/2019/a.markdown",
            "archived/2020-01-01/c.md",
            "tea/_posts/d.html",
            "README.md",
            "_posts/picture.png",
            ".git/_posts/e.md",
            "_drafts/f.md",
        ]);
        let found = find_posts(dir.path()).unwrap();
        let paths: Vec<_> = found.posts.iter().map(|path| relative(dir.path(), path)).collect();
        assert_eq!(
            paths,
            ["_posts/2019/a.markdown", "_posts/b.md", "archived/2020-01-01/c.md", "tea/_posts/d.html"]
        );
    }

    #[test]
    fn a_missing_or_empty_archive_is_an_error_that_names_it() {
        let dir = archive(&["README.md"]);
        let check = |path: &Path, expected: &str| {
            let error = find_posts(path).unwrap_err().to_string();
            assert!(error.contains(expected) && error.contains(path.to_str().unwrap()), "{error}");
        };
        check(dir.path(), "holds no posts");
        check(&dir.path().join("nowhere"), "does not exist");
        check(&dir.path().join("README.md"), "is not a folder");
    }

    #[cfg(unix)]
    #[test]
    fn a_broken_link_is_skipped_with_a_reason() {
        let dir = archive(&["_posts/a.md"]);
        std::os::unix::fs::symlink("nowhere", dir.path().join("_posts/b.md")).unwrap();
        std::os::unix::fs::symlink(dir.path(), dir.path().join("_posts/loop.md")).unwrap();
        let found = find_posts(dir.path()).unwrap();
        assert_eq!(found.posts.len(), 1);
        assert_eq!(found.skipped.len(), 1);
        assert_eq!(found.skipped[0].path, "_posts/b.md");
    }
}

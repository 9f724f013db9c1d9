//! Finds the posts of an archive.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use notice::quantity::Bytes;
use notice::{Notice, NoticeKind};
use walkdir::{DirEntry, WalkDir};

use crate::layout::Layout;

/// Which posts are looked for.
#[derive(Debug, Clone, Copy)]
pub struct FindOptions {
    /// Whether drafts count as posts.
    pub drafts: bool,
    /// The size of the largest post that is read.
    pub max_bytes: u64,
}

/// The posts of an archive.
#[derive(Debug, Default)]
pub struct Found {
    /// Files that can be opened, sorted by path.
    pub posts: Vec<PathBuf>,
    /// What stands in the place of a post but cannot be one.
    pub skipped: Vec<Notice>,
}

/// Finds all posts below `archive`.
///
/// # Errors
/// If `archive` is not a folder, or holds no post.
pub fn find_posts(archive: &Path, options: FindOptions) -> Result<Found> {
    if !archive.is_dir() {
        let what = if archive.exists() { "is not a folder" } else { "does not exist" };
        bail!(
            "{} {what}; name the folder of an archive, the one with _posts or archived in it",
            archive.display()
        );
    }
    let found = Found::below(archive, options);
    if found.posts.is_empty() && found.skipped.is_empty() {
        bail!(
            "{} holds no posts: no .md, .markdown or .html file in a _posts or archived folder, or in \
             the content folder of a Hugo or Zola site",
            archive.display()
        );
    }
    Ok(found)
}

impl Found {
    fn below(archive: &Path, options: FindOptions) -> Found {
        let layout = Layout::of(archive, options.drafts);
        let mut found = Found::default();
        let may_hold_posts =
            |entry: &DirEntry| is_visible(entry) && layout.may_hold_posts(below(archive, entry));
        for entry in WalkDir::new(archive).sort_by_file_name().into_iter().filter_entry(may_hold_posts) {
            match entry {
                Ok(entry) if layout.is_post(below(archive, &entry)) => found.add(archive, &entry, options),
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().unwrap_or(archive);
                    found.skip(archive, path, NoticeKind::Unreadable, error.to_string());
                }
            }
        }
        found.posts = layout.without_attachments(archive, found.posts);
        found
    }

    fn add(&mut self, archive: &Path, entry: &DirEntry, options: FindOptions) {
        let path = entry.path();
        if below(archive, entry).to_str().is_none() {
            // Whatever stands for the damage may stand in another name as well.
            let message = "its name is not UTF-8; rename it".to_owned();
            return self.skip(archive, path, NoticeKind::Encoding, message);
        }
        // Follows symbolic links to files, but not into folders, where they could run in circles.
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(metadata) if !metadata.is_file() => {
                self.skip(archive, path, NoticeKind::Unreadable, "not a regular file".to_owned());
            }
            Ok(metadata) if metadata.len() > options.max_bytes => {
                let (size, limit) = (Bytes(metadata.len()), Bytes(options.max_bytes));
                let message = format!("it has {size}, more than {limit}; --max-post-bytes sets the limit");
                self.skip(archive, path, NoticeKind::TooLarge, message);
            }
            Ok(_) => self.posts.push(path.to_owned()),
            Err(error) => self.skip(archive, path, NoticeKind::Unreadable, error.to_string()),
        }
    }

    fn skip(&mut self, archive: &Path, path: &Path, kind: NoticeKind, message: String) {
        self.skipped.push(Notice::new(&relative(archive, path), kind, None, message));
    }
}

/// The path of a post relative to its archive, with `/` on every system.
pub fn relative(archive: &Path, path: &Path) -> String {
    let path = path.strip_prefix(archive).unwrap_or(path);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn below<'a>(archive: &Path, entry: &'a DirEntry) -> &'a Path {
    entry.path().strip_prefix(archive).unwrap_or(entry.path())
}

fn is_visible(entry: &DirEntry) -> bool {
    entry.depth() == 0 || entry.file_name().to_str().is_none_or(|name| !name.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: FindOptions = FindOptions { drafts: false, max_bytes: u64::MAX };

    fn archive(files: &[&str]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for file in files {
            let path = dir.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "baseURL = 'https://example.org'\n").unwrap();
        }
        dir
    }

    /// Checks which of the files are posts: those that are marked with `*`, or also those with `?`
    /// if drafts are wanted.
    fn check(files: &[&str]) {
        let dir = archive(&files.iter().map(|file| file.trim_start_matches(['*', '?'])).collect::<Vec<_>>());
        for (drafts, marks) in [(false, &['*'][..]), (true, &['*', '?'])] {
            let found = find_posts(dir.path(), FindOptions { drafts, ..ALL }).unwrap();
            let paths: Vec<_> = found.posts.iter().map(|path| relative(dir.path(), path)).collect();
            let mut expected: Vec<_> = files.iter().filter_map(|file| file.strip_prefix(marks)).collect();
            expected.sort_by_key(|path| path.split('/').collect::<Vec<_>>());
            assert_eq!(paths, expected);
            assert!(found.skipped.is_empty(), "{:?}", found.skipped);
        }
    }

    #[test]
    fn jekyll() {
        check(&[
            "*_posts/b.md",
            "*_posts/2019/a.markdown",
            "*archived/2020-01-01/c.md",
            "*news/_posts/d.html",
            "*_posts/_site/e.MD",
            "?_drafts/f.md",
            "?news/_drafts/g.md",
            "README.md",
            "_posts/picture.png",
            ".git/_posts/h.md",
            "_site/archived/i.html",
            "node_modules/theme/_posts/j.md",
            "content/k.md",
        ]);
    }

    #[test]
    fn hexo() {
        check(&["_config.yml", "*source/_posts/a.md", "?source/_drafts/b.md", "source/about/index.md"]);
    }

    #[test]
    fn hugo_and_zola() {
        check(&[
            "config.toml",
            "*content/about.md",
            "*content/posts/a.md",
            "*content/posts/b/index.md",
            "*content/posts/b/index.zh.md",
            "*content/index.md",
            "content/posts/b/attached.md",
            "content/posts/b/notes/attached.html",
            "content/_index.md",
            "content/posts/_index.zh.md",
            "themes/content/c.md",
            "layouts/index.html",
        ]);
    }

    // Other systems refuse some of these, or take two of them for one.
    #[cfg(target_os = "linux")]
    #[test]
    fn names_of_real_archives() {
        let long = format!("*_posts/{}.md", "茶".repeat(68) + "ab");
        assert_eq!(long.len(), "*_posts/".len() + 209);
        check(&[
            "*_posts/2020-01-01-a\u{8}b.md",
            "*_posts/2020-01-01-\u{fffd}.md",
            "*_posts/-2020.md",
            "*_posts/2020-01-01-Tea.md",
            "*_posts/2020-01-01-tea.md",
            "*_posts/2020-01-01-tea!.md",
            "*_posts/a\"<>|:?*b.md",
            &long,
        ]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_no_text_is_skipped() {
        use std::os::unix::ffi::OsStrExt as _;
        let dir = archive(&["_posts/a.md", "_posts/\u{fffd}.md"]);
        let name = std::ffi::OsStr::from_bytes(b"_posts/\xff.md");
        std::fs::write(dir.path().join(name), "").unwrap();
        let found = find_posts(dir.path(), ALL).unwrap();
        assert_eq!((found.posts.len(), found.skipped.len()), (2, 1));
        assert!(found.skipped[0].message.contains("rename it"), "{:?}", found.skipped);
    }

    #[test]
    fn the_archive_may_be_a_folder_of_posts() {
        let dir = archive(&["_posts/a.md"]);
        assert_eq!(find_posts(&dir.path().join("_posts"), ALL).unwrap().posts.len(), 1);
    }

    #[test]
    fn a_missing_or_empty_archive_is_an_error_that_names_it() {
        let dir = archive(&["README.md"]);
        let check = |path: &Path, expected: &str| {
            let error = find_posts(path, ALL).unwrap_err().to_string();
            assert!(error.contains(expected) && error.contains(path.to_str().unwrap()), "{error}");
        };
        check(dir.path(), "holds no posts");
        check(&dir.path().join("nowhere"), "does not exist");
        check(&dir.path().join("README.md"), "is not a folder");
    }

    #[test]
    fn a_post_that_is_too_large_is_skipped_with_the_limit() {
        let dir = archive(&["_posts/a.md"]);
        let found = find_posts(dir.path(), FindOptions { max_bytes: 10, ..ALL }).unwrap();
        assert!(found.posts.is_empty());
        assert!(found.skipped[0].message.contains("more than 10 B"), "{:?}", found.skipped);
    }

    #[cfg(unix)]
    #[test]
    fn what_only_looks_like_a_post_is_skipped_with_a_reason() {
        use std::os::unix::fs::symlink;
        let dir = archive(&["_posts/a.md"]);
        symlink("nowhere", dir.path().join("_posts/b.md")).unwrap();
        symlink(dir.path(), dir.path().join("_posts/loop.md")).unwrap();
        let pipe = std::process::Command::new("mkfifo").arg(dir.path().join("_posts/c.md")).status().unwrap();
        assert!(pipe.success());
        let found = find_posts(dir.path(), ALL).unwrap();
        assert_eq!(found.posts.len(), 1);
        let skipped: Vec<_> = found.skipped.iter().map(|notice| notice.path.as_str()).collect();
        assert_eq!(skipped, ["_posts/b.md", "_posts/c.md"]);
    }
}

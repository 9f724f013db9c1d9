//! Which files of an archive are posts.
//!
//! Jekyll and Hexo keep posts in folders named `_posts`, robots also in `archived`. Hugo and Zola
//! take all of `content` for pages.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::generator::keeps_content;

/// What the name of a post ends in.
const POST_ENDINGS: &[&str] = &["md", "markdown", "html"];
/// Folders whose files are posts, at any depth.
const POST_FOLDERS: &[&str] = &["_posts", "archived"];
/// The same for posts that are not to be published yet.
const DRAFT_FOLDER: &str = "_drafts";
/// The folder of the pages of Hugo and Zola.
const CONTENT_FOLDER: &str = "content";
/// Folders at the top of an archive that programs fill.
const MADE_FOLDERS: &[&str] = &["_site", "node_modules"];

/// Where an archive keeps its posts.
#[derive(Debug)]
pub(super) struct Layout {
    /// The name of the archive's folder, which may itself be a `_posts` folder.
    name: OsString,
    drafts: bool,
    content: bool,
}

impl Layout {
    /// The layout of the archive in `folder`; `drafts` says whether drafts count as posts.
    pub(super) fn of(folder: &Path, drafts: bool) -> Layout {
        let full = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let name = full.file_name().map(OsStr::to_owned).unwrap_or_default();
        Layout { name, drafts, content: keeps_content(folder) }
    }

    /// Whether a folder, named relative to the archive, may hold posts.
    pub(super) fn may_hold_posts(&self, folder: &Path) -> bool {
        !MADE_FOLDERS.iter().any(|made| folder.as_os_str() == *made)
    }

    /// Whether a path relative to the archive is that of a post.
    pub(super) fn is_post(&self, path: &Path) -> bool {
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        let has_ending = POST_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
        let mut folders = folders(path).chain([self.name.as_os_str()]);
        has_ending && (self.is_page(path) || folders.any(|folder| self.is_post_folder(folder)))
    }

    fn is_post_folder(&self, name: &OsStr) -> bool {
        POST_FOLDERS.iter().any(|folder| name == *folder) || (self.drafts && name == DRAFT_FOLDER)
    }

    /// Whether Hugo or Zola would make a page of it. `_index.md` is about its folder.
    fn is_page(&self, path: &Path) -> bool {
        let is_section = || bare_name(path) == Some("_index");
        self.content && folders(path).next() == Some(OsStr::new(CONTENT_FOLDER)) && !is_section()
    }

    /// Drops what lies around the `index.md` of a page: Hugo and Zola take it for attachments.
    pub(super) fn without_attachments(&self, archive: &Path, mut posts: Vec<PathBuf>) -> Vec<PathBuf> {
        if !self.content {
            return posts;
        }
        let content = archive.join(CONTENT_FOLDER);
        let is_index = |post: &Path| bare_name(post) == Some("index");
        let pages: BTreeSet<PathBuf> = posts
            .iter()
            .filter(|post| is_index(post))
            .filter_map(|post| post.parent())
            .filter(|folder| *folder != content && folder.starts_with(&content))
            .map(Path::to_owned)
            .collect();
        posts.retain(|post| {
            let own = if is_index(post) { post.parent() } else { None };
            !post.ancestors().skip(1).any(|folder| pages.contains(folder) && own != Some(folder))
        });
        posts
    }
}

/// The folders that a path leads through.
fn folders(path: &Path) -> impl Iterator<Item = &OsStr> {
    path.parent().into_iter().flat_map(|folder| folder.components().map(|part| part.as_os_str()))
}

/// The name of a file up to its first dot: `index.en.md` is a translation of `index.md`.
fn bare_name(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()?.split('.').next()
}

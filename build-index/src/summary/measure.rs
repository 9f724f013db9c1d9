//! How large a site is.

use std::path::Path;

use anyhow::{Context as _, Result};
use walkdir::WalkDir;

use crate::feeds::paths::is_feed;
use crate::site::plain::paths::is_page;

/// The files of a site.
#[derive(Debug, Default)]
pub(super) struct Size {
    pub(super) files: u64,
    pub(super) bytes: u64,
    /// The path of the largest, and its bytes.
    pub(super) largest: Option<(String, u64)>,
    /// Those that are feeds.
    pub(super) feeds: u64,
    /// Those that are pages of articles.
    pub(super) pages: u64,
}

impl Size {
    /// Of all that is in a folder; nothing if there is no folder.
    pub(super) fn of(site: &Path) -> Result<Size> {
        let mut size = Size::default();
        if !site.exists() {
            return Ok(size);
        }
        for entry in WalkDir::new(site).sort_by_file_name() {
            let entry = entry.with_context(|| format!("cannot read {}", site.display()))?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(site)?.to_string_lossy().replace('\\', "/");
                size.add(path, entry.metadata()?.len());
            }
        }
        Ok(size)
    }

    fn add(&mut self, path: String, bytes: u64) {
        self.files += 1;
        self.bytes += bytes;
        self.feeds += u64::from(is_feed(&path));
        self.pages += u64::from(is_page(&path));
        if self.largest.as_ref().is_none_or(|(_, largest)| bytes > *largest) {
            self.largest = Some((path, bytes));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_measured() {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in [
            ("index.html", "123"),
            ("feed.xml", "1"),
            ("feeds/tag/a.xml", "12345"),
            ("bundle/feed.xml", "1"),
            ("article/2020-01-01/a-k/index.html", "1"),
        ] {
            let path = dir.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let Size { files, bytes, largest, feeds, pages } = Size::of(dir.path()).unwrap();
        assert_eq!((files, bytes, feeds, pages), (5, 11, 2, 1));
        assert_eq!(largest, Some(("feeds/tag/a.xml".to_owned(), 5)));
        assert_eq!(Size::of(&dir.path().join("none")).unwrap().files, 0);
    }
}

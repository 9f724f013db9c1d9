//! Pages of others that embed the viewer.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::page::Page;
use crate::reader::Reader;
use crate::site::Site;

/// A blog at an origin of its own, which has a page.
pub struct Blog {
    site: Site,
    _folder: TempDir,
}

/// Would spoil the viewer, if it reached it.
const STYLE: &str = "<style>body { color: #222; max-width: 740px; margin: 2em auto } \
                     .dark body { background: #111; color: #eee } \
                     * { letter-spacing: 9px } .row, mark { background: rgb(255, 255, 0) !important } \
                     h3 a { display: none }</style>";

impl Blog {
    /// One whose page has this content, in which `SITE` stands for the address of the archive.
    pub async fn of(archive: &Site, content: &str) -> Self {
        Self::with_head(archive, STYLE, content).await
    }

    /// One whose page says this in its head, too.
    pub async fn with_head(archive: &Site, head: &str, content: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let page = format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>A blog</title>\
             <meta name=viewport content='width=device-width, initial-scale=1'>{head}\
             <link rel=icon href='data:,'><script type=module src='{}'></script></head>\
             <body><main><h1 class=row>A blog</h1>{}</main></body></html>",
            archive.url("embed.js"),
            content.replace("SITE", &archive.url("")),
        );
        fs::write(folder.path().join("index.html"), page).expect("the page can be written");
        Self::in_folder(folder).await
    }

    /// One whose pages are in a folder.
    pub async fn in_folder(folder: TempDir) -> Self {
        let nothing = Path::new("none");
        let site = Site::of_folders(folder.path(), "none", nothing).await;
        Self { site, _folder: folder }
    }

    /// Opens a page on a desktop.
    pub async fn open(&self, path: &str) -> Page {
        self.site.open(path).await
    }

    /// Opens a page.
    pub async fn open_as(&self, reader: &Reader, path: &str) -> Page {
        self.site.open_as(reader, path).await
    }
}

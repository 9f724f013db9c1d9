//! What is known of a site while its pages are written.

use bundle::format::Manifest;
use bundle::reading::PageKind;
use texts::Texts;

use crate::address::Address;
use crate::articles::Articles;
use crate::settings::publish::BaseUrl;
use crate::site::head::meta;
use crate::site::web_manifest::page_title;

/// What is known of a site.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) manifest: &'a Manifest,
    /// Of the language that it speaks.
    pub(super) texts: Texts,
    pub(super) base_url: Option<&'a BaseUrl>,
    pub(super) articles: &'a Articles,
}

impl Facts<'_> {
    /// What the site calls itself.
    pub(super) fn name(&self) -> &str {
        page_title(self.manifest, &self.texts)
    }

    /// The pages that its articles have.
    pub(super) fn kind(&self) -> PageKind {
        self.articles.kind()
    }
}

/// What leads from a file to the others of its site. Links within pages are relative wherever the site is.
pub(super) fn within(path: &str) -> Address {
    Address::of(None, path)
}

/// What tells the viewer which pages there are.
pub(super) fn pages_meta(kind: PageKind) -> String {
    match kind {
        PageKind::Article => meta("name", "reading-room-pages", "article"),
        PageKind::Day => meta("name", "reading-room-pages", "day"),
        PageKind::None => String::new(),
    }
}

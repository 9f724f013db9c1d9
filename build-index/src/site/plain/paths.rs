//! Where the pages of a site are that any browser can read.

use bundle::reading::{Address, PAGES, PageKind};

use crate::site::files::PAGE;

/// The folder of lists.
pub(in crate::site) const LISTS: &str = "lists";
/// The page in it that says how to search.
pub(in crate::site) const SEARCH: &str = "search";

/// The file of an article's page.
pub(super) fn of_article(address: &Address) -> String {
    format!("{PAGES}/{}/{}/{PAGE}", address.day, address.key)
}

/// Whether a file of a site is a page of an article, or of a day, by its path.
pub(crate) fn is_page(path: &str) -> bool {
    let inner = path.strip_prefix(PAGES).and_then(|path| path.strip_prefix('/'));
    inner.is_some_and(|inner| inner.ends_with(&format!("/{PAGE}")))
}

/// What a file of a site is the page of, by its path: of an article, or of a day.
pub(in crate::site) fn kind_of(path: &str) -> Option<PageKind> {
    let folder = path.strip_prefix(PAGES)?.strip_prefix('/')?.strip_suffix(PAGE)?;
    match folder.matches('/').count() {
        1 => Some(PageKind::Day),
        2 => Some(PageKind::Article),
        _ => None,
    }
}

/// The file of a day's page.
pub(super) fn of_day(day: &str) -> String {
    format!("{PAGES}/{day}/{PAGE}")
}

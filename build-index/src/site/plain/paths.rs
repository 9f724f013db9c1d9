//! Where the pages of a site are that any browser can read.

use bundle::reading::{Address, PAGES};

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

/// The file of a day's page.
pub(super) fn of_day(day: &str) -> String {
    format!("{PAGES}/{day}/{PAGE}")
}

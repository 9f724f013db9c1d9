//! The files of a site around its bundle.

use std::collections::BTreeMap;

/// The page of the viewer.
pub(crate) const PAGE: &str = "index.html";
/// The picture that previews of links show.
pub(super) const CARD: &str = "card.png";
/// The page for addresses that lead nowhere.
pub(crate) const NOT_FOUND: &str = "404.html";

/// Files by their paths, with what is in them.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

//! The files of a site around its bundle.

use std::collections::BTreeMap;

/// The page of the viewer.
pub(crate) const PAGE: &str = "index.html";
/// The picture that previews of links show.
pub(super) const CARD: &str = "card.png";
/// The page for addresses that lead nowhere.
pub(crate) const NOT_FOUND: &str = "404.html";

/// What loads the viewer into a page, of the site or of another.
pub(super) const OPEN: &str = "open.js";
const EMBED: &str = "embed.js";
/// Files that name those with hashes in their names, in the order in which they are written, after these.
const LAST: [&str; 3] = [EMBED, OPEN, PAGE];

/// Files by their paths, with what is in them.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Takes out what is to be written last, in this order: where a build is stopped before, what they were names
/// files that are still there.
pub(super) fn take_last(files: &mut Files) -> Vec<(String, Vec<u8>)> {
    LAST.into_iter().filter_map(|path| files.remove_entry(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_other_files_comes_after_them() {
        let paths = ["index.html", "app-1.js", "open.js", "embed.js", "404.html"];
        let mut files: Files = paths.map(|path| (path.to_owned(), Vec::new())).into();
        let last: Vec<_> = take_last(&mut files).into_iter().map(|(path, _)| path).collect();
        assert_eq!(last, ["embed.js", "open.js", "index.html"]);
        assert_eq!(files.into_keys().collect::<Vec<_>>(), ["404.html", "app-1.js"]);
    }
}

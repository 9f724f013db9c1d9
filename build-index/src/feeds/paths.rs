//! Where the feeds of a site are, and what they are to a browser.

/// The path of the feed of all articles, in the site.
pub(crate) const ALL: &str = "feed.xml";
/// The folder of the others.
pub(crate) const FOLDER: &str = "feeds";
/// What a feed is to a browser.
pub(crate) const MEDIA_TYPE: &str = "application/atom+xml";

/// Whether a file of a site is a feed, by its path.
pub(crate) fn is_feed(path: &str) -> bool {
    let inner = path.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/') && rest.ends_with(".xml"));
    path == ALL || inner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_feed() {
        let check = |path: &str, expected: bool| assert_eq!(is_feed(path), expected, "{path}");
        check("feed.xml", true);
        check("feeds/author/a-1.xml", true);
        check("feeds.xml", false);
        check("sitemap.xml", false);
        check("bundle/feed.xml", false);
    }
}

//! Addresses within a site: whole ones where it is known where the site will be, else relative ones,
//! which lead to the same place in any folder of any host.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use crate::settings::publish::BaseUrl;

/// The folder of the bundle in a site, which the viewer's page names too.
pub(crate) const BUNDLE: &str = "bundle";

/// What of the path of a file stands as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// Where a file of the site is, for the addresses in it.
#[derive(Debug, Clone)]
pub(crate) struct Address {
    /// What leads from the file to the folder of the site.
    root: String,
    /// The address of the file, where it is known.
    known: Option<String>,
}

impl Address {
    /// Of a file at a path in the site.
    pub(crate) fn of(base_url: Option<&BaseUrl>, path: &str) -> Address {
        let depth = path.matches('/').count();
        let relative = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
        Address {
            root: base_url.map_or(relative, BaseUrl::to_string),
            known: base_url.map(|base_url| format!("{base_url}{}", encoded(path))),
        }
    }

    /// The address of another file of the site, or of a place in the viewer.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    /// The address of the file itself.
    pub(crate) fn known(&self) -> Option<String> {
        self.known.clone()
    }
}

/// The address of an original, where it is one that a link may lead to.
pub(crate) fn on_the_web(address: &str) -> Option<Url> {
    Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

/// The path of a file as it stands in an address.
pub(crate) fn encoded(path: &str) -> String {
    utf8_percent_encode(path, PLAIN).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked_to() {
        let check = |address: &str, expected: Option<&str>| {
            assert_eq!(on_the_web(address).as_ref().map(Url::as_str), expected);
        };
        check("https://e.org/a b\"<", Some("https://e.org/a%20b%22%3C"));
        check("javascript:alert(1)", None);
        check("//e.org/", None);
    }

    #[test]
    fn relative_unless_the_base_is_known() {
        let check = |base: Option<&str>, path: &str, expected: [&str; 2]| {
            let base = base.map(|base| BaseUrl::parse(base).unwrap());
            let address = Address::of(base.as_ref(), path);
            assert_eq!([address.to("#/a"), address.known().unwrap_or_default()], expected);
        };
        check(None, "feed.xml", ["./#/a", ""]);
        check(None, "feeds/author/茶.xml", ["../../#/a", ""]);
        check(Some("https://e.org/b"), "feed.xml", ["https://e.org/b/#/a", "https://e.org/b/feed.xml"]);
        check(
            Some("https://e.org"),
            "feeds/茶.xml",
            ["https://e.org/#/a", "https://e.org/feeds/%E8%8C%B6.xml"],
        );
    }
}

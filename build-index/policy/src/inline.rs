//! The scripts and styles that stand in a page.
//!
//! The page is the project's own, written by Trunk: so this looks for comments and for the two
//! elements, and does not know all of HTML.

use std::ops::Range;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// An element whose text is no HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Inline {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its start tag.
    pub(crate) tag: Range<usize>,
    /// What stands in it.
    pub(crate) content: Range<usize>,
}

/// A kind of such elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Script,
    Style,
}

impl Kind {
    fn start(self) -> &'static str {
        match self {
            Kind::Script => "<script",
            Kind::Style => "<style",
        }
    }

    /// How the end tag begins.
    fn end(self) -> &'static str {
        match self {
            Kind::Script => "</script",
            Kind::Style => "</style",
        }
    }
}

/// The scripts and styles of a page, in their order. A script of another file is not among them.
pub(crate) fn inline(page: &str) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = page[at..].find('<').map(|open| at + open) {
        let rest = &page[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |end| start + end);
            continue;
        }
        let Some(element) = element_at(page, start) else {
            at = start + 1;
            continue;
        };
        at = element.content.end;
        if !page[element.tag.clone()].contains(" src=") {
            found.push(element);
        }
    }
    found
}

fn element_at(page: &str, start: usize) -> Option<Inline> {
    let rest = &page[start..];
    let is_of = |kind: &Kind| {
        rest.strip_prefix(kind.start()).is_some_and(|after| after.starts_with([' ', '\n', '>']))
    };
    let kind = [Kind::Script, Kind::Style].into_iter().find(is_of)?;
    let opened = start + rest.find('>')? + 1;
    let closed = page[opened..].find(kind.end()).map_or(page.len(), |end| opened + end);
    Some(Inline { kind, tag: start..opened, content: opened..closed })
}

/// What a policy knows a script or a style by.
pub(crate) fn hash(content: &str) -> String {
    // A browser reads line ends so, before it hashes.
    let read = content.replace("\r\n", "\n");
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(read.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &[(Kind, &str)]) {
        let found = inline(page);
        let found: Vec<_> =
            found.iter().map(|element| (element.kind, &page[element.content.clone()])).collect();
        assert_eq!(found, expected, "{page}");
    }

    #[test]
    fn what_stands_in_a_page_is_found() {
        check(
            "<head><script>a < b</script><style media=\"print\">c</style><script type=\"module\">d</script>",
            &[(Kind::Script, "a < b"), (Kind::Style, "c"), (Kind::Script, "d")],
        );
        check("<!-- <script>a</script> --><style>b</style>", &[(Kind::Style, "b")]);
        check("<script>'<!-- <style>'</script><p>", &[(Kind::Script, "'<!-- <style>'")]);
        check("<script src=\"a.js\"></script><scripts>b</scripts>", &[]);
        check("<script>never closed", &[(Kind::Script, "never closed")]);
    }

    #[test]
    fn hashes_are_those_of_browsers() {
        // The example of the specification.
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
        assert_eq!(hash("a\r\nb"), hash("a\nb"));
    }
}

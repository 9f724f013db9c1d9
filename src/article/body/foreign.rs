//! Which pictures of a body are asked of other sites.
//!
//! A browser asks for a picture as soon as there is an element for it, so their addresses are moved
//! out of its reach while the body is still text. Of the HTML that reaches this, nothing else loads
//! by itself: `build-index` lets only `<img src>` through.

use std::borrow::Cow;
use std::ops::Range;

/// Where the address of a picture waits. No body that was sanitised has such an attribute.
pub(crate) const WAITING: &str = "data-foreign";

/// A body whose pictures are no longer asked of other sites than the one at `origin`, such as
/// `https://example.org`.
pub(crate) fn without_foreign_pictures<'a>(html: &'a str, origin: &str) -> Cow<'a, str> {
    let mut out = String::new();
    let mut copied = 0;
    // The serializer writes every `<` of a text or of an attribute as `&lt;`, and every `>`.
    for (start, _) in html.match_indices("<img ") {
        let tag = html[start..].split('>').next().unwrap_or_default();
        let Some((name, _)) = source(tag).filter(|(_, address)| is_foreign(address, origin)) else {
            continue;
        };
        out.push_str(&html[copied..start + name.start]);
        out.push_str(WAITING);
        copied = start + name.end;
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[copied..]);
    Cow::Owned(out)
}

/// Where the `src` of a tag has its name, and its value. The values of other attributes are skipped,
/// because they may look like one.
fn source(tag: &str) -> Option<(Range<usize>, &str)> {
    let mut at = tag.find(' ')?;
    loop {
        let equals = at + tag[at..].find("=\"")?;
        let start = equals + "=\"".len();
        let end = start + tag[start..].find('"')?;
        let name = tag[at..equals].trim_start();
        if name == "src" {
            return Some((equals - name.len()..equals, &tag[start..end]));
        }
        at = end + 1;
    }
}

/// Whether a picture would be fetched from another site.
fn is_foreign(address: &str, origin: &str) -> bool {
    let rest = address.strip_prefix(origin).filter(|_| !origin.is_empty());
    let is_own = rest.is_some_and(|rest| rest.starts_with('/'));
    !is_own && !address.starts_with("data:")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        assert_eq!(without_foreign_pictures(html, "https://here.org"), expected, "{html}");
    }

    #[test]
    fn pictures_of_other_sites_wait() {
        check(
            "a<img alt=\"b\" src=\"https://x.org/a.jpg?c&amp;d\" loading=\"lazy\">c<img src=\"HTTP://x.org/\">d",
            "a<img alt=\"b\" data-foreign=\"https://x.org/a.jpg?c&amp;d\" loading=\"lazy\">c<img data-foreign=\"HTTP://x.org/\">d",
        );
        check(
            "<img src=\"https://here.org.x.org/a.jpg\">",
            "<img data-foreign=\"https://here.org.x.org/a.jpg\">",
        );
        check("<img src=\"//x.org/a.jpg\">", "<img data-foreign=\"//x.org/a.jpg\">");
    }

    #[test]
    fn what_another_attribute_says_is_no_address() {
        check(
            "<img alt=\"b src=\" src=\"https://x.org/a.jpg\">",
            "<img alt=\"b src=\" data-foreign=\"https://x.org/a.jpg\">",
        );
        let html = "<img alt=\" src=\" title=\"https://x.org/\">";
        check(html, html);
    }

    #[test]
    fn others_are_there_at_once() {
        for html in [
            "<p>src=\"https://x.org\"</p>",
            "<img src=\"data:image/gif;base64,AAAA\">",
            "<img data-media=\"k3j2.png\">",
            "<img src=\"https://here.org/a.jpg\">",
            "<img alt=\"&lt;img src=\">",
            "<a href=\"https://x.org/\">x</a>",
        ] {
            check(html, html);
        }
    }

    #[test]
    fn a_page_of_no_site_owns_no_picture() {
        let html = "<img src=\"/a.jpg\">";
        assert_eq!(without_foreign_pictures(html, ""), "<img data-foreign=\"/a.jpg\">");
    }
}

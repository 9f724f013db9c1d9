//! Links whose text is their own address, stored without the `href` that repeats it.
//!
//! Archives are full of bare addresses. The input is sanitised HTML as a serializer wrote it: every `<`
//! of a text is `&lt;`, attribute values are in double quotes.

const HREF: &str = " href=\"";

/// Removes the `href` of links whose text is their address. [`complete_links`] is the inverse.
///
/// ```
/// use bundle::text::{complete_links, shorten_links};
///
/// let html = r#"<a href="https://example.org">https://example.org</a>"#;
/// assert_eq!(shorten_links(html), "<a>https://example.org</a>");
/// assert_eq!(complete_links(&shorten_links(html)), html);
/// ```
pub fn shorten_links(html: &str) -> String {
    each_link(html, |tag, text| {
        let (before, after) = tag.split_once(HREF)?;
        let (href, after) = after.split_once('"')?;
        (href == text && is_address(text)).then(|| format!("{before}{after}"))
    })
}

/// Restores the `href` that [`shorten_links`] removed.
pub fn complete_links(html: &str) -> String {
    each_link(html, |tag, text| {
        let attributes = tag.strip_prefix("<a").filter(|_| is_address(text) && !tag.contains(HREF))?;
        Some(format!("<a{HREF}{text}\"{attributes}"))
    })
}

/// Rewrites the start tags of links: `rewrite` gets `<a …` without the `>`, and the text of the link.
fn each_link(html: &str, rewrite: impl Fn(&str, &str) -> Option<String>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = next_link(rest) {
        let (before, link) = rest.split_at(start);
        out.push_str(before);
        rest = link;
        let Some(end) = link.find('>') else { break };
        let (tag, content) = link.split_at(end);
        let text = content[1..].split('<').next().unwrap_or_default();
        let is_all = content[1 + text.len()..].starts_with("</a>");
        match rewrite(tag, text).filter(|_| is_all) {
            Some(rewritten) => out.push_str(&rewritten),
            None => out.push_str(tag),
        }
        rest = content;
    }
    out.push_str(rest);
    out
}

fn next_link(html: &str) -> Option<usize> {
    let is_link = |&(at, _): &(usize, &str)| html[at + 2..].starts_with([' ', '>']);
    html.match_indices("<a").find(is_link).map(|(at, _)| at)
}

/// Whether a text is a web address that can be the value of an attribute without escaping.
fn is_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, short: &str) {
        assert_eq!(shorten_links(html), short);
        assert_eq!(complete_links(short), html);
    }

    #[test]
    fn an_address_is_said_once() {
        check(
            "看<a href=\"https://x.org/?a&amp;b\">https://x.org/?a&amp;b</a>。",
            "看<a>https://x.org/?a&amp;b</a>。",
        );
        check(
            "<a href=\"http://x.org\" data-article=\"2023-11-10/abcde\">http://x.org</a><a href=\"#b\">c</a>",
            "<a data-article=\"2023-11-10/abcde\">http://x.org</a><a href=\"#b\">c</a>",
        );
    }

    #[test]
    fn other_links_stay() {
        for html in [
            "<a href=\"https://x.org\">x</a>",
            "<a href=\"http://www.x.org\">www.x.org</a>",
            "<a href=\"https://x.org\"><b>https://x.org</b></a>",
            "<abbr>https://x.org</abbr>",
            "<a>javascript:alert(1)</a>",
            "<a id=\"text-1\"></a>",
        ] {
            check(html, html);
        }
    }

    proptest::proptest! {
        #[test]
        fn shortened_links_come_back(text in "(https://x|&amp;|<b>|</b>|<i>|茶|\" ){0,4}") {
            let html = format!("<a href=\"https://x\">{text}</a> {text}");
            let short = shorten_links(&html);
            proptest::prop_assert_eq!(complete_links(&short), html);
        }

        #[test]
        fn never_panics(html in "(<a|>|</a>| href=\"|\"|https://x|茶| ){0,16}") {
            shorten_links(&html);
            complete_links(&html);
        }
    }
}

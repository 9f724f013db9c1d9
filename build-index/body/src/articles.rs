//! Links from one post to another.

use std::borrow::Cow;

use html_escape::{decode_html_entities, encode_double_quoted_attribute};

/// What [`link_to_articles`] takes a link's address from, and takes out again.
const WRITTEN: &str = " data-written=\"";

/// Marks the links of a sanitised body that lead to articles, as `data-article="ADDRESS"`. What they
/// led to before stays, for readers elsewhere.
///
/// `resolve` gives the address of an article in the bundle for an address on the web, or for one as
/// the post writes it, where that is relative: `2019-05-25-t.md`, `/2019/05/25/t.html`,
/// `../_posts/t.md`. Those of the tags `post_url` and `link` are from the root of the archive:
/// `/_posts/t.md`.
pub fn link_to_articles(html: &str, resolve: impl Fn(&str) -> Option<String>) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    // The serializer writes every `<` of a text as `&lt;`.
    for (start, _) in html.match_indices("<a ") {
        if start < copied {
            continue;
        }
        let end = start + html[start..].find('>').unwrap_or(html.len() - start);
        let tag = &html[start..end];
        let marked = mark(tag, &resolve);
        if marked != tag {
            out.push_str(&html[copied..start]);
            out.push_str(&marked);
            copied = end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[copied..]);
    Cow::Owned(out)
}

/// The links of a sanitised body that lead nowhere on the web: each as its post writes it, tags of
/// Liquid aside. They lead to an article, or nowhere.
pub fn links_within(html: &str) -> impl Iterator<Item = Cow<'_, str>> {
    html.match_indices("<a ").filter_map(|(start, _)| {
        let tag = html[start..].split('>').next()?;
        let is_on_the_web = attribute(tag, " href=\"").is_some();
        attribute(tag, WRITTEN).filter(|_| !is_on_the_web).map(decode_html_entities)
    })
}

/// A start tag, without its `>`, as it is to be.
fn mark<'a>(tag: &'a str, resolve: &impl Fn(&str) -> Option<String>) -> Cow<'a, str> {
    let written = attribute(tag, WRITTEN);
    let href = attribute(tag, " href=\"");
    // An anchor is in the same article, and a film is no article.
    let href = href.filter(|href| !href.starts_with('#') && !tag.contains(" data-embed=\""));
    let article =
        [written, href].into_iter().flatten().find_map(|address| resolve(&decode_html_entities(address)));
    let mut tag = Cow::Borrowed(tag);
    if let Some(written) = written {
        tag = Cow::Owned(tag.replacen(&format!("{WRITTEN}{written}\""), "", 1));
    }
    if let Some(article) = article {
        tag.to_mut().push_str(&format!(" data-article=\"{}\"", encode_double_quoted_attribute(&article)));
    }
    tag
}

/// The value of an attribute, as it stands in a tag.
fn attribute<'a>(tag: &'a str, start: &str) -> Option<&'a str> {
    tag.split_once(start)?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(address: &str) -> Option<String> {
        let known = ["b.md", "/_posts/b.md", "https://example.org/b?c&d"].contains(&address);
        known.then(|| "2023-11-10/\"b>".to_owned())
    }

    fn check(html: &str, expected: &str) {
        assert_eq!(link_to_articles(html, resolve), expected, "{html}");
    }

    const FOUND: &str = "data-article=\"2023-11-10/&quot;b&gt;\"";

    #[test]
    fn links_to_posts_lead_to_articles() {
        check(
            "1<a href=\"https://x.org/b.md\" data-written=\"b.md\" rel=\"x\">2</a>3",
            &format!("1<a href=\"https://x.org/b.md\" rel=\"x\" {FOUND}>2</a>3"),
        );
        check("<a data-written=\"/_posts/b.md\">2</a>", &format!("<a {FOUND}>2</a>"));
        check(
            "<a href=\"https://example.org/b?c&amp;d\">2</a>",
            &format!("<a href=\"https://example.org/b?c&amp;d\" {FOUND}>2</a>"),
        );
    }

    #[test]
    fn links_that_only_an_article_can_answer() {
        let html = "<a data-written=\"b?c&amp;d\">1</a><a href=\"https://x.org/e\" data-written=\"e\">2</a>\
                    <a href=\"https://x.org/\">3</a><a>4</a>";
        assert_eq!(links_within(html).collect::<Vec<_>>(), ["b?c&d"]);
    }

    #[test]
    fn other_links_stay() {
        check("<a href=\"https://x.org/\" data-written=\"c\">2</a>", "<a href=\"https://x.org/\">2</a>");
        for html in [
            "<p>no link</p>",
            "<a href=\"https://x.org/b.md\">2</a>",
            "<a href=\"#text-b.md\">2</a>",
            "<a>2</a>",
            "<abbr title=\"b.md\">2</abbr>",
        ] {
            assert!(matches!(link_to_articles(html, resolve), Cow::Borrowed(same) if same == html), "{html}");
        }
    }

    #[test]
    fn what_an_attribute_says_is_no_attribute() {
        let html = "<a title=\" data-written=&quot;b.md&quot;\" href=\"https://x.org/\">2</a>";
        check(html, html);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(html in "(<a | href=\"| data-written=\"|b\\.md|[<>\"茶a ]){0,20}") {
            link_to_articles(&html, resolve);
        }
    }
}

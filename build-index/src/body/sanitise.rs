//! The last stage: only what is listed here reaches a reader.

use std::borrow::Cow;

use ammonia::{Builder, UrlRelative};

/// Pictures that may stand in the HTML itself. No SVG: it is a document of its own.
const INLINE_PICTURES: &[&str] = &[
    "data:image/png;base64,",
    "data:image/jpeg;base64,",
    "data:image/gif;base64,",
    "data:image/webp;base64,",
    "data:image/avif;base64,",
];

/// Sanitises HTML. Relative addresses are resolved against `base`, the address of the original;
/// where that is unknown, they are dropped.
pub(super) fn sanitise(html: &str, base: &str) -> String {
    let relative = url::Url::parse(base).map_or(UrlRelative::Deny, UrlRelative::RewriteWithBase);
    Builder::default()
        .add_tags(["figure", "figcaption", "section", "article", "main", "big", "font"])
        .add_tag_attributes(
            "img",
            ["src", "alt", "title", "width", "height", "loading", "decoding", "referrerpolicy"],
        )
        .add_tag_attributes("ol", ["start", "reversed", "type"])
        .add_url_schemes(["data"])
        .url_relative(relative)
        .attribute_filter(keep_attribute)
        .clean(html)
        .to_string()
}

/// Lets `data:` through for pictures only.
fn keep_attribute<'a>(element: &str, attribute: &str, value: &'a str) -> Option<Cow<'a, str>> {
    // A browser ignores white space and control characters before a scheme, and inside one.
    let bare: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(40).collect();
    let bare = bare.to_ascii_lowercase();
    let is_picture = element == "img"
        && attribute == "src"
        && INLINE_PICTURES.iter().any(|start| bare.starts_with(start) && value.len() > start.len());
    (!bare.starts_with("data:") || is_picture).then_some(Cow::Borrowed(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        assert_eq!(sanitise(html, ""), expected, "{html}");
    }

    #[test]
    fn pictures_may_be_inline_and_nothing_else() {
        check("<img src=\"data:image/png;base64,AAAA\">", "<img src=\"data:image/png;base64,AAAA\">");
        check("<img src=\"data:image/svg+xml;base64,AAAA\">", "<img>");
        check("<a href=\"data:image/png;base64,AAAA\">x</a>", "<a rel=\"noopener noreferrer\">x</a>");
        check("<a href=\" d\tata:text/html,x\">x</a>", "<a rel=\"noopener noreferrer\">x</a>");
    }

    #[test]
    fn relative_addresses_without_a_base_are_dropped() {
        check("<a href=\"../x\">x</a>", "<a rel=\"noopener noreferrer\">x</a>");
    }

    #[test]
    fn text_stays() {
        check("<div>1 < 2 &amp; 活<em>字</em></div>", "<div>1 &lt; 2 &amp; 活<em>字</em></div>");
    }
}

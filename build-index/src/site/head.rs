//! Elements of the head of a page. They are no markup of Yew's: nobody sees them, and some are filled into
//! a page that is written already.

use std::borrow::Cow;

use html_escape::encode_double_quoted_attribute;

pub(super) fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\"{}>\n", attribute("content", content))
}

pub(super) fn link(rel: &str, media_type: &str, href: &str, title: &str) -> String {
    let known = [("type", media_type), ("href", href), ("title", title)].into_iter();
    let known = known.filter(|(_, value)| !value.is_empty()).map(|(name, value)| attribute(name, value));
    format!("<link rel=\"{rel}\"{}>\n", known.collect::<String>())
}

fn attribute(name: &str, value: &str) -> String {
    format!(" {name}=\"{}\"", escaped(value))
}

/// A text as the value of an attribute has it. All that is said in a head of an archive goes through this, or
/// is escaped by `lol_html`, or by `markup`.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    encode_double_quoted_attribute(text)
}

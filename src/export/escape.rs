//! Texts and addresses as other formats take them. They come from robots and may hold anything; none
//! may end what it stands in.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What an address must not hold in brackets or braces of any kind.
const BREAKING: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'(')
    .add(b')')
    .add(b'[')
    .add(b']')
    .add(b'{')
    .add(b'}')
    .add(b'\\')
    .add(b'`');

/// A text on one line, without characters that control anything.
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// An address that ends where it should, in Markdown as in BibTeX.
pub(crate) fn address(address: &str) -> String {
    utf8_percent_encode(address, BREAKING).to_string()
}

/// A text in which Markdown finds no markup within a line.
pub(crate) fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if "\\`*_{}[]<>|~!&$".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A text that TeX sets as it is.
pub(crate) fn bibtex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            // Braces are counted even behind a backslash, so they are named instead.
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_markdown() {
        let check = |text, expected: &str| assert_eq!(markdown(text), expected, "{text:?}");
        check("活字 (上)", "活字 (上)");
        check("[a](b) *c* _d_", "\\[a\\](b) \\*c\\* \\_d\\_");
        check("<img src=x> `code` a|b &amp; $x$", "\\<img src=x\\> \\`code\\` a\\|b \\&amp; \\$x\\$");
        check("one\r\n# two\u{8}", "one # two");
        check("\\智", "\\\\智");
    }

    #[test]
    fn in_bibtex() {
        let check = |text, expected: &str| assert_eq!(bibtex(text), expected, "{text:?}");
        check("活字", "活字");
        check("50% of A&B #1 for $5_", "50\\% of A\\&B \\#1 for \\$5\\_");
        check("a}, evil = {b", "a\\textbraceright{}, evil = \\textbraceleft{}b");
        check("\\input{x}", "\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}");
        check("one\n@misc two", "one @misc two");
    }

    #[test]
    fn addresses() {
        assert_eq!(address("https://a/> [x](y)\n<b{}"), "https://a/%3E%20%5Bx%5D%28y%29%0A%3Cb%7B%7D");
    }
}

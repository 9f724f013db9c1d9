//! From sanitised HTML to the visible text, and from ranges of the text back to the HTML.
//!
//! The input is what an HTML serializer wrote: tags are balanced, attribute values are quoted. Any other
//! input gives some text, never a panic.
//!
//! Scanned by hand, because the viewer needs it and an HTML parser is too heavy for the page: the
//! tokenizer of html5ever alone takes 380 KB of WebAssembly, 124 KB compressed.

use std::ops::Range;

use super::tokens::is_cjk;

/// Elements that do not interrupt the text around them. All others end a block.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "q", "rb", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// The text of an HTML fragment, one line a block, and where in the HTML each part of it stands.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct VisibleText {
    /// The text. Blocks are separated by `\n`; white space inside a block is collapsed, and dropped
    /// between two CJK characters.
    pub text: String,
    pieces: Vec<Piece>,
}

/// A byte range of the text and the byte range of HTML that it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    text: Range<usize>,
    html: Range<usize>,
}

/// Extracts the visible text of an HTML fragment.
///
/// ```
/// use bundle::text::visible_text;
///
/// let html = "<p>mov<em>able</em> &amp; type</p><p>图书</p>";
/// let visible = visible_text(html);
/// assert_eq!(visible.text, "movable & type\n图书");
/// let parts: Vec<_> = visible.html_ranges(0..7).into_iter().map(|range| &html[range]).collect();
/// assert_eq!(parts, ["mov", "able"]);
/// ```
pub fn visible_text(html: &str) -> VisibleText {
    let mut scanner = Scanner::default();
    let mut at = 0;
    while let Some(&byte) = html.as_bytes().get(at) {
        at = match byte {
            b'<' => scanner.read_tag(html, at),
            b'&' => scanner.read_reference(html, at),
            _ => scanner.read_char(html, at),
        };
    }
    scanner.out
}

impl VisibleText {
    /// The byte ranges of HTML that show the byte range `range` of the text. No tag lies inside a
    /// range, so each can be wrapped in an element.
    pub fn html_ranges(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let first = self.pieces.partition_point(|piece| piece.text.end <= range.start);
        self.pieces[first..]
            .iter()
            .take_while(|piece| piece.text.start < range.end)
            .map(|piece| piece.html_part(&range))
            .collect()
    }

    fn push(&mut self, text: &str, html: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        match self.pieces.last_mut() {
            Some(last) if last.is_plain() && last.html.end == html.start && html.len() == text.len() => {
                last.html.end = html.end;
                last.text.end = end;
            }
            _ => self.pieces.push(Piece { text: start..end, html }),
        }
    }
}

impl Piece {
    /// Whether text and HTML are the same bytes, so that a part of one is a part of the other. A
    /// character reference such as `&amp;` is not.
    fn is_plain(&self) -> bool {
        self.text.len() == self.html.len()
    }

    /// The HTML that shows the part of the piece that lies in `range` of the text.
    fn html_part(&self, range: &Range<usize>) -> Range<usize> {
        if !self.is_plain() {
            return self.html.clone();
        }
        let skip = range.start.saturating_sub(self.text.start);
        let drop = self.text.end.saturating_sub(range.end);
        self.html.start + skip..self.html.end - drop
    }
}

#[derive(Default)]
struct Scanner {
    out: VisibleText,
    /// White space or the end of a block that has been read but not yet written.
    pending: Pending,
    /// How many `<pre>` are open: in them line breaks count.
    pre: usize,
}

#[derive(Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pending {
    #[default]
    Nothing,
    Space,
    Block,
}

impl Scanner {
    fn read_tag(&mut self, html: &str, at: usize) -> usize {
        let end = tag_end(html, at);
        let tag = &html[at..end];
        let closing = tag.starts_with("</");
        let name = tag_name(tag);
        if name.is_empty() && !tag.starts_with("<!") {
            return self.read_char(html, at);
        }
        if name == "pre" {
            self.pre = if closing { self.pre.saturating_sub(1) } else { self.pre + 1 };
        }
        if !name.is_empty() && !is_inline(name) {
            self.pending = Pending::Block;
        }
        end
    }

    fn read_reference(&mut self, html: &str, at: usize) -> usize {
        let rest = &html[at..];
        let known =
            [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&#39;", "'")];
        match known.iter().find(|(entity, _)| rest.starts_with(entity)) {
            Some((entity, " ")) => {
                self.pending = self.pending.max(Pending::Space);
                at + entity.len()
            }
            Some((entity, text)) => {
                self.write(text, at..at + entity.len());
                at + entity.len()
            }
            None => self.read_char(html, at),
        }
    }

    fn read_char(&mut self, html: &str, at: usize) -> usize {
        let Some(c) = html[at..].chars().next() else { return html.len() };
        let end = at + c.len_utf8();
        if c == '\n' && self.pre > 0 {
            self.pending = Pending::Block;
        } else if c.is_whitespace() {
            self.pending = self.pending.max(Pending::Space);
        } else {
            self.write(&html[at..end], at..end);
        }
        end
    }

    fn write(&mut self, text: &str, html: Range<usize>) {
        let pending = std::mem::take(&mut self.pending);
        if let Some(last) = self.out.text.chars().next_back() {
            let between_han = is_cjk(last) && text.starts_with(is_cjk);
            match pending {
                Pending::Block => self.out.text.push('\n'),
                Pending::Space if !between_han => self.out.text.push(' '),
                _ => {}
            }
        }
        self.out.push(text, html);
    }
}

/// Whether an element does not interrupt the text around it.
pub(super) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// The name of the element that a tag opens or closes; empty for a comment.
pub(super) fn tag_name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next();
    name.unwrap_or_default()
}

/// The byte after the `>` of the tag that opens at the byte `at`. A `>` in a quoted attribute value
/// does not count.
pub(super) fn tag_end(html: &str, at: usize) -> usize {
    if html[at..].starts_with("<!--") {
        return html[at..].find("-->").map_or(html.len(), |end| at + end + 3);
    }
    let mut quote = None;
    for (offset, byte) in html.bytes().enumerate().skip(at) {
        match (quote, byte) {
            (None, b'>') => return offset + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, text: &str) {
        assert_eq!(visible_text(html).text, text, "{html:?}");
    }

    #[test]
    fn inline_tags_do_not_break_words_and_blocks_do() {
        check("活<em>字</em>印刷", "活字印刷");
        check("<p>一</p><p>二</p>", "一\n二");
        check("one<br>two", "one\ntwo");
        check("<ul><li>a</li><li>b</li></ul>", "a\nb");
    }

    #[test]
    fn white_space_collapses_and_vanishes_between_han() {
        check("<p>\n 图书\n 馆 a\n  b </p>", "图书馆 a b");
        check("<pre>a\n  b</pre>", "a\nb");
    }

    #[test]
    fn entities_and_attributes() {
        check("<a title=\"a > b\" href=\"x\">1 &lt; 2 &amp;&nbsp;3</a>", "1 < 2 & 3");
        check("a &unknown; b", "a &unknown; b");
    }

    #[test]
    fn anything_gives_some_text() {
        check("1 < 2", "1 < 2");
        check("<p", "");
        check("a<!-- b -->c", "ac");
        check("<", "<");
    }

    #[test]
    fn ranges_of_text_lead_to_html() {
        let html = "<p>活<em>字</em>印 &amp; 刷</p>";
        let seen = visible_text(html);
        let ranges = seen.html_ranges(0..seen.text.len());
        let parts: Vec<_> = ranges.into_iter().map(|range| &html[range]).collect();
        assert_eq!(parts, ["活", "字", "印", "&amp;", "刷"]);
        let two = seen.html_ranges("活".len().."活字".len());
        assert_eq!(two.into_iter().map(|range| &html[range]).collect::<Vec<_>>(), ["字"]);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(html in "[<>&;/a-z \"'!\\-p\n图书]{0,60}") {
            let seen = visible_text(&html);
            for range in seen.html_ranges(0..seen.text.len()) {
                proptest::prop_assert!(html.get(range).is_some());
            }
        }
    }
}

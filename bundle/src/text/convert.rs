//! Converts Chinese text between Traditional and Simplified characters, for display.
//!
//! From Traditional to Simplified the table of the fold is used, character by character. In the other
//! direction one character may become several (发 is 發 or 髮), so phrases decide. Their table is made
//! from OpenCC's; a viewer loads it only when a reader asks for it.
//!
//! Conversion keeps the number of characters, so that a range of the original, such as a highlight, can
//! be mapped to the converted text.

use std::borrow::Cow;
use std::ops::Range;

use super::han_table::HanTable;
use super::html::{is_inline, tag_end, tag_name};
use super::script::Script;

/// In the table, a character of a phrase that becomes what it becomes outside of phrases.
const NO_EXCEPTION: char = '.';
/// Elements whose text is not converted: code, and what is typed on a keyboard.
const VERBATIM: [&str; 6] = ["code", "kbd", "pre", "samp", "script", "style"];

/// Converts Chinese text to one script.
#[derive(Debug)]
pub enum Converter {
    /// To Simplified characters.
    Simplified,
    /// To Traditional characters.
    Traditional(TraditionalTable),
}

/// The Traditional forms of Simplified characters and phrases.
///
/// Its text form has an entry a line: a character or a phrase, directly followed by its conversion, which
/// has as many characters. In the conversion of a phrase, `.` stands for what the character becomes
/// outside of phrases. Entries are sorted; lines that begin with `#` are comments.
#[derive(Debug)]
pub struct TraditionalTable {
    characters: Vec<(char, char)>,
    phrases: Vec<(String, String)>,
}

impl Converter {
    /// The script that it converts to.
    pub fn script(&self) -> Script {
        match self {
            Converter::Simplified => Script::Simplified,
            Converter::Traditional(_) => Script::Traditional,
        }
    }

    /// Whether a text in this script is converted, rather than left as it is.
    pub fn changes(&self, script: Script) -> bool {
        script != Script::Other && script != self.script()
    }

    /// Converts a text if it is in the other script; other texts stay as they are.
    pub fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.changes(Script::of(text)) {
            true => Cow::Owned(self.convert(text)),
            false => Cow::Borrowed(text),
        }
    }

    /// Converts the text of sanitised HTML, whatever script it is in, but neither attributes nor code.
    /// Inline tags do not interrupt a phrase.
    pub fn html(&self, html: &str) -> String {
        let pieces = pieces(html);
        let text: String = pieces.iter().map(|piece| piece.to_convert()).collect();
        let converted = self.convert(&text);
        let mut converted = converted.chars();
        let mut out = String::with_capacity(html.len());
        for piece in &pieces {
            let text = converted.by_ref().take(piece.to_convert().chars().count());
            match piece {
                Piece::Text(_) => out.extend(text),
                Piece::Inline(tag) => out.push_str(tag),
                Piece::Separator(tag) => {
                    text.for_each(drop);
                    out.push_str(tag);
                }
            }
        }
        out
    }

    fn convert(&self, text: &str) -> String {
        match self {
            Converter::Simplified => {
                let table = HanTable::get();
                text.chars().map(|c| table.simplify(c)).collect()
            }
            Converter::Traditional(table) => table.convert(text),
        }
    }
}

/// The byte range of `converted` that corresponds to the byte range `range` of `text`, from which it was
/// converted.
pub fn range_in_converted(text: &str, converted: &str, range: &Range<usize>) -> Range<usize> {
    let at = |byte: usize| {
        let chars = text.get(..byte).unwrap_or(text).chars().count();
        converted.char_indices().nth(chars).map_or(converted.len(), |(at, _)| at)
    };
    at(range.start)..at(range.end)
}

impl TraditionalTable {
    /// Parses the table.
    ///
    /// # Errors
    ///
    /// Says what is wrong where a line is not an entry, or where the entries are not sorted.
    pub fn parse(text: &str) -> Result<TraditionalTable, String> {
        let mut table = TraditionalTable { characters: Vec::new(), phrases: Vec::new() };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let chars = line.chars().count();
            let half = line.char_indices().nth(chars / 2).map(|(at, _)| line.split_at(at));
            let Some((from, to)) = half.filter(|_| chars % 2 == 0) else {
                return Err(format!("the line {line:?} is no pair"));
            };
            match (from.chars().next(), to.chars().next()) {
                (Some(from), Some(to)) if chars == 2 => table.characters.push((from, to)),
                _ => table.phrases.push((from.to_owned(), to.to_owned())),
            }
        }
        let is_sorted = table.characters.is_sorted() && table.phrases.is_sorted();
        if is_sorted && !table.characters.is_empty() {
            Ok(table)
        } else {
            Err("it is not a sorted table of characters".to_owned())
        }
    }

    /// Converts from left to right, the longest phrase first.
    fn convert(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let phrase = self.phrase(rest, first);
            let (from, to) = phrase.map_or((&rest[..first.len_utf8()], "."), |(from, to)| (&**from, &**to));
            let chars = from.chars().zip(to.chars());
            out.extend(chars.map(|(from, to)| if to == NO_EXCEPTION { self.character(from) } else { to }));
            rest = &rest[from.len()..];
        }
        out
    }

    fn character(&self, c: char) -> char {
        let known = self.characters.binary_search_by_key(&c, |&(from, _)| from);
        known.ok().and_then(|at| self.characters.get(at)).map_or(c, |&(_, to)| to)
    }

    /// The longest phrase at the beginning of a text.
    fn phrase(&self, text: &str, first: char) -> Option<&(String, String)> {
        if first.is_ascii() {
            return None;
        }
        let begin = self.phrases.partition_point(|(phrase, _)| phrase.chars().next() < Some(first));
        self.phrases[begin..]
            .iter()
            .take_while(|(phrase, _)| phrase.starts_with(first))
            .filter(|(phrase, _)| text.starts_with(phrase.as_str()))
            .max_by_key(|(phrase, _)| phrase.len())
    }
}

/// A piece of HTML: a tag, or the text between two tags.
enum Piece<'a> {
    /// Text to convert.
    Text(&'a str),
    /// An inline tag.
    Inline(&'a str),
    /// Markup that ends a phrase: a tag of a block, or a whole element that is not converted.
    Separator(&'a str),
}

impl Piece<'_> {
    /// The text of the piece as the conversion sees it.
    fn to_convert(&self) -> &str {
        match self {
            Piece::Text(text) => text,
            Piece::Inline(_) => "",
            Piece::Separator(_) => "\n",
        }
    }
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let end = match html[at..].starts_with('<') {
            true => markup_end(html, at),
            false => html[at..].find('<').map_or(html.len(), |length| at + length),
        };
        let piece = &html[at..end];
        pieces.push(match piece.starts_with('<') {
            false => Piece::Text(piece),
            true if is_inline(tag_name(piece)) && !VERBATIM.contains(&tag_name(piece)) => {
                Piece::Inline(piece)
            }
            true => Piece::Separator(piece),
        });
        at = end;
    }
    pieces
}

/// The end of the tag at the byte `at`; of the whole element, if its text is not converted.
fn markup_end(html: &str, at: usize) -> usize {
    let end = tag_end(html, at);
    let tag = &html[at..end];
    let name = tag_name(tag);
    if tag.starts_with("</") || !VERBATIM.contains(&name) {
        return end;
    }
    let closing = format!("</{name}");
    html[end..].find(&closing).map_or(html.len(), |offset| tag_end(html, end + offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# remark\n\
        东東\n\
        书書\n\
        发發\n\
        后後\n\
        国國\n\
        图圖\n\
        头頭\n\
        馆館\n\
        理发.髮\n\
        理发店.髮.\n\
        皇后.后\n\
        面条麵條";

    fn traditional() -> Converter {
        Converter::Traditional(TraditionalTable::parse(TABLE).unwrap())
    }

    #[test]
    fn phrases_decide_where_a_character_could_be_two() {
        let check = |text: &str, expected: &str| assert_eq!(traditional().text(text), expected);
        check("东面的图书馆", "東面的圖書館");
        check("理发店后面", "理髮店後面");
        check("皇后理发", "皇后理髮");
        check("面条 and 面", "麵條 and 面");
    }

    #[test]
    fn only_the_other_script_is_converted() {
        assert!(matches!(traditional().text("後面的圖書館"), Cow::Borrowed(_)));
        assert!(matches!(traditional().text("A tide table"), Cow::Borrowed(_)));
        assert!(matches!(Converter::Simplified.text("图书馆"), Cow::Borrowed(_)));
        assert_eq!(Converter::Simplified.text("圖書館後面"), "图书馆后面");
    }

    #[test]
    fn html_keeps_its_tags_attributes_and_code() {
        let check = |html: &str, expected: &str| assert_eq!(traditional().html(html), expected);
        check(
            "<p title=\"图书\">图书 &amp; <code>图书</code></p>",
            "<p title=\"图书\">圖書 &amp; <code>图书</code></p>",
        );
        check("<pre>图<b>书</b></pre>书", "<pre>图<b>书</b></pre>書");
        check("理<mark>发</mark>店<br>后<!-- 后 -->", "理<mark>髮</mark>店<br>後<!-- 后 -->");
        check("<p>理</p><p>发</p>", "<p>理</p><p>發</p>");
        check("a < 后", "a < 后");
    }

    #[test]
    fn a_range_moves_with_its_characters() {
        let (text, converted) = ("a𫖮书b", "a顗書b");
        let at = text.find('书').unwrap();
        let range = range_in_converted(text, converted, &(at..at + "书".len()));
        assert_eq!(&converted[range], "書");
        assert_eq!(range_in_converted(text, converted, &(0..text.len())), 0..converted.len());
    }

    #[test]
    fn a_damaged_table_is_an_error() {
        for text in ["", "<!doctype html>", "图圖书", "图圖\n东東"] {
            assert!(TraditionalTable::parse(text).is_err(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_converted_text_has_as_many_characters(text in "[<>&a-b/ 理发店后面条书\n]{0,40}") {
            for converter in [Converter::Simplified, traditional()] {
                proptest::prop_assert_eq!(converter.convert(&text).chars().count(), text.chars().count());
                proptest::prop_assert_eq!(converter.html(&text).chars().count(), text.chars().count());
            }
        }
    }
}

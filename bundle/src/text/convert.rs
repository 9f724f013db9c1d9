//! Shows a text in the characters of the other script.
//!
//! From Traditional to Simplified it is the table of the fold, character by character. The other way
//! one character may be several (发 is 發 or 髮), so phrases decide: a table of its own, which a
//! reader loads only when it is wanted. What is converted keeps its number of characters, so that
//! what is known of a place in the text, a highlight or a tag, is known of the converted text too.

use std::borrow::Cow;
use std::ops::Range;

use super::han_table::HanTable;
use super::html::{is_inline, tag_end, tag_name};
use super::script::Script;

/// Stands in the table for what a character becomes by itself.
const AS_ALONE: char = '.';
/// Elements whose text stays as it is: what is typed into machines.
const VERBATIM: [&str; 6] = ["code", "kbd", "pre", "samp", "script", "style"];

/// Writes Chinese in one script.
#[derive(Debug)]
pub enum Converter {
    /// In Simplified characters.
    Simplified,
    /// In Traditional characters.
    Traditional(TraditionalTable),
}

/// What Simplified characters and phrases are in Traditional.
///
/// A line is a character or a phrase, and after it as many characters that it becomes; in those of a
/// phrase, `.` is what the character becomes by itself. The lines are sorted, but for remarks, which begin
/// with `#`.
#[derive(Debug)]
pub struct TraditionalTable {
    characters: Vec<(char, char)>,
    phrases: Vec<(String, String)>,
}

impl Converter {
    /// The script that it writes.
    pub fn script(&self) -> Script {
        match self {
            Converter::Simplified => Script::Simplified,
            Converter::Traditional(_) => Script::Traditional,
        }
    }

    /// Whether a text in this script would be written otherwise.
    pub fn changes(&self, script: Script) -> bool {
        script != Script::Other && script != self.script()
    }

    /// Converts a text if it is in the other script.
    pub fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.changes(Script::of(text)) {
            true => Cow::Owned(self.convert(text)),
            false => Cow::Borrowed(text),
        }
    }

    /// Converts the text of sanitised HTML, whatever script it is in: never attributes nor code. Tags
    /// within a line do not come between the characters of a phrase.
    pub fn html(&self, html: &str) -> String {
        let parts = parts(html);
        let text: String = parts.iter().map(|part| part.to_convert()).collect();
        let converted = self.convert(&text);
        let mut converted = converted.chars();
        let mut out = String::with_capacity(html.len());
        for part in &parts {
            let of_part = converted.by_ref().take(part.to_convert().chars().count());
            match part {
                Part::Text(_) => out.extend(of_part),
                Part::Inline(tag) => out.push_str(tag),
                Part::Apart(tag) => {
                    of_part.for_each(drop);
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

/// The bytes of `converted` that show the bytes `range` of the text that it was made from.
pub fn range_in_converted(text: &str, converted: &str, range: &Range<usize>) -> Range<usize> {
    let at = |byte: usize| {
        let chars = text.get(..byte).unwrap_or(text).chars().count();
        converted.char_indices().nth(chars).map_or(converted.len(), |(at, _)| at)
    };
    at(range.start)..at(range.end)
}

impl TraditionalTable {
    /// Reads the table. Says what is wrong with it, if anything is.
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
            out.extend(chars.map(|(from, to)| if to == AS_ALONE { self.character(from) } else { to }));
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

/// A part of HTML.
enum Part<'a> {
    /// What is to be converted.
    Text(&'a str),
    /// A tag in the middle of a line.
    Inline(&'a str),
    /// What stands between texts that have nothing to do with each other.
    Apart(&'a str),
}

impl Part<'_> {
    /// What the conversion sees of it.
    fn to_convert(&self) -> &str {
        match self {
            Part::Text(text) => text,
            Part::Inline(_) => "",
            Part::Apart(_) => "\n",
        }
    }
}

fn parts(html: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let end = match html[at..].starts_with('<') {
            true => markup_end(html, at),
            false => html[at..].find('<').map_or(html.len(), |length| at + length),
        };
        let part = &html[at..end];
        parts.push(match part.starts_with('<') {
            false => Part::Text(part),
            true if is_inline(tag_name(part)) && !VERBATIM.contains(&tag_name(part)) => Part::Inline(part),
            true => Part::Apart(part),
        });
        at = end;
    }
    parts
}

/// The end of the tag at a place; of the whole element, where its text stays as it is.
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
    fn what_is_no_table_is_refused() {
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

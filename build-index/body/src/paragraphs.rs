//! Cuts a text that is one unbroken block into paragraphs, without changing a character.

use crate::rules::Rules;
use crate::tree::Node;

/// Texts with more characters are hard to read in one piece.
const LONG: usize = 400;
/// Characters of a paragraph, after which the next end of a sentence ends it.
const ENOUGH: usize = 120;

/// Elements that do not break the text around them.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
];
/// Elements whose text may be cut.
const BLOCKS: &[&str] = &["article", "blockquote", "div", "main", "p", "section"];

/// The block that holds all text of a body, if that is long and nothing breaks it.
pub(super) fn unbroken<'a>(root: Node<'a>, rules: &Rules) -> Option<Node<'a>> {
    let mut block = root;
    while let Some(only) = only_block_with_text(block, rules) {
        block = only;
    }
    let is_block = block.element().is_some_and(|element| BLOCKS.contains(&element.name()));
    let is_long = || characters(block) > LONG;
    (is_block && block.children().all(is_inline) && is_long()).then_some(block)
}

/// The one node below that holds all its text.
fn only_block_with_text<'a>(block: Node<'a>, rules: &Rules) -> Option<Node<'a>> {
    let mut with_text = block.children().filter(|child| has_text(*child, rules));
    let only = with_text.next().filter(|_| with_text.next().is_none())?;
    only.element().filter(|element| BLOCKS.contains(&element.name())).map(|_| only)
}

fn has_text(node: Node<'_>, rules: &Rules) -> bool {
    match (node.text(), node.element()) {
        (Some(text), _) => !text.trim().is_empty(),
        (None, Some(element)) if rules.match_shell(element) => false,
        _ => node.children().any(|child| has_text(child, rules)),
    }
}

fn is_inline(node: Node<'_>) -> bool {
    node.element().is_none_or(|element| INLINE.contains(&element.name())) && node.children().all(is_inline)
}

fn characters(node: Node<'_>) -> usize {
    let own = node.text().map_or(0, |text| text.chars().count());
    own + node.children().map(characters).sum::<usize>()
}

/// Says where paragraphs end, while a text is written piece by piece.
#[derive(Default)]
pub(super) struct Cutter {
    /// Characters of the paragraph so far.
    written: usize,
}

impl Cutter {
    /// Where in `text` the next paragraph begins; `None` if all of it belongs to this one.
    pub(super) fn cut(&mut self, text: &str) -> Option<usize> {
        let mut is_after_end = false;
        for (at, c) in text.char_indices() {
            let goes_on = is_sentence_end(c) || is_closing(c);
            if is_after_end && !goes_on && self.written >= ENOUGH {
                self.written = 0;
                return Some(at);
            }
            is_after_end = is_sentence_end(c) || (is_after_end && is_closing(c));
            self.written += 1;
        }
        None
    }

    /// Counts text that is not to be cut.
    pub(super) fn pass(&mut self, node: Node<'_>) {
        self.written += characters(node);
    }
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '…' | '｡')
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '）' | '】' | '》' | '"' | ')')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    /// The paragraphs of a text.
    fn cut(text: &str) -> Vec<&str> {
        let mut cutter = Cutter::default();
        let mut paragraphs = Vec::new();
        let mut rest = text;
        while let Some(at) = cutter.cut(rest) {
            paragraphs.push(&rest[..at]);
            rest = &rest[at..];
        }
        paragraphs.push(rest);
        paragraphs
    }

    #[test]
    fn paragraphs_end_with_sentences() {
        let long = "字".repeat(ENOUGH);
        assert_eq!(cut("短。短。"), ["短。短。"]);
        assert_eq!(cut(&format!("{long}。”一。二")), [&format!("{long}。”"), "一。二"]);
        assert_eq!(
            cut(&format!("{long}……？！）{long}。")),
            [&format!("{long}……？！）"), &format!("{long}。")]
        );
        assert_eq!(cut(&format!("{long}，没有句号")), [&format!("{long}，没有句号")]);
        assert_eq!(cut(&format!("{long}”没有句号")), [&format!("{long}”没有句号")]);
    }

    fn check(html: &str, expected: bool) {
        let html = html.replace("LONG", &"长".repeat(LONG + 1));
        let tree = Tree::parse(&html);
        assert_eq!(unbroken(tree.root(), &Rules::default()).is_some(), expected, "{html}");
    }

    #[test]
    fn only_a_text_without_breaks_is_cut() {
        check("<div>LONG</div>", true);
        check("<div>\n<p>LONG <b>text</b></p> <img></div>", true);
        check("<div>LONG<div id=comments>spam</div></div>", false);
        check("<div><p>LONG</p><div id=comments>spam</div></div>", true);
        check("<div>short</div>", false);
        check("<div>LONG<br>LONG</div>", false);
        check("<p>LONG</p><p>author</p>", false);
        check("<pre>LONG</pre>", false);
        check("<h1>LONG</h1>", false);
        check("<table><tr><td>LONG</table>", false);
    }

    proptest::proptest! {
        #[test]
        fn no_character_is_lost(text in "[字。”…a ]{0,600}") {
            proptest::prop_assert_eq!(cut(&text).concat(), text);
        }
    }
}

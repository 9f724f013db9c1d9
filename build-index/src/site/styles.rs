//! The styles of pages without the viewer: of the viewer's own style sheets, what such a page can use. So it
//! looks as the viewer's does, and is small enough to stand in every page.
//!
//! This knows of CSS what the project's own sheets have: rules, and groups of rules under a condition.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The sheets, in the order in which the viewer has them.
const SHEETS: &[&str] = &[
    include_str!("../../../src/ui/tokens.css"),
    include_str!("../../../src/ui/base.css"),
    include_str!("../../../src/host/start.css"),
    include_str!("../../../src/host/first-page.css"),
    include_str!("../../../src/ui/controls.css"),
    include_str!("../../../src/frame/header.css"),
    include_str!("../../../src/search/search_box/search-box.css"),
    include_str!("../../../src/list/summary.css"),
    include_str!("../../../src/list/list.css"),
    include_str!("../../../src/article/article.css"),
    include_str!("../../../src/article/body/body.css"),
    include_str!("../../../src/article/body/held-back.css"),
    include_str!("../../../src/article/tools/article-tools.css"),
    include_str!("../../../src/article/player.css"),
    include_str!("../../../src/frame/footer.css"),
    include_str!("../../../src/ui/print.css"),
    include_str!("../../../markup/src/plain_page.css"),
];

/// Classes and ids of every page.
const FRAME: &[&str] = &[
    "skip-link",
    "header",
    "header-inner",
    "brand",
    "brand-name",
    "seal",
    "search",
    "icon",
    "ink",
    "tools",
    "tool",
    "first-tools",
    "about-search",
    "frame",
    "content",
    "page-footer",
    "feed",
    "visually-hidden",
    "meta",
    "original",
    "category",
    "author",
    "untitled",
    "late",
    "retry",
];
/// Those of articles.
const ARTICLE: &[&str] = &[
    "article",
    "article-foot",
    "article-tools",
    "article-tools-inner",
    "back-link",
    "body",
    "byline",
    "day-articles",
    "embed",
    "held-back",
    "held-back-alt",
    "held-back-label",
    "neighbour",
    "neighbours",
    "next",
    "no-body",
    "paragraph",
    "prev",
    "reading-time",
    "sources",
    "version",
];
/// Those of lists.
const LIST: &[&str] = &["count", "list", "list-links", "month", "other-pages", "plain", "row", "summary"];
/// Elements that no such page has.
const NEVER: &[&str] = &["button", "dialog", "iframe", "option", "select", "mark", "audio"];

/// The styles of pages of articles.
pub(super) static OF_ARTICLES: LazyLock<String> = LazyLock::new(|| styles(SHEETS, &[FRAME, ARTICLE]));
/// The styles of plain lists.
pub(super) static OF_LISTS: LazyLock<String> = LazyLock::new(|| styles(SHEETS, &[FRAME, LIST]));

/// What of some sheets is about these names, without what only people need.
fn styles(sheets: &[&str], names: &[&[&str]]) -> String {
    let names = names.iter().copied().flatten().copied().collect();
    let whole: String = sheets.iter().map(|sheet| rules(&without_comments(sheet), &names)).collect();
    without_unused_variables(&without_unused_variables(&whole))
}

fn without_comments(sheet: &str) -> String {
    let mut rest = sheet;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

/// The rules of a sheet that some page can use.
fn rules(sheet: &str, names: &BTreeSet<&str>) -> String {
    let mut out = String::new();
    let mut rest = sheet;
    while let Some((prelude, block, after)) = next_block(rest) {
        rest = after;
        let inner = match prelude {
            group if group.starts_with("@media") || group.starts_with("@supports") => rules(block, names),
            // Nothing moves on a page without the viewer.
            animation if animation.starts_with('@') => String::new(),
            _ => declarations(block),
        };
        let prelude = match prelude.strip_prefix('@') {
            Some(_) => short(prelude),
            None => {
                let used = split(prelude, ',').into_iter().filter(|selector| is_used(selector, names));
                used.map(|selector| short(selector.trim())).collect::<Vec<_>>().join(",")
            }
        };
        if !prelude.is_empty() && !inner.is_empty() {
            out.push_str(&format!("{prelude}{{{inner}}}"));
        }
    }
    out
}

/// What stands before the next block, what is in it, and what follows it.
fn next_block(sheet: &str) -> Option<(&str, &str, &str)> {
    let open = sheet.find('{')?;
    let mut depth = 0;
    let close = sheet[open..].char_indices().find_map(|(at, c)| {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        (depth == 0).then_some(open + at)
    })?;
    Some((sheet[..open].trim(), &sheet[open + 1..close], &sheet[close + 1..]))
}

/// The declarations of a rule, as short as they can be written.
fn declarations(block: &str) -> String {
    let written = split(block, ';').into_iter().filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        Some(format!("{}:{}", name.trim(), short(value.trim())))
    });
    written.collect::<Vec<_>>().join(";")
}

/// A text with one space where there are several, and none after a comma.
fn short(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace(", ", ",").replace(": ", ":").replace(" > ", ">")
}

/// The parts of a text between separators that stand in no brackets.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            c if c == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Whether a selector can fit something: all classes that stand in no brackets are known, and no element is
/// one that there never is.
fn is_used(selector: &str, names: &BTreeSet<&str>) -> bool {
    let plain = without_brackets(selector);
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let mut before = ' ';
    let mut rest = plain.as_str();
    while let Some(c) = rest.chars().next() {
        let word = rest.len() - rest.trim_start_matches(is_part).len();
        if word == 0 {
            before = c;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let (name, after) = rest.split_at(word);
        let fits = match before {
            '.' | '#' => names.contains(name),
            ':' => true,
            _ => !NEVER.contains(&name),
        };
        if !fits {
            return false;
        }
        (before, rest) = (' ', after);
    }
    true
}

fn without_brackets(selector: &str) -> String {
    let mut depth = 0;
    let outside = |c: &char| {
        depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
        depth == 0
    };
    selector.chars().filter(outside).collect()
}

/// Takes out the variables that nothing reads.
fn without_unused_variables(styles: &str) -> String {
    let is_unread = |declaration: &str| {
        let name = declaration.split(':').next().unwrap_or_default();
        name.starts_with("--") && ![',', ')'].iter().any(|end| styles.contains(&format!("var({name}{end}")))
    };
    let mut out = String::new();
    let mut rest = styles;
    while let Some(open) = rest.find('{') {
        let (prelude, block) = rest.split_at(open + 1);
        out.push_str(prelude);
        let end = block.find(['{', '}']).unwrap_or(block.len());
        if block[end..].starts_with('{') {
            // The prelude of a rule in a group.
            rest = block;
            continue;
        }
        let kept = split(&block[..end], ';').into_iter().filter(|declaration| !is_unread(declaration));
        out.push_str(&kept.collect::<Vec<_>>().join(";"));
        let closed = block[end..].find(|c| c != '}').map_or(block.len(), |at| end + at);
        out.push_str(&block[end..closed]);
        rest = &block[closed..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_page_can_use_stays() {
        let check =
            |sheet: &str, expected: &str| assert_eq!(styles(&[sheet], &[&["a", "b"]]), expected, "{sheet}");
        check(
            "/* x */ .a {\n  color: red;\n  margin: 0 calc(1px + 2px);\n}",
            ".a{color:red;margin:0 calc(1px + 2px)}",
        );
        check(".a, .c .a, .b > p:first-child { top: 0 }", ".a,.b>p:first-child{top:0}");
        check(
            "@media (min-width: 9px) { .c { top: 0 } .a :is(p, .c) { top: 1px; } }",
            "@media (min-width:9px){.a :is(p,.c){top:1px}}",
        );
        check("@media print { .c { top: 0 } }", "");
        check("button:hover, a:not(.c) { top: 0 }", "a:not(.c){top:0}");
        check("@keyframes x { to { top: 0 } } #c { top: 0 }", "");
        check(
            ":root { --u: 1; --v: 2; --w: var(--v) } .a { top: var(--w) }",
            ":root{--v:2;--w:var(--v)}.a{top:var(--w)}",
        );
    }

    #[test]
    fn a_page_carries_few_styles() {
        for (styles, has, lacks) in
            [(&*OF_ARTICLES, ".byline{", ".month{"), (&*OF_LISTS, ".month{", ".body{")]
        {
            assert!(styles.contains(has) && !styles.contains(lacks), "{styles}");
            assert!(!styles.contains(['<', '\n']) && styles.len() < 12_000, "{}", styles.len());
            assert_eq!(styles.matches('{').count(), styles.matches('}').count(), "{styles}");
        }
    }
}

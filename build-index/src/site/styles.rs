//! The styles of pages without the viewer: of the viewer's own style sheets, what such a page can use. So it
//! looks as the viewer's does, and is small enough to stand in every page.
//!
//! This knows of CSS what the project's own sheets have: rules, and groups of rules under a condition.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use policy::Policy;

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
    "neighbour",
    "neighbours",
    "next",
    "no-body",
    "paragraph",
    "prev",
    "reading-time",
    "sources",
    "start-late",
    "version",
];
/// Those of lists.
const LIST: &[&str] =
    &["back-link", "count", "list", "list-links", "month", "other-pages", "plain", "row", "summary"];
/// Elements that no such page has.
const NEVER: &[&str] = &["button", "dialog", "iframe", "option", "select", "mark", "audio"];

/// What the selectors begin with that are about what is in a text.
const TEXT: &str = ".body ";

/// A sign of a film.
pub(super) const FILM: &str = "data-embed";

/// What only some texts have: elements, classes, and by which signs it is seen.
struct Feature {
    elements: &'static [&'static str],
    classes: &'static [&'static str],
    signs: &'static [&'static str],
}

const FEATURES: [Feature; 3] = [
    Feature {
        elements: &["img", "figure", "figcaption", "video", "svg"],
        classes: &["embed", "player", "held-back", "held-back-alt", "held-back-label", "sign"],
        signs: &["<img", "<figure", "<video", "<svg", FILM, "held-back"],
    },
    Feature {
        elements: &["table", "caption", "th", "td", "pre", "code", "kbd", "samp"],
        classes: &[],
        signs: &["<table", "<pre", "<code", "<kbd", "<samp"],
    },
    Feature {
        elements: &["blockquote", "ul", "ol", "li", "dd", "hr", "h1", "h2", "h3", "h4", "h5", "h6"],
        classes: &[],
        signs: &["<blockquote", "<ul", "<ol", "<dl", "<hr", "<h"],
    },
];

/// Which styles a page needs: those of lists, or of articles with some features.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Styles {
    OfLists,
    OfArticles(u8),
}

impl Styles {
    /// Those of articles with these texts.
    pub(super) fn of_texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Styles {
        let has = |text: &str, feature: &Feature| feature.signs.iter().any(|sign| text.contains(sign));
        let of_text = |text: &str| {
            let bits = FEATURES.iter().enumerate().filter(|(_, feature)| has(text, feature));
            bits.fold(0, |bits, (place, _)| bits | 1 << place)
        };
        Styles::OfArticles(texts.into_iter().fold(0, |bits, text| bits | of_text(text)))
    }

    /// The style sheet, and the policy of the pages that it stands in beside a script.
    pub(super) fn written(self, script: &str) -> &'static (String, String) {
        static WRITTEN: [OnceLock<(String, String)>; 1 + (1 << FEATURES.len())] =
            [const { OnceLock::new() }; 1 + (1 << FEATURES.len())];
        let (place, names) = match self {
            Styles::OfLists => (0, Names::of(&[LIST], 0)),
            Styles::OfArticles(features) => (1 + usize::from(features), Names::of(&[ARTICLE], features)),
        };
        WRITTEN[place % WRITTEN.len()].get_or_init(|| {
            let styles = styles(SHEETS, &names);
            let policy = Policy::of(&[script], &[&styles]).to_string();
            (styles, policy)
        })
    }
}

/// What pages have.
#[derive(Debug, Default)]
struct Names {
    classes: BTreeSet<&'static str>,
    /// Elements that their texts have not.
    not_in_texts: BTreeSet<&'static str>,
}

impl Names {
    fn of(classes: &[&[&'static str]], features: u8) -> Names {
        let mut names = Names {
            classes: [FRAME].iter().chain(classes).copied().flatten().copied().collect(),
            not_in_texts: BTreeSet::new(),
        };
        for (place, feature) in FEATURES.iter().enumerate() {
            if features & 1 << place == 0 {
                names.not_in_texts.extend(feature.elements);
            } else {
                names.classes.extend(feature.classes);
            }
        }
        names
    }
}

/// What of some sheets is about these names, without what only people need.
fn styles(sheets: &[&str], names: &Names) -> String {
    let whole: String = sheets.iter().map(|sheet| rules(&without_comments(sheet), names)).collect();
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
fn rules(sheet: &str, names: &Names) -> String {
    let mut out = String::new();
    let mut rest = sheet;
    while let Some((prelude, block, after)) = next_block(rest) {
        rest = after;
        let inner = match prelude {
            group if group.starts_with("@media") || group.starts_with("@supports") => rules(block, names),
            // Nothing moves on a page without the viewer; what appears later is called like its class.
            animation if is_of_class(animation, names) => rules(block, names),
            other if other.starts_with('@') => String::new(),
            _ => declarations(block),
        };
        let prelude = match prelude.strip_prefix('@') {
            Some(_) => short(prelude),
            None => {
                let used = split(prelude, ',')
                    .into_iter()
                    .filter(|selector| is_used(selector, names, selector.contains(TEXT)));
                used.map(|selector| short(selector.trim())).collect::<Vec<_>>().join(",")
            }
        };
        if !prelude.is_empty() && !inner.is_empty() {
            out.push_str(&format!("{prelude}{{{inner}}}"));
        }
    }
    out
}

/// Whether this begins an animation that has the name of a class.
fn is_of_class(prelude: &str, names: &Names) -> bool {
    prelude.strip_prefix("@keyframes ").is_some_and(|name| names.classes.contains(name.trim()))
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

/// Whether a selector can fit something: a page has all of its classes, and no element of it is one that there
/// never is. Of the alternatives of `:is()` one is enough, and other brackets do not matter.
fn is_used(selector: &str, names: &Names, is_in_text: bool) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let (mut before, mut name) = (' ', "");
    let mut rest = selector;
    while let Some(c) = rest.chars().next() {
        let word = rest.len() - rest.trim_start_matches(is_part).len();
        if word == 0 {
            let inner = bracket(rest);
            let is_choice = before == ':' && name == "is";
            if inner.is_some_and(|inner| {
                is_choice && !split(inner, ',').iter().any(|one| is_used(one, names, is_in_text))
            }) {
                return false;
            }
            rest = &rest[inner.map_or(c.len_utf8(), |inner| inner.len() + 2)..];
            (before, name) = (c, "");
            continue;
        }
        (name, rest) = rest.split_at(word);
        let fits = match before {
            '.' | '#' => names.classes.contains(name),
            ':' => true,
            _ => !(NEVER.contains(&name) || is_in_text && names.not_in_texts.contains(name)),
        };
        if !fits {
            return false;
        }
        if before != ':' {
            before = ' ';
        }
    }
    true
}

/// What stands in the brackets that a text begins with.
fn bracket(text: &str) -> Option<&str> {
    let close = match text.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let mut depth = 0;
    let end = text.char_indices().find(|(_, c)| {
        depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
        depth == 0
    });
    end.filter(|(_, c)| *c == close).map(|(end, _)| &text[1..end])
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
        let names = Names { classes: ["a", "b", "body"].into(), not_in_texts: ["table"].into() };
        let check = |sheet: &str, expected: &str| assert_eq!(styles(&[sheet], &names), expected, "{sheet}");
        check(
            "/* x */ .a {\n  color: red;\n  margin: 0 calc(1px + 2px);\n}",
            ".a{color:red;margin:0 calc(1px + 2px)}",
        );
        check(".a, .c .a, .b > p:first-child { top: 0 }", ".a,.b>p:first-child{top:0}");
        check(
            "@media (min-width: 9px) { .c { top: 0 } .a :is(p, .c) { top: 1px; } }",
            "@media (min-width:9px){.a :is(p,.c){top:1px}}",
        );
        check(
            "@media print { .c { top: 0 } .body :is(table, button) { top: 0 } .body table { top: 0 } }",
            "",
        );
        check(".a table { top: 0 }", ".a table{top:0}");
        check("button:hover, a:not(.c), a[href].b, a[href].c { top: 0 }", "a:not(.c),a[href].b{top:0}");
        check("@keyframes x { to { top: 0 } } #c { top: 0 }", "");
        check("@keyframes a { to { top: 0 } }", "@keyframes a{to{top:0}}");
        check(
            ":root { --u: 1; --v: 2; --w: var(--v) } .a { top: var(--w) }",
            ":root{--v:2;--w:var(--v)}.a{top:var(--w)}",
        );
    }

    #[test]
    fn a_page_carries_the_styles_of_what_is_on_it() {
        let check = |styles: Styles, most: usize, has: &str, lacks: &str| {
            let (styles, policy) = styles.written("script");
            assert!(styles.contains(has) && !styles.contains(lacks), "{has} {lacks} {styles}");
            assert!(!styles.contains(['<', '\n']) && styles.len() < most, "{}: {styles}", styles.len());
            assert_eq!(styles.matches('{').count(), styles.matches('}').count(), "{styles}");
            assert!(policy.contains("style-src 'self' 'sha256-"), "{policy}");
        };
        check(Styles::OfLists, 9_000, ".month{", ".body");
        check(Styles::of_texts(["<p>a</p>"]), 10_800, ".sources ul{", ".body :is(");
        check(Styles::of_texts(["<p>a</p>", "<table>", "<img>"]), 14_000, ".body table{", ".body blockquote");
        check(Styles::OfLists, 9_000, ".late{", "start-late");
        for rule in [
            ".start-late{opacity:0;animation:start-late 0s 8s forwards}@keyframes start-late{to{opacity:1}}",
            "[data-opening] .start-late{visibility:hidden}",
            ".start-late{opacity:0;pointer-events:none;animation:start-late 0s 8s forwards !important}",
            "@media (scripting:none){.article-tools,.start-late{display:none}}",
        ] {
            check(Styles::of_texts(["<p>a</p>"]), 10_800, rule, ".first-list");
        }
        assert_eq!(Styles::of_texts(["<h2>", "<ul><figure>"]), Styles::OfArticles(5));
    }
}

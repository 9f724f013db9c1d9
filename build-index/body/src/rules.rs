//! Which elements are shells: advertisements, share bars, comment sections and the like.

use std::sync::{Arc, LazyLock};

use anyhow::{Context as _, Result, bail, ensure};
use rustc_hash::FxHashMap;

use crate::tree::Element;

/// The built-in rules. The file explains how a line is written.
const BUILT_IN: &str = include_str!("shells.txt");

/// The built-in rules, parsed.
static DEFAULT: LazyLock<Rules> = LazyLock::new(|| match Rules::read(BUILT_IN) {
    Ok(rules) => rules,
    Err(error) => unreachable!("a test reads them: {error:#}"),
});

/// The rules by which shells are recognised. Clones share everything.
#[derive(Clone)]
pub struct Rules {
    shared: Arc<Shared>,
}

struct Shared {
    source: String,
    /// Patterns that ask for an exact name, id or class, by that word.
    by_word: FxHashMap<String, Vec<Pattern>>,
    /// All others.
    others: Vec<Pattern>,
}

/// What an element must have, all of it.
type Pattern = Vec<Condition>;

#[derive(Debug, PartialEq)]
enum Condition {
    Tag(String),
    Id(Word),
    Class(Word),
    Attribute { name: String, value: Value },
}

/// An id or a class.
#[derive(Debug, PartialEq)]
enum Word {
    Exactly(String),
    BeginsWith(String),
}

/// The value of an attribute.
#[derive(Debug, PartialEq)]
enum Value {
    Any,
    Exactly(String),
    BeginsWith(String),
    EndsWith(String),
    Contains(String),
}

impl Default for Rules {
    fn default() -> Rules {
        DEFAULT.clone()
    }
}

impl Rules {
    /// The built-in rules and those of a keeper.
    ///
    /// # Errors
    /// A line of the keeper's that is no pattern, with what to write instead.
    pub fn extended(keepers: &str) -> Result<Rules> {
        // Read alone first, so that an error names the line of the keeper's file.
        Rules::read(keepers)?;
        Rules::read(&format!("{BUILT_IN}\n{keepers}"))
    }

    /// The rules as text: what is the same text is the same rules.
    pub fn source(&self) -> &str {
        &self.shared.source
    }

    fn read(source: &str) -> Result<Rules> {
        let mut by_word: FxHashMap<String, Vec<Pattern>> = FxHashMap::default();
        let mut others = Vec::new();
        for (line, text) in (1..).zip(source.lines().map(str::trim)) {
            if text.is_empty() || text == "#" || text.starts_with("# ") {
                continue;
            }
            let pattern = read_pattern(text).with_context(|| {
                format!(
                    "line {line}: {text:?} is no pattern: write tag, #id, .class or [attribute=\"value\"], \
                     joined without spaces, and \"# \" before a remark"
                )
            })?;
            match pattern.iter().find_map(Condition::word) {
                Some(word) => by_word.entry(word.to_owned()).or_default().push(pattern),
                None => others.push(pattern),
            }
        }
        Ok(Rules { shared: Arc::new(Shared { source: source.to_owned(), by_word, others }) })
    }

    /// Whether an element is a shell.
    pub(super) fn match_shell(&self, element: &Element) -> bool {
        let Shared { by_word, others, .. } = &*self.shared;
        let asked = Asked::of(element);
        let words = asked.classes().chain(asked.id).chain([element.name()]);
        let known = words.filter_map(|word| by_word.get(word)).flatten();
        known
            .chain(others.iter().filter(|_| asked.has_attributes))
            .any(|pattern| pattern.iter().all(|condition| condition.holds(&asked)))
    }
}

/// An element, and what most conditions ask of it.
struct Asked<'a> {
    element: &'a Element,
    id: Option<&'a str>,
    class: &'a str,
    has_attributes: bool,
}

impl<'a> Asked<'a> {
    fn of(element: &'a Element) -> Asked<'a> {
        let mut asked = Asked { element, id: None, class: "", has_attributes: false };
        for (name, value) in element.attributes() {
            asked.has_attributes = true;
            match name {
                "id" => asked.id = Some(value.trim()),
                "class" => asked.class = value,
                _ => {}
            }
        }
        asked
    }

    fn classes(&self) -> impl Iterator<Item = &'a str> {
        self.class.split_ascii_whitespace()
    }
}

impl Condition {
    /// The word that an element must have for the condition to hold.
    fn word(&self) -> Option<&str> {
        match self {
            Condition::Tag(word)
            | Condition::Id(Word::Exactly(word))
            | Condition::Class(Word::Exactly(word)) => Some(word),
            _ => None,
        }
    }

    fn holds(&self, asked: &Asked<'_>) -> bool {
        match self {
            Condition::Tag(name) => asked.element.name() == name,
            Condition::Id(word) => asked.id.is_some_and(|id| word.fits(id)),
            Condition::Class(word) => asked.classes().any(|class| word.fits(class)),
            Condition::Attribute { name, value } => {
                asked.element.attribute(name).is_some_and(|found| value.fits(found.trim()))
            }
        }
    }
}

impl Word {
    fn fits(&self, found: &str) -> bool {
        match self {
            Word::Exactly(word) => found == word,
            Word::BeginsWith(start) => found.starts_with(start.as_str()),
        }
    }
}

impl Value {
    fn fits(&self, found: &str) -> bool {
        match self {
            Value::Any => true,
            Value::Exactly(value) => found == value,
            Value::BeginsWith(start) => found.starts_with(start.as_str()),
            Value::EndsWith(end) => found.ends_with(end.as_str()),
            Value::Contains(part) => found.contains(part.as_str()),
        }
    }
}

fn read_pattern(text: &str) -> Result<Pattern> {
    let mut pattern = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (condition, after) = read_condition(rest)?;
        ensure!(!matches!(condition, Condition::Tag(_)) || pattern.is_empty(), "the tag comes first");
        pattern.push(condition);
        rest = after;
    }
    Ok(pattern)
}

/// Reads one condition, and says what comes after it.
fn read_condition(text: &str) -> Result<(Condition, &str)> {
    if let Some(text) = text.strip_prefix('[') {
        let (attribute, rest) = text.split_once(']').context("a \"]\" is missing")?;
        return Ok((read_attribute(attribute)?, rest));
    }
    let sign = text.strip_prefix(['#', '.']).map(|_| &text[..1]);
    let name = &text[sign.map_or(0, str::len)..];
    let (name, rest) = name.split_at(name.find(['#', '.', '[']).unwrap_or(name.len()));
    let condition = match sign {
        Some("#") => Condition::Id(read_word(name)?),
        Some(_) => Condition::Class(read_word(name)?),
        None => Condition::Tag(read_name(name)?),
    };
    Ok((condition, rest))
}

fn read_word(word: &str) -> Result<Word> {
    match word.strip_suffix('*') {
        Some(start) => read_plain(start).map(Word::BeginsWith),
        None => read_plain(word).map(Word::Exactly),
    }
}

fn read_attribute(text: &str) -> Result<Condition> {
    let Some((name, value)) = text.split_once('=') else {
        return Ok(Condition::Attribute { name: read_name(text)?, value: Value::Any });
    };
    let value = value.trim_matches(['"', '\'']).to_owned();
    ensure!(!value.is_empty(), "the value is empty");
    let (name, value) = match name.split_at(name.len() - name.ends_with(['^', '$', '*']) as usize) {
        (name, "^") => (name, Value::BeginsWith(value)),
        (name, "$") => (name, Value::EndsWith(value)),
        (name, "*") => (name, Value::Contains(value)),
        (name, _) => (name, Value::Exactly(value)),
    };
    Ok(Condition::Attribute { name: read_name(name)?, value })
}

/// The name of a tag or an attribute.
fn read_name(text: &str) -> Result<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    ensure!(!text.is_empty() && text.chars().all(is_name), "{text:?} is no name");
    Ok(text.to_ascii_lowercase())
}

/// Text without what means something in a pattern.
fn read_plain(text: &str) -> Result<String> {
    if text.is_empty() || text.contains(|c: char| c.is_whitespace() || "*>+~,()\"'=|".contains(c)) {
        bail!("{text:?} is no id or class");
    }
    Ok(text.to_owned())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::tree::Tree;

    fn check(rule: &str, html: &str, expected: bool) {
        let rules = Rules::read(rule).unwrap();
        let tree = Tree::parse(html);
        let element = tree.root().children().next().unwrap().element().unwrap();
        assert_eq!(rules.match_shell(element), expected, "{rule} {html}");
    }

    #[test]
    fn patterns_are_what_they_say() {
        check("nav", "<nav>", true);
        check("nav", "<div class=nav>", false);
        check("#a", "<div id=a>", true);
        check("#a", "<div id=ab>", false);
        check("#a*", "<div id=ab>", true);
        check(".a", "<p class='b a'>", true);
        check(".a", "<p class=ab>", false);
        check(".a*", "<p class='b ab'>", true);
        check(".a*", "<p class=ba>", false);
        check("P.a#b", "<p class=a id=b>", true);
        check("p.a#b", "<p class=a>", false);
        check("p.a", "<div class=a>", false);
        check("[data-x]", "<p data-x>", true);
        check("[rel=\"x\"]", "<p rel=x>", true);
        check("p[src^='x'][src$=z]", "<p src=xyz>", true);
        check("[src*=\"://ads.\"]", "<p src='https://ads.x.org'>", true);
        check("[src*=\"://ads.\"]", "<p src='https://x.org'>", false);
    }

    #[test]
    fn a_line_that_is_no_pattern_is_named() {
        for line in ["div > p", "p:first-child", ".", "a, b", "[x", "[x=\"\"]", "*", ".a*b", "#a p"] {
            let error = Rules::extended(&format!("# mine\n\n.fine\n{line}\n")).map(|_| ()).unwrap_err();
            let message = format!("{error:#}");
            assert!(message.starts_with("line 4: ") && message.contains("write tag"), "{line}: {message}");
        }
    }

    #[test]
    fn a_keeper_adds_to_what_is_built_in() {
        let rules = Rules::extended(".mine\n#theirs").unwrap();
        for html in ["<p class=mine>", "<p id=theirs>", "<p class=sharedaddy>"] {
            let tree = Tree::parse(html);
            assert!(rules.match_shell(tree.root().children().next().unwrap().element().unwrap()), "{html}");
        }
        assert_ne!(rules.source(), Rules::default().source());
        assert_eq!(rules.source(), Rules::extended(".mine\n#theirs").unwrap().source());
    }

    /// An element that a pattern asks for.
    fn example(pattern: &Pattern) -> String {
        let word = |word: &Word| match word {
            Word::Exactly(word) => word.clone(),
            Word::BeginsWith(start) => format!("{start}1"),
        };
        let (mut tag, mut attributes) = ("div", String::new());
        for condition in pattern {
            match condition {
                Condition::Tag(name) => tag = name,
                Condition::Id(id) => attributes += &format!(" id=\"{}\"", word(id)),
                Condition::Class(class) => attributes += &format!(" class=\"a {} b\"", word(class)),
                Condition::Attribute { name, value } => {
                    let (Value::Exactly(value)
                    | Value::BeginsWith(value)
                    | Value::EndsWith(value)
                    | Value::Contains(value)) = value
                    else {
                        continue;
                    };
                    attributes += &format!(" {name}=\"{value}\"");
                }
            }
        }
        format!("<{tag} src=\"https://example.org/\" {attributes}>shell</{tag}>")
    }

    /// For each built-in rule, an element that it asks for.
    pub(crate) fn examples() -> Vec<String> {
        let rules = Rules::default();
        let patterns = rules.shared.by_word.values().flatten().chain(&rules.shared.others);
        patterns.map(example).collect()
    }

    #[test]
    fn rules_are_shared_by_threads() {
        fn check<T: Send + Sync>(_: T) {}
        check(Rules::default());
    }

    proptest::proptest! {
        #[test]
        fn never_panics(line in "[a-c#.*\\[\\]=^$\"é ]{0,12}") {
            let _ = Rules::read(&line);
        }
    }
}

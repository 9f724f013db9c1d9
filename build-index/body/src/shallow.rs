//! Keeps elements from nesting deeper than any article needs.
//!
//! The time that a parser takes grows with the square of the depth, so a few hundred kilobytes of
//! `<div>` would keep it busy for minutes. Tags below the limit are left out; their text stays.

use std::cell::RefCell;
use std::hash::{Hash as _, Hasher as _};

use html5ever::LocalName;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use rustc_hash::{FxHashMap, FxHasher};

/// Elements inside one another that are still told apart.
const DEEPEST: usize = 200;

/// Elements that nothing can be inside of, or only text.
const LEAVES: &[&str] = &[
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "iframe",
    "img",
    "input",
    "link",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "param",
    "plaintext",
    "script",
    "source",
    "style",
    "textarea",
    "title",
    "track",
    "wbr",
    "xmp",
];

/// Elements that end by themselves where the next one starts, and are often left open for that.
const SELF_ENDING: &[&str] =
    &["dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr"];

/// The most formatting elements that are open at once: a parser opens them again in every paragraph
/// that follows.
const MOST_FORMATTING: usize = 30;
/// The most of them with the same tag and attributes: a parser opens no more again.
const MOST_ALIKE: usize = 3;

/// Elements that a parser opens again so.
const FORMATTING: &[&str] =
    &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that end with the self-ending one that they stand in.
const PHRASES: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "span", "strike", "strong", "tt", "u",
];

/// Passes on the tokens of a document, without the tags that are too deep.
pub(super) struct Shallow<Sink> {
    /// What the tokens are passed on to.
    pub(super) sink: Sink,
    nesting: RefCell<Nesting>,
}

impl<Sink> Shallow<Sink> {
    /// Passes tokens on to `sink`.
    pub(super) fn new(sink: Sink) -> Shallow<Sink> {
        Shallow { sink, nesting: RefCell::default() }
    }
}

impl<Sink: TokenSink> TokenSink for Shallow<Sink> {
    type Handle = Sink::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Sink::Handle> {
        match &token {
            Token::TagToken(tag) if !self.nesting.borrow_mut().admits(tag) => TokenSinkResult::Continue,
            _ => self.sink.process_token(token, line),
        }
    }

    fn end(&self) {
        self.sink.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.sink.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// The elements that are open, as far as tags alone tell.
#[derive(Default)]
struct Nesting {
    open: Vec<LocalName>,
    /// The formatting that was begun and not ended.
    formatting: Vec<Formatting>,
    /// How many start tags of a name were left out: as many end tags go with them.
    left_out: FxHashMap<LocalName, usize>,
}

impl Nesting {
    /// Whether a tag is passed on.
    fn admits(&mut self, tag: &Tag) -> bool {
        if LEAVES.contains(&&*tag.name) {
            return true;
        }
        match tag.kind {
            TagKind::StartTag => self.opens(tag),
            TagKind::EndTag => self.closes(&tag.name),
        }
    }

    fn opens(&mut self, tag: &Tag) -> bool {
        if is_self_ending(&tag.name) {
            self.end_previous();
        }
        let is_admitted = self.open.len() < DEEPEST && self.formats(tag);
        if is_admitted {
            self.open.push(tag.name.clone());
        } else {
            *self.left_out.entry(tag.name.clone()).or_default() += 1;
        }
        is_admitted
    }

    /// Whether a tag is none of formatting, or there may be more of that.
    fn formats(&mut self, tag: &Tag) -> bool {
        if !FORMATTING.contains(&&*tag.name) {
            return true;
        }
        let formatting = Formatting::of(tag);
        let same = self.formatting.iter().filter(|open| **open == formatting).count();
        if same >= MOST_ALIKE {
            return true;
        }
        let is_admitted = self.formatting.len() < MOST_FORMATTING;
        if is_admitted {
            self.formatting.push(formatting);
        }
        is_admitted
    }

    /// Ends the self-ending elements that are open, with the phrases in them.
    fn end_previous(&mut self) {
        let goes_on = |open: &LocalName| is_self_ending(open) || PHRASES.contains(&&**open);
        let around = self.open.iter().rposition(|open| !goes_on(open)).map_or(0, |last| last + 1);
        if let Some(first) = self.open[around..].iter().position(is_self_ending) {
            self.open.truncate(around + first);
        }
    }

    fn closes(&mut self, name: &LocalName) -> bool {
        if let Some(left_out) = self.left_out.get_mut(name).filter(|left_out| **left_out > 0) {
            *left_out -= 1;
            return false;
        }
        if let Some(last) = self.formatting.iter().rposition(|open| open.name == *name) {
            self.formatting.remove(last);
        }
        if let Some(place) = self.open.iter().rposition(|open| open == name) {
            self.open.truncate(place);
        }
        true
    }
}

/// What tells tags of formatting apart.
#[derive(PartialEq)]
struct Formatting {
    name: LocalName,
    attributes: u64,
}

impl Formatting {
    fn of(tag: &Tag) -> Formatting {
        let mut hasher = FxHasher::default();
        for attribute in &tag.attrs {
            attribute.name.local.hash(&mut hasher);
            attribute.value.hash(&mut hasher);
        }
        Formatting { name: tag.name.clone(), attributes: hasher.finish() }
    }
}

fn is_self_ending(name: &LocalName) -> bool {
    SELF_ENDING.contains(&&**name)
}

//! The query language of the search box.
//!
//! | typed | finds articles |
//! |---|---|
//! | `图书馆 railway` | with both, anywhere in title, body or author |
//! | `"movable type"` | with exactly this phrase |
//! | `print*` | with a word that begins like this |
//! | `-tea` | without it |
//! | `茶 OR 咖啡 书` | with `书` and one of the first two |
//! | `title:` `author:` `category:` `tag:` `site:` | with it in that field |
//! | `date:2019-07` `date:2019..2020-03` `after:2019` `before:2020` | of those days |
//!
//! Characters without spaces between them are one phrase: `活字印刷` is found as it stands, not as four
//! characters somewhere. Any text is a query: parts that cannot be understood are reported, and the rest runs.
//!
//! This module parses; it does not know how articles are found.

mod parse;
mod unfinished_word;
mod without;

pub use parse::LastWord;
pub use unfinished_word::UnfinishedWord;
pub use without::without;

use std::ops::Range;

use crate::date::Day;
use crate::text::Script;

/// A parsed query. The default matches everything.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// How the clauses are combined; `None` matches everything.
    pub root: Option<Node>,
    /// The clauses, which `root` refers to by index.
    pub clauses: Vec<Clause>,
    /// The parts that could not be understood.
    pub problems: Vec<Problem>,
}

/// A node of the boolean expression over clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A clause, as an index into [`Query::clauses`].
    Clause(usize),
    /// All of these (AND).
    All(Vec<Node>),
    /// At least one of these (OR).
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
}

/// A condition on an article.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// It contains a text.
    Text(TextClause),
    /// Its date lies in this range, both ends included.
    Dates {
        /// The first day.
        first: Day,
        /// The last day.
        last: Day,
    },
}

/// The condition that an article contains a phrase, which may be a single word.
#[derive(Debug, Clone, PartialEq)]
pub struct TextClause {
    /// Where the phrase is looked for.
    pub scope: Scope,
    /// The tokens of the phrase; never empty.
    pub phrase: Vec<PhraseToken>,
    /// The script of the text; `None` if its characters are those of both scripts.
    pub script: Option<Script>,
    /// The text as typed.
    pub typed: String,
    /// The byte range of the clause in the query, with its field and quotation marks.
    pub range: Range<usize>,
    /// Whether articles must contain the phrase, rather than must not.
    pub positive: bool,
}

/// Where a text is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Title, body or author.
    Anywhere,
    /// The title.
    Title,
    /// The author's name.
    Author,
    /// A category's name.
    Category,
    /// A tag's name.
    Tag,
    /// The host of the original.
    Site,
}

/// A token of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhraseToken {
    /// The folded text.
    pub text: String,
    /// Whether it is a CJK character.
    pub cjk: bool,
    /// Its position relative to that of the first token.
    pub offset: u32,
    /// Whether any word that begins with `text` matches.
    pub prefix: bool,
}

impl PhraseToken {
    /// Whether a folded token of a text matches.
    pub fn accepts(&self, text: &str) -> bool {
        if self.prefix { text.starts_with(&self.text) } else { text == self.text }
    }
}

/// A part of a query that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The byte range of the part in the query.
    pub range: Range<usize>,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What can be wrong with a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// A quotation mark that is not closed; it is closed at the end of the query.
    UnclosedQuote,
    /// Nothing that can be searched for, such as only punctuation; it is ignored.
    NothingToFind,
    /// Not a year, month, day or range of these; it is ignored.
    NotADate,
    /// `OR` without a clause on both sides; it is ignored.
    LoneOr,
}

impl std::fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            ProblemKind::UnclosedQuote => "this quotation mark has no partner",
            ProblemKind::NothingToFind => "there is nothing to search for in this",
            ProblemKind::NotADate => "this is not a date; write 2019, 2019-07, 2019-07-03 or 2019..2020-03",
            ProblemKind::LoneOr => "OR stands between two words",
        })
    }
}

impl Query {
    /// Whether it matches everything.
    pub fn is_everything(&self) -> bool {
        self.root.is_none()
    }

    /// The positive text clauses, each with its index: those that ranking counts and that are
    /// highlighted.
    pub fn positive_texts(&self) -> impl Iterator<Item = (usize, &TextClause)> {
        self.clauses.iter().enumerate().filter_map(|(index, clause)| match clause {
            Clause::Text(text) if text.positive => Some((index, text)),
            _ => None,
        })
    }
}

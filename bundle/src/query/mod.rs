//! The language of the search box.
//!
//! | typed | finds articles |
//! |---|---|
//! | `图书馆 railway` | with both, anywhere in title, text or author |
//! | `"movable type"` | with exactly this sequence |
//! | `print*` | with a word that begins so |
//! | `-tea` | without it |
//! | `茶 OR 咖啡 书` | with `书` and one of the first two |
//! | `title:` `author:` `category:` `tag:` `site:` | with it in that field |
//! | `date:2019-07` `date:2019..2020-03` `after:2019` `before:2020` | of those days |
//!
//! A run of characters without spaces is one sequence: `活字印刷` is found as it stands, not as
//! four characters somewhere. A query that does not parse says where, and runs as far as it can.

mod ending;
mod parse;
mod without;

pub use ending::Ending;
pub use parse::LastWord;
pub use without::without;

use std::ops::Range;

use crate::date::Day;
use crate::text::Script;

/// What a reader asks for. The default asks for everything.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// How the clauses are combined; `None` asks for everything.
    pub root: Option<Node>,
    /// The conditions that `root` refers to.
    pub clauses: Vec<Clause>,
    /// What could not be understood.
    pub problems: Vec<Problem>,
}

/// A combination of clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Index into [`Query::clauses`].
    Clause(usize),
    /// Everything must hold.
    All(Vec<Node>),
    /// Something must hold.
    Any(Vec<Node>),
    /// It must not hold.
    Not(Box<Node>),
}

/// A condition on an article.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// It contains a text.
    Text(TextClause),
    /// It is of one of these days, both ends included.
    Dates {
        /// The first day.
        first: Day,
        /// The last day.
        last: Day,
    },
}

/// The condition that an article contains a text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextClause {
    /// Where.
    pub scope: Scope,
    /// What; never empty.
    pub sequence: Vec<SequenceToken>,
    /// The script that the typed characters commit to.
    pub script: Option<Script>,
    /// The text as typed.
    pub typed: String,
    /// Bytes of the query that say all this, quotation marks and field included.
    pub range: Range<usize>,
    /// Whether articles are found by it, rather than left out for it.
    pub wanted: bool,
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

/// A token of a sequence, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SequenceToken {
    /// The folded text.
    pub text: String,
    /// Whether it is a CJK character.
    pub cjk: bool,
    /// Its position after that of the first token.
    pub offset: u32,
    /// Whether a word that begins with `text` will do.
    pub prefix: bool,
}

impl SequenceToken {
    /// Whether a folded token of a text is the one asked for.
    pub fn accepts(&self, text: &str) -> bool {
        if self.prefix { text.starts_with(&self.text) } else { text == self.text }
    }
}

/// Something in a query that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Bytes of the query.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What can be wrong with a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// A quotation mark without its partner; it is taken to end with the query.
    UnclosedQuote,
    /// Nothing that could be searched for, such as punctuation alone; it is left out.
    NothingToFind,
    /// Not a year, month, day or range of them; it is left out.
    NotADate,
    /// `OR` without something on either side; it is left out.
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
    /// Whether it asks for everything.
    pub fn is_everything(&self) -> bool {
        self.root.is_none()
    }

    /// The texts that articles are found by, with their place among the clauses: what ranking
    /// counts and highlights mark.
    pub fn wanted_texts(&self) -> impl Iterator<Item = (usize, &TextClause)> {
        self.clauses.iter().enumerate().filter_map(|(index, clause)| match clause {
            Clause::Text(text) if text.wanted => Some((index, text)),
            _ => None,
        })
    }
}

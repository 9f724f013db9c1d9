//! The word that a query ends with, as long as it may still be being typed.

use std::ops::Range;

use super::parse::{Chunk, Field, split};
use super::{Query, Scope};

/// The word that a query ends with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending<'a> {
    /// Bytes of the query, with a field and a quotation mark before the word.
    pub range: Range<usize>,
    /// Where the word is looked for.
    pub scope: Scope,
    /// The word itself. It may have spaces after a quotation mark, and be empty after a field.
    pub text: &'a str,
}

impl Query {
    /// The word that is being typed, if one is that articles are to have: neither excluded nor one
    /// of several to choose from.
    pub fn ending(typed: &str) -> Option<Ending<'_>> {
        let mut unclosed = Vec::new();
        let mut chunks = split(typed, &mut unclosed);
        let last = chunks.pop()?;
        let is_complete = last.range.end < typed.len() || (last.quoted && unclosed.is_empty());
        let is_choice = last.is_or(typed) || chunks.last().is_some_and(|before| before.is_or(typed));
        if is_complete || is_choice || last.excluded {
            return None;
        }
        Some(Ending { scope: scope(&last)?, text: last.value, range: last.range })
    }
}

/// Where the word of a chunk is looked for, if it is one.
fn scope(chunk: &Chunk<'_>) -> Option<Scope> {
    match chunk.field {
        None => Some(Scope::Anywhere),
        Some(Field::Text(scope)) => Some(scope),
        Some(Field::Date | Field::After | Field::Before) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` is what the word leaves before it, where it is looked for, and the word.
    fn check(typed: &str, expected: Option<(&str, Scope, &str)>) {
        let ending = Query::ending(typed);
        let seen = ending.map(|ending| {
            assert_eq!(ending.range.end, typed.len());
            (&typed[..ending.range.start], ending.scope, ending.text)
        });
        assert_eq!(seen, expected, "{typed:?}");
    }

    #[test]
    fn the_last_word() {
        check("茶", Some(("", Scope::Anywhere, "茶")));
        check("茶 low ti", Some(("茶 low ", Scope::Anywhere, "ti")));
        check("茶 Author：low", Some(("茶 ", Scope::Author, "low")));
        check("tag:", Some(("", Scope::Tag, "")));
        check("茶 author:\"low ti", Some(("茶 ", Scope::Author, "low ti")));
        check("“movable type” x", Some(("“movable type” ", Scope::Anywhere, "x")));
    }

    #[test]
    fn what_is_complete_is_not_being_typed() {
        check("", None);
        check("茶 ", None);
        check("author:\"low tide\"", None);
    }

    #[test]
    fn what_articles_need_not_have() {
        check("-茶", None);
        check("茶 OR 纸", None);
        check("茶 OR", None);
        check("date:2019", None);
    }
}

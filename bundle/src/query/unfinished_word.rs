//! The word at the end of a query that a reader may still be typing.

use std::ops::Range;

use super::parse::{Chunk, Field, split};
use super::{Query, Scope};

/// The word at the end of a query, unfinished so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnfinishedWord<'a> {
    /// Its byte range in the query, with its field and opening quotation mark.
    pub range: Range<usize>,
    /// Where the word is looked for.
    pub scope: Scope,
    /// The word itself. After a quotation mark it may contain spaces; after a field it may be empty.
    pub text: &'a str,
}

impl Query {
    /// The unfinished word at the end of a query; `None` if the query ends with a space or a closed quotation
    /// mark, or if articles need not contain the word, as after `-` and `OR`.
    pub fn unfinished_word(typed: &str) -> Option<UnfinishedWord<'_>> {
        let mut problems = Vec::new();
        let mut chunks = split(typed, &mut problems);
        let last = chunks.pop()?;
        let is_complete = last.range.end < typed.len() || (last.quoted && problems.is_empty());
        let is_alternative = last.is_or(typed) || chunks.last().is_some_and(|before| before.is_or(typed));
        if is_complete || is_alternative || last.excluded {
            return None;
        }
        Some(UnfinishedWord { scope: scope(&last)?, text: last.value, range: last.range })
    }
}

/// Where the word of a chunk is looked for; `None` for dates.
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

    /// `expected` is the query before the word, the scope, and the word.
    fn check(typed: &str, expected: Option<(&str, Scope, &str)>) {
        let word = Query::unfinished_word(typed);
        let seen = word.map(|word| {
            assert_eq!(word.range.end, typed.len());
            (&typed[..word.range.start], word.scope, word.text)
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
    fn finished_words_are_none() {
        check("", None);
        check("茶 ", None);
        check("author:\"low tide\"", None);
    }

    #[test]
    fn words_that_articles_need_not_contain_are_none() {
        check("-茶", None);
        check("茶 OR 纸", None);
        check("茶 OR", None);
        check("date:2019", None);
    }
}

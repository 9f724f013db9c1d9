//! Removes clauses from a query as it was typed.

use std::ops::Range;

/// The query without these byte ranges of it, which must be sorted, and without an `OR` that would lose the
/// clause on one of its sides.
///
/// ```
/// use bundle::query::{LastWord, Query, without};
///
/// let typed = "tide OR fog -tea";
/// let query = Query::parse(typed, LastWord::Whole);
/// let fog = query.positive_texts().find(|(_, text)| text.typed == "fog").unwrap().1;
/// assert_eq!(without(typed, [&fog.range]), "tide -tea");
/// ```
pub fn without<'a>(typed: &str, parts: impl IntoIterator<Item = &'a Range<usize>>) -> String {
    let mut kept = Vec::new();
    let mut start = 0;
    for part in parts {
        kept.push(typed.get(start..part.start).unwrap_or_default());
        start = part.end;
    }
    kept.push(typed.get(start..).unwrap_or_default());
    kept.into_iter().map(str::trim).fold(String::new(), join)
}

/// Joins the texts before and after a range that was removed.
fn join(before: String, after: &str) -> String {
    let is_or = |word: Option<&str>| word == Some("OR");
    let first_or = is_or(after.split_whitespace().next());
    let last_or = is_or(before.split_whitespace().next_back());
    let (before, after) = match (last_or, first_or) {
        // Of `a OR x OR b` one `OR` stays, of `x OR b` and `a OR x` none.
        (_, true) if last_or || before.is_empty() => {
            (before.as_str(), after.trim_start_matches("OR").trim_start())
        }
        (true, _) => (before.trim_end_matches("OR").trim_end(), after),
        _ => (before.as_str(), after),
    };
    match (before, after) {
        ("", rest) | (rest, "") => rest.to_owned(),
        (before, after) => format!("{before} {after}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{LastWord, Query};

    /// Removes the texts `gone` from a query.
    fn check(typed: &str, gone: &[&str], expected: &str) {
        let query = Query::parse(typed, LastWord::Whole);
        let texts: Vec<_> = query.positive_texts().map(|(_, text)| text).collect();
        let gone = texts.iter().filter(|text| gone.contains(&text.typed.as_str()));
        assert_eq!(without(typed, gone.map(|text| &text.range)), expected, "{typed:?}");
    }

    #[test]
    fn a_clause_goes_with_its_field_and_quotes() {
        check("茶 title:\"low tide\" -咖啡", &["low tide"], "茶 -咖啡");
        check("  a  b c ", &["b"], "a c");
        check("a b c", &["a", "c"], "b");
        check("a", &["a"], "");
    }

    #[test]
    fn no_lone_or_is_left() {
        check("a OR x b", &["x"], "a b");
        check("x OR a b", &["x"], "a b");
        check("a OR x OR b", &["x"], "a OR b");
        check("a OR x b", &["b"], "a OR x");
        check("OR x a", &["x"], "a");
    }
}

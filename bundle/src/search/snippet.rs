//! Snippets and highlights: which parts of a text match a query, and the window of it that shows most.

use std::ops::Range;

use super::phrase::phrase_starts;
use crate::query::{Query, Scope};
use crate::text::{VisibleText, is_cjk, tokens};

/// A part of an article's text that shows why it was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The text, on one line.
    pub text: String,
    /// The byte ranges of `text` that match, in order and disjoint.
    pub highlights: Vec<Range<usize>>,
    /// Whether the text of the article begins before the snippet.
    pub cut_before: bool,
    /// Whether the text of the article goes on after the snippet.
    pub cut_after: bool,
}

/// The byte ranges of `text` that match the query, in order and disjoint.
///
/// ```
/// use bundle::query::{LastWord, Query};
/// use bundle::search::highlights;
///
/// let text = "圖書館 and Printing";
/// let query = Query::parse("图书馆 print", LastWord::Prefix);
/// let marked: Vec<_> = highlights(text, &query).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(marked, ["圖書館", "Printing"]);
/// ```
pub fn highlights(text: &str, query: &Query) -> Vec<Range<usize>> {
    merge(matches(text, query).into_iter().map(|(_, range)| range).collect())
}

/// Wraps what matches the query in `<mark>`. `visible` is the [visible text](crate::text::visible_text) of
/// `html`.
pub fn highlight_html(html: &str, visible: &VisibleText, query: &Query) -> String {
    let mut marked = String::with_capacity(html.len());
    let mut done = 0;
    let ranges = highlights(&visible.text, query).into_iter().flat_map(|range| visible.html_ranges(range));
    for range in ranges {
        let (Some(before), Some(inside)) = (html.get(done..range.start), html.get(range.clone())) else {
            continue;
        };
        marked.push_str(before);
        marked.push_str("<mark>");
        marked.push_str(inside);
        marked.push_str("</mark>");
        done = range.end;
    }
    marked.push_str(html.get(done..).unwrap_or_default());
    marked
}

impl Snippet {
    /// The length of a snippet, in columns: a CJK character is two columns wide, others one.
    const WIDTH: usize = 180;
    /// How much of it comes before the first match, in columns.
    const CONTEXT: usize = 40;
    /// How many windows are compared at most: those of the first matches.
    const MAX_WINDOWS: usize = 1_000;

    /// The best window of a visible text; its beginning if nothing matches.
    pub fn of(text: &str, query: &Query) -> Snippet {
        let found = matches(text, query);
        let start = found
            .iter()
            .map(|(_, range)| range.start)
            .take(Self::MAX_WINDOWS)
            .map(|at| (window_score(&found, at..window_end(text, at, Self::WIDTH - Self::CONTEXT)), at))
            .max_by_key(|&(score, at)| (score, std::cmp::Reverse(at)))
            .map_or(0, |(_, at)| window_start(text, at, Self::CONTEXT));
        let end = window_end(text, start, Self::WIDTH);
        let highlights = merge(found.into_iter().map(|(_, range)| range).collect())
            .into_iter()
            .filter(|range| range.start >= start && range.end <= end)
            .map(|range| range.start - start..range.end - start);
        Snippet {
            highlights: highlights.collect(),
            text: text[start..end].replace('\n', " "),
            cut_before: start > 0,
            cut_after: end < text.len(),
        }
    }
}

/// The byte ranges of `text` that match, sorted, each with the index of its clause.
fn matches(text: &str, query: &Query) -> Vec<(usize, Range<usize>)> {
    let shown =
        query.positive_texts().filter(|(_, clause)| matches!(clause.scope, Scope::Anywhere | Scope::Title));
    let all = tokens(text);
    let mut found: Vec<_> = shown
        .flat_map(|(index, clause)| {
            let length = clause.phrase.len();
            let range = |start: usize| all[start].range.start..all[start + length - 1].range.end;
            phrase_starts(&all, &clause.phrase).map(|start| (index, range(start))).collect::<Vec<_>>()
        })
        .collect();
    found.sort_by_key(|(_, range)| (range.start, range.end));
    found
}

/// The score of a window: the number of different clauses in it, then that of matches.
fn window_score(found: &[(usize, Range<usize>)], window: Range<usize>) -> (usize, usize) {
    let first = found.partition_point(|(_, range)| range.start < window.start);
    let inside = found[first..].iter().take_while(|(_, range)| range.end <= window.end);
    let mut clauses: Vec<usize> = inside.map(|&(clause, _)| clause).collect();
    let matches = clauses.len();
    clauses.sort_unstable();
    clauses.dedup();
    (clauses.len(), matches)
}

/// Merges ranges that overlap or touch. They must be sorted.
fn merge(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// The start of a window: the start of a word about `width` columns before the byte `at`, or the start of
/// the block if that is nearer, but not nearer than half of `width`.
fn window_start(text: &str, at: usize, width: usize) -> usize {
    let mut left = width;
    let mut start = at;
    for (index, c) in text[..at].char_indices().rev() {
        let Some(rest) = left.checked_sub(char_width(c)) else { break };
        if c == '\n' && rest < width / 2 {
            break;
        }
        left = rest;
        start = index;
    }
    let reached_start = start == 0;
    if reached_start { 0 } else { word_edge_after(text, start, at) }
}

/// The end of a window: the end of a word about `width` columns after the byte `at`.
fn window_end(text: &str, at: usize, width: usize) -> usize {
    let mut left = width;
    for (index, c) in text[at..].char_indices() {
        let Some(rest) = left.checked_sub(char_width(c)) else {
            return word_edge_before(text, at, at + index);
        };
        left = rest;
    }
    text.len()
}

/// The first byte from `start` on, before `limit`, at which a word or a bracket begins.
fn word_edge_after(text: &str, start: usize, limit: usize) -> usize {
    let opens =
        |c: char| c.is_alphanumeric() || matches!(c, '“' | '‘' | '「' | '『' | '《' | '（' | '【' | '(');
    let edge = text[start..limit]
        .char_indices()
        .map(|(index, c)| (start + index, c))
        .find(|&(at, c)| opens(c) && !cuts_word(text, at));
    edge.map_or(limit, |(at, _)| at)
}

/// The last byte up to `end`, after `limit`, that does not cut a word in two.
fn word_edge_before(text: &str, limit: usize, end: usize) -> usize {
    if !cuts_word(text, end) {
        return end;
    }
    let edge = text[limit..end]
        .char_indices()
        .rev()
        .map(|(index, _)| limit + index)
        .find(|&at| !cuts_word(text, at));
    edge.filter(|&edge| edge > limit).unwrap_or(end)
}

/// Whether a cut at the byte `at` would split a word.
fn cuts_word(text: &str, at: usize) -> bool {
    let in_word = |c: char| c.is_alphanumeric() && !is_cjk(c);
    text[..at].chars().next_back().is_some_and(in_word) && text[at..].chars().next().is_some_and(in_word)
}

/// The width of a character in columns: from the CJK radicals (U+2E80) on, characters are wide.
fn char_width(c: char) -> usize {
    if c >= '\u{2e80}' { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::LastWord;
    use crate::text::visible_text;

    fn query(typed: &str) -> Query {
        Query::parse(typed, LastWord::Prefix)
    }

    #[test]
    fn highlights_show_the_original_of_what_matches() {
        let check = |text: &str, typed: &str, marked: &[&str]| {
            let ranges = highlights(text, &query(typed));
            assert_eq!(ranges.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), marked, "{typed}");
        };
        check("圖書館與图书馆", "图书馆", &["圖書館", "图书馆"]);
        check("Printing, printed", "print", &["Printing", "printed"]);
        check("活字印刷", "活字 字印 -刷", &["活字印"]);
        check("茶 tea", "author:茶 tea ", &["tea"]);
    }

    #[test]
    fn marks_go_into_html() {
        let html = "<p>活<em>字</em> &amp; 活字</p>";
        let marked = highlight_html(html, &visible_text(html), &query("活字"));
        assert_eq!(marked, "<p><mark>活</mark><em><mark>字</mark></em> &amp; <mark>活字</mark></p>");
    }

    #[test]
    fn a_snippet_is_the_window_with_most_words() {
        let filler = "天地玄黄宇宙洪荒".repeat(30);
        let text = format!("茶{filler}茶与铁路{filler}");
        let snippet = Snippet::of(&text, &query("铁路 茶"));
        let marked: Vec<_> = snippet.highlights.iter().map(|range| &snippet.text[range.clone()]).collect();
        assert_eq!(marked, ["茶", "铁路"]);
        assert!(snippet.cut_before && snippet.cut_after);
        assert!(snippet.text.chars().count() <= Snippet::WIDTH);
    }

    #[test]
    fn without_a_match_it_is_the_beginning() {
        let snippet = Snippet::of("第一行\n第二行", &query("茶"));
        assert_eq!(
            (snippet.text.as_str(), snippet.cut_before, snippet.cut_after),
            ("第一行 第二行", false, false)
        );
    }

    #[test]
    fn a_snippet_begins_with_a_word_or_a_bracket() {
        let check = |before: &str, start: &str| {
            let text = format!("{}{before}{}茶", "。".repeat(60), "一".repeat(15));
            let snippet = Snippet::of(&text, &query("茶"));
            assert!(snippet.text.starts_with(start), "{}", snippet.text);
        };
        check("：", "一");
        check("，「", "「");
    }

    #[test]
    fn latin_words_stay_whole() {
        let text = "the quick brown fox jumps over the lazy dog and ".repeat(12);
        let snippet = Snippet::of(&text, &query("lazy"));
        assert!(
            snippet.text.split_whitespace().all(|word| text.contains(&format!("{word} "))),
            "{}",
            snippet.text
        );
    }
}

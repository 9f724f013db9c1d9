//! A body as it is shown: marked, and counted.

use std::ops::Range;

use bundle::query::Query;
use bundle::search::{highlight_html, highlights};
use bundle::text::{VisibleText, minutes_to_read, visible_text};
use yew::prelude::*;

use crate::conversion::choice::Conversion;

/// A sanitised body with what a query matches in it marked.
#[derive(Debug, PartialEq)]
pub(crate) struct BodyText {
    /// The HTML, with a `<mark>` around each unbroken part of a match.
    pub(crate) html: AttrValue,
    /// What can be read of it.
    pub(crate) text: String,
    /// Its language, if that is known. If not, it is at least not that of the interface.
    pub(crate) lang: Option<&'static str>,
    /// How long it takes to read.
    pub(crate) minutes: u32,
    /// The matches: each by the places of its marks among all marks.
    pub(crate) matches: Vec<Range<u32>>,
    /// Whether there is nothing to see. A body may be a picture or a film alone.
    pub(crate) is_empty: bool,
}

impl BodyText {
    /// Marks what a query matches in the text as written, and shows it in the characters that the
    /// reader has chosen.
    pub(crate) fn of(html: &str, query: &Query, conversion: &Conversion) -> BodyText {
        let visible = visible_text(html);
        let has_more = ["<img", "class=\"embed\""].iter().any(|sign| html.contains(sign));
        BodyText {
            html: conversion.html(highlight_html(html, &visible, query), &visible.text).into(),
            lang: conversion.lang(&visible.text),
            minutes: minutes_to_read(&visible.text),
            matches: matches(&visible, query),
            is_empty: visible.text.is_empty() && !has_more,
            text: visible.text,
        }
    }
}

/// A match that goes across tags has a mark for each part.
fn matches(visible: &VisibleText, query: &Query) -> Vec<Range<u32>> {
    let mut done = 0;
    let found = highlights(&visible.text, query).into_iter().map(|range| {
        let start = done;
        done += visible.html_ranges(range).len() as u32;
        start..done
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use bundle::query::LastWord;

    use super::*;

    fn body(html: &str, typed: &str) -> BodyText {
        BodyText::of(html, &Query::parse(typed, LastWord::Prefix), &Conversion::default())
    }

    #[test]
    fn a_match_across_tags_is_one_match() {
        let check = |typed: &str, matches: &[Range<u32>]| {
            let body = body("<p>活<em>字</em> &amp; 活字</p>", typed);
            assert_eq!(body.matches, matches, "{typed}");
            let marks = body.html.matches("<mark>").count();
            assert_eq!(body.matches.last().map_or(0, |last| last.end as usize), marks, "{typed}");
        };
        check("活字", &[0..2, 2..3]);
        check("字", &[0..1, 1..2]);
        check("茶", &[]);
        check("", &[]);
    }

    #[test]
    fn a_picture_is_something_to_see() {
        assert!(body("<p> </p>", "").is_empty);
        assert!(!body("<p><img src=\"a.png\"></p>", "").is_empty);
        assert!(!body("<p>字</p>", "").is_empty);
    }
}

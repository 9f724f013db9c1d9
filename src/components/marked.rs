//! Text with highlights.

use std::ops::Range;

use bundle::text::range_in_converted;
use yew::prelude::*;

use crate::hooks::Conversion;

/// Text whose bytes in `marks` are highlighted. The marks are in order and apart from each other.
pub(crate) fn marked(text: &str, marks: &[Range<usize>]) -> Html {
    let mut done = 0;
    let mut parts = Vec::with_capacity(2 * marks.len() + 1);
    for mark in marks {
        parts.push(plain(text, done..mark.start));
        parts.push(html! { <mark>{ plain(text, mark.clone()) }</mark> });
        done = mark.end;
    }
    parts.push(plain(text, done..text.len()));
    parts.into_iter().collect()
}

/// The same in the characters that the reader has chosen.
pub(crate) fn marked_in(conversion: &Conversion, text: &str, marks: &[Range<usize>]) -> Html {
    let shown = conversion.text(text);
    let marks: Vec<_> = marks.iter().map(|mark| range_in_converted(text, &shown, mark)).collect();
    marked(&shown, &marks)
}

fn plain(text: &str, range: Range<usize>) -> Html {
    Html::from(text.get(range).unwrap_or_default().to_owned())
}

//! Text with highlights.

use std::ops::Range;

use yew::prelude::*;

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

fn plain(text: &str, range: Range<usize>) -> Html {
    Html::from(text.get(range).unwrap_or_default().to_owned())
}

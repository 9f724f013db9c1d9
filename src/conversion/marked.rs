//! Text with highlights, in the characters that the reader has chosen.

use std::ops::Range;

use bundle::text::range_in_converted;
use yew::prelude::*;

use crate::conversion::choice::Conversion;
use crate::ui::marked::marked;

/// Text whose bytes in `marks` are highlighted, in the characters that the reader has chosen.
pub(crate) fn marked_in(conversion: &Conversion, text: &str, marks: &[Range<usize>]) -> Html {
    let shown = conversion.text(text);
    let marks: Vec<_> = marks.iter().map(|mark| range_in_converted(text, &shown, mark)).collect();
    marked(&shown, &marks)
}

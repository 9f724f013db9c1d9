//! How far an article was read: a paragraph and a part of it, which a window of any width has.

use bundle::json::read_fields;
use serde::Serialize;

use crate::device::marks::Mark;

/// Where a reader left an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Position {
    /// The article.
    pub(crate) article: Mark,
    /// The paragraph at the top of the window.
    pub(crate) block: u32,
    /// How much of the paragraph was above, in thousandths.
    pub(crate) within: u32,
    /// How much of the article had been seen, in hundredths.
    pub(crate) percent: u32,
}

read_fields!(Position { article: "article", block: "block", within: "within", percent: "percent" });

/// Where a part of the page begins and ends, in pixels from the top of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Span {
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

/// What a reader sees of an article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ReadingProgress {
    /// Its beginning, or all of it: nothing to come back to.
    Beginning,
    /// So many hundredths.
    Middle(u32),
    /// Its end.
    End,
}

/// In percent. Where less was seen, the place is easy to find again.
const LEAST: f64 = 5.0;
/// How many windows a long article fills.
const LONG: f64 = 2.0;

impl Position {
    /// Where the top of the window is in an article with these paragraphs.
    pub(crate) fn of(article: Mark, blocks: &[Span], top: f64, percent: u32) -> Option<Position> {
        // Paragraphs stand in quotations and lists: the innermost begins last.
        let block = blocks.iter().rposition(|block| block.top <= top)?;
        let Span { top: begin, bottom: end } = blocks[block];
        let within = (1000.0 * (top - begin) / (end - begin).max(1.0)).min(1000.0) as u32;
        Some(Position { article, block: block as u32, within, percent })
    }

    /// How far below the top of a paragraph it is.
    pub(crate) fn offset_in(&self, block: Span) -> f64 {
        (block.bottom - block.top) * f64::from(self.within) / 1000.0
    }
}

impl ReadingProgress {
    /// What is seen of a text in a window.
    pub(crate) fn of(text: Span, window: Span) -> ReadingProgress {
        let (length, height) = (text.bottom - text.top, window.bottom - window.top);
        let percent = 100.0 * (window.top - text.top) / (length - height).max(1.0);
        if length < LONG * height || percent < LEAST {
            ReadingProgress::Beginning
        } else if text.bottom <= window.bottom {
            ReadingProgress::End
        } else {
            ReadingProgress::Middle((percent as u32).min(99))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(top: f64, bottom: f64) -> Span {
        Span { top, bottom }
    }

    #[test]
    fn a_place_is_found_in_another_width() {
        let mark = Mark::of("2023-11-10", "k3j2m").unwrap();
        let wide = [span(-300.0, -200.0), span(-180.0, 220.0), span(240.0, 300.0)];
        let position = Position::of(mark, &wide, 20.0, 40).unwrap();
        assert_eq!((position.block, position.within), (1, 500));
        assert_eq!(position.offset_in(span(1000.0, 1800.0)), 400.0);
    }

    #[test]
    fn between_paragraphs_is_at_the_end_of_the_first() {
        let mark = Mark::of("2023-11-10", "k3j2m").unwrap();
        let check = |top: f64, expected: Option<(u32, u32)>| {
            let position = Position::of(mark, &[span(0.0, 100.0), span(120.0, 120.0)], top, 40);
            assert_eq!(position.map(|position| (position.block, position.within)), expected, "{top}");
        };
        check(-1.0, None);
        check(110.0, Some((0, 1000)));
        check(120.0, Some((1, 0)));
    }

    #[test]
    fn only_the_middle_of_a_long_article_is_worth_coming_back_to() {
        let check = |text: Span, expected: ReadingProgress| {
            assert_eq!(ReadingProgress::of(text, span(100.0, 900.0)), expected, "{text:?}");
        };
        check(span(200.0, 5000.0), ReadingProgress::Beginning);
        check(span(0.0, 4000.0), ReadingProgress::Beginning);
        check(span(-1500.0, 2500.0), ReadingProgress::Middle(50));
        check(span(-3100.0, 901.0), ReadingProgress::Middle(99));
        check(span(-3100.0, 900.0), ReadingProgress::End);
        check(span(-300.0, 900.0), ReadingProgress::Beginning);
    }
}

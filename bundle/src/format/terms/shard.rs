//! A shard: a run of the sorted terms, with their postings.

use std::ops::Range;

use serde::Serialize;

use super::is_prefix_term;
use crate::format::numbers::NumbersReader;
use crate::format::{ArticleId, BundleFile, FormatError, Numbers};
use crate::json::read_fields;

/// A run of the sorted term dictionary, with postings. Terms are front-coded: each is stored as the
/// difference from the term before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TermShard {
    /// For each term, how many leading characters it shares with the term before.
    pub shared: Numbers,
    /// For each term, the code point of its next character minus that of the character which the term
    /// before has at the same place (0 if it has none).
    pub steps: Numbers,
    /// The rest of each term after that character, separated by spaces.
    pub rest: String,
    /// For each term, the number of its postings.
    pub postings: Numbers,
    /// For each posting, the number of articles between its article and that of the posting before.
    pub gaps: Numbers,
    /// For each posting, 4 times its occurrences in the body plus those in the title. If those in the
    /// title are 3 or more, 3 is added, and another number follows: how many more.
    pub counts: Numbers,
}

read_fields!(TermShard {
    shared: "shared",
    steps: "steps",
    rest: "rest",
    postings: "postings",
    gaps: "gaps",
    counts: "counts",
});

impl BundleFile for TermShard {
    const FOLDER: &'static str = "terms";
}

/// A posting: how often a term occurs in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The article.
    pub article: ArticleId,
    /// Occurrences in the title.
    pub title: u32,
    /// Occurrences in the body.
    pub body: u32,
}

/// The decoded content of a [`TermShard`]. A term is referred to by its index in the shard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShardPostings {
    /// The terms, in order.
    terms: Terms,
    /// For each term, the end of its postings, which begin at the end of those of the term before.
    ends: Vec<usize>,
    /// The postings of all terms, term by term.
    postings: Vec<Posting>,
}

impl ShardPostings {
    /// The indices of the terms from `first` to `last`, both included.
    pub fn between(&self, first: &str, last: &str) -> Range<usize> {
        let start = self.terms.partition_point(|term| term < first);
        let end = self.terms.partition_point(|term| term <= last);
        start..end.max(start)
    }

    /// Whether a term is a [prefix term](super::prefix_term), so that it has no positions.
    pub fn is_prefix_term(&self, term: usize) -> bool {
        is_prefix_term(self.terms.get(term))
    }

    /// The postings of a term, sorted by article.
    pub fn postings(&self, term: usize) -> &[Posting] {
        let end = |term: Option<usize>| term.and_then(|term| self.ends.get(term)).copied();
        let start = end(term.checked_sub(1)).unwrap_or_default();
        self.postings.get(start..end(Some(term)).unwrap_or(start)).unwrap_or_default()
    }

    /// How many positions come before those of a term.
    pub fn positions_before(&self, term: usize) -> usize {
        let with_positions = (0..term).filter(|&term| !self.is_prefix_term(term));
        with_positions.flat_map(|term| self.postings(term)).map(|posting| posting.occurrences()).sum()
    }

    /// The postings that have positions, in order.
    pub(super) fn with_positions(&self) -> impl Iterator<Item = &Posting> {
        (0..self.ends.len()).filter(|&term| !self.is_prefix_term(term)).flat_map(|term| self.postings(term))
    }
}

impl Posting {
    /// Occurrences in all fields.
    fn occurrences(&self) -> usize {
        self.title as usize + self.body as usize
    }
}

/// Sorted terms, concatenated in one string.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Terms {
    text: String,
    ends: Vec<usize>,
}

impl Terms {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, number: usize) -> &str {
        let end = |number: Option<usize>| number.and_then(|number| self.ends.get(number)).copied();
        let start = end(number.checked_sub(1)).unwrap_or_default();
        self.text.get(start..end(Some(number)).unwrap_or(start)).unwrap_or_default()
    }

    /// The index of the first term for which `before` is false, as [`slice::partition_point`] finds it.
    fn partition_point(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.get(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// The most bytes that the terms of a shard take together, far more than they do: each begins with the one
/// before, so that damage could make them grow without end.
const MOST_TEXT: usize = 1 << 24;

/// From this number of occurrences in a title on, a number of its own is stored.
pub(super) const MANY_IN_TITLE: u32 = 3;

impl TermShard {
    /// Decodes terms and postings.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the columns contradict each other.
    pub fn read(&self) -> Result<ShardPostings, FormatError> {
        let mut read = ShardPostings { terms: self.read_terms()?, ..ShardPostings::default() };
        let (mut gaps, mut counts) = (self.gaps.reader(), self.counts.reader());
        for postings in self.postings.decode()? {
            let mut next = 0;
            for _ in 0..postings {
                let article = gaps.read()?.saturating_add(next);
                next = article.saturating_add(1);
                let (title, body) = read_counts(&mut counts)?;
                read.postings.push(Posting { article: article_id(article)?, title, body });
            }
            read.ends.push(read.postings.len());
        }
        if read.ends.len() != read.terms.len() {
            return Err(FormatError::damaged("its terms and postings differ in number"));
        }
        Ok(read)
    }

    fn read_terms(&self) -> Result<Terms, FormatError> {
        let mut terms = Terms::default();
        let rest = self.rest.split(' ').filter(|_| !self.shared.is_empty());
        let shared = self.shared.decode()?;
        let mut term = String::new();
        for ((shared, step), rest) in shared.into_iter().zip(self.steps.decode()?).zip(rest) {
            let mut before = term.char_indices().skip(shared as usize);
            let (end, next) = before.next().map_or((term.len(), None), |(end, next)| (end, Some(next)));
            term.truncate(end);
            term.push(stepped(next, step)?);
            term.push_str(rest);
            terms.text.push_str(&term);
            if terms.text.len() > MOST_TEXT {
                return Err(FormatError::damaged("its terms are too long"));
            }
            terms.ends.push(terms.text.len());
        }
        Ok(terms)
    }
}

/// The character `step` code points after `before`.
fn stepped(before: Option<char>, step: u32) -> Result<char, FormatError> {
    let code_point = before.map_or(0, u32::from).checked_add(step).and_then(char::from_u32);
    code_point.ok_or_else(|| FormatError::damaged("a term has a character that there is none of"))
}

fn article_id(number: u32) -> Result<ArticleId, FormatError> {
    let outside = |_| FormatError::damaged("a posting lies outside of its segment");
    u16::try_from(number).map(ArticleId).map_err(outside)
}

/// Decodes the occurrences of a posting, in the title and in the body.
fn read_counts(counts: &mut NumbersReader<'_>) -> Result<(u32, u32), FormatError> {
    let number = counts.read()?;
    let (title, body) = (number % 4, number / 4);
    let more = if title == MANY_IN_TITLE { counts.read()? } else { 0 };
    Ok((title.saturating_add(more), body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::ShardWriter;

    fn posting(article: u16, title: u32, body: u32) -> Posting {
        Posting { article: ArticleId(article), title, body }
    }

    #[test]
    fn terms_and_postings_come_back() {
        let lists = [
            ("abc", vec![posting(0, 0, 1), posting(1, 2, 0), posting(70, 0, 300)]),
            ("abd", vec![posting(65_535, 9, 1)]),
            ("b", vec![posting(5, 3, 0), posting(6, 1, 1)]),
            ("图*", vec![posting(0, 0, 1), posting(2, 0, 1)]),
            ("图书", vec![posting(0, 0, 1)]),
            ("图画", vec![posting(2, 0, 1)]),
        ];
        let mut writer = ShardWriter::default();
        for (term, postings) in &lists {
            writer.begin(term);
            postings
                .iter()
                .for_each(|&posting| writer.push(posting, (0..posting.title + posting.body).map(|_| 70)));
        }
        let (shard, positions) = writer.finish();
        assert_eq!(shard.rest, "bc   *  ");
        let read = shard.read().unwrap();
        for (number, (term, postings)) in lists.iter().enumerate() {
            assert_eq!(read.terms.get(number), *term);
            assert_eq!(read.postings(number), postings, "{term}");
            assert_eq!(read.between(term, term), number..number + 1);
        }
        assert_eq!(read.between("ab", "abz"), 0..2);
        assert_eq!(read.between("x", "y"), 3..3);
        assert_eq!(read.postings(lists.len()), []);
        let all = positions.read(&read).unwrap();
        let before = [0, 303, 313, 318, 318, 319];
        assert_eq!((0..lists.len()).map(|term| read.positions_before(term)).collect::<Vec<_>>(), before);
        assert_eq!((all.len(), &all[1..3], all[302]), (320, &[70, 140][..], 300 * 70));
        assert_eq!(TermShard::default().read(), Ok(ShardPostings::default()));
    }

    #[test]
    fn terms_that_grow_without_end_are_damage() {
        let terms = 20_000;
        let shard = TermShard {
            shared: (0..terms).collect(),
            steps: (0..terms).map(|_| 97).collect(),
            rest: " ".repeat(terms as usize - 1),
            ..TermShard::default()
        };
        assert!(shard.read().is_err());
    }

    #[test]
    fn a_posting_outside_of_the_segment_is_damage() {
        let shard = TermShard {
            shared: Numbers::from_iter([0]),
            steps: Numbers::from_iter([97]),
            rest: String::new(),
            postings: Numbers::from_iter([1]),
            gaps: Numbers::from_iter([70_000]),
            counts: Numbers::from_iter([4]),
        };
        assert!(shard.read().is_err());
    }
}

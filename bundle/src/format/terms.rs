//! Terms, postings and positions.
//!
//! What a term is, [`crate::text::each_term`] says. A shard holds a stretch of the sorted terms
//! and, term by term, their postings in columns: the articles, each as the number of articles
//! between it and the one before, and how often the term occurs there. The positions are in a file
//! of their own, for sequences only: for each posting the first one in each field, and then the
//! distance of each from the one before.

use serde::{Deserialize, Serialize};

use super::numbers::NumbersReader;
use super::{ArticleId, FormatError, Link, Numbers, Part, WideNumbers};

/// Which shard holds which terms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermDirectory {
    /// The first term of each shard, sorted by bytes.
    pub first_terms: Vec<String>,
    /// The shards.
    pub shards: Vec<Link<TermShard>>,
    /// The positions of the shards.
    pub positions: Vec<Link<Positions>>,
}

impl Part for TermDirectory {
    const FOLDER: &'static str = "directory";
}

impl TermDirectory {
    /// The shards that can hold terms from `first` to `last`, both included.
    pub fn shards_between(&self, first: &str, last: &str) -> std::ops::Range<usize> {
        let start = self.first_terms.partition_point(|term| term.as_str() <= first).saturating_sub(1);
        let end = self.first_terms.partition_point(|term| term.as_str() <= last);
        start.min(end)..end
    }
}

/// A stretch of the sorted term dictionary, with postings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermShard {
    /// For each term, how many leading characters it shares with the term before.
    pub shared: Numbers,
    /// For each term, how far its next character is after the one that the term before has there,
    /// by code points, or after 0 if it has none.
    pub steps: Numbers,
    /// What follows that character in each term, separated by spaces.
    pub rest: String,
    /// For each term, how many postings it has.
    pub postings: Numbers,
    /// For each posting, how many articles lie between its own and that of the posting before.
    pub gaps: Numbers,
    /// For each posting, four times the occurrences in the body plus those in the title; where
    /// these are three or more, three, and then how many more.
    pub counts: Numbers,
}

impl Part for TermShard {
    const FOLDER: &'static str = "terms";
}

/// The positions of the postings of a [`TermShard`], posting by posting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Positions {
    /// The first position in each title that has any.
    title_starts: Numbers,
    /// The distances of further ones.
    title_steps: Numbers,
    /// The first position in each body that has any.
    body_starts: WideNumbers,
    /// The distances of further ones.
    body_steps: WideNumbers,
}

impl Part for Positions {
    const FOLDER: &'static str = "positions";
}

/// A term's occurrences in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The article.
    pub article: ArticleId,
    /// Occurrences in the title.
    pub title: u32,
    /// Occurrences in the body.
    pub body: u32,
}

impl Positions {
    /// Reads the positions of these postings: for each, those in the title, then those in the body.
    /// Where the file is cut off, positions are missing.
    pub fn read(&self, postings: &[Posting]) -> Result<Vec<u32>, FormatError> {
        let mut title = FieldPositions {
            starts: self.title_starts.decode()?,
            steps: self.title_steps.decode()?,
            ..FieldPositions::default()
        };
        let mut body = FieldPositions {
            starts: self.body_starts.decode()?,
            steps: self.body_steps.decode()?,
            ..FieldPositions::default()
        };
        let mut positions = Vec::new();
        for posting in postings {
            title.read(posting.title, &mut positions)?;
            body.read(posting.body, &mut positions)?;
        }
        Ok(positions)
    }
}

/// The positions in one field, read one after the other.
#[derive(Default)]
struct FieldPositions {
    starts: Vec<u32>,
    steps: Vec<u32>,
    starts_read: usize,
    steps_read: usize,
}

impl FieldPositions {
    /// Appends the next `count` positions.
    fn read(&mut self, count: u32, positions: &mut Vec<u32>) -> Result<(), FormatError> {
        let Some(further) = count.checked_sub(1) else { return Ok(()) };
        let missing = || FormatError::damaged("positions are missing");
        let mut position = *self.starts.get(self.starts_read).ok_or_else(missing)?;
        self.starts_read += 1;
        positions.push(position);
        let end = self.steps_read + further as usize;
        for step in self.steps.get(self.steps_read..end).ok_or_else(missing)? {
            position = position.saturating_add(*step);
            positions.push(position);
        }
        self.steps_read = end;
        Ok(())
    }
}

/// The content of a [`TermShard`], read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShardPostings {
    /// The terms, in order.
    pub terms: Vec<String>,
    /// For each term, where its postings end; they start where those of the term before end.
    pub ends: Vec<usize>,
    /// The postings of all terms.
    pub postings: Vec<Posting>,
}

/// Titles with more occurrences of a term than this are told apart by a number of their own.
const MANY_IN_TITLE: u32 = 3;

impl TermShard {
    /// Reads terms and postings.
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

    fn read_terms(&self) -> Result<Vec<String>, FormatError> {
        let mut terms: Vec<String> = Vec::new();
        let rest = self.rest.split(' ').filter(|_| !self.shared.is_empty());
        let shared = self.shared.decode()?;
        for ((shared, step), rest) in shared.into_iter().zip(self.steps.decode()?).zip(rest) {
            let mut before = terms.last().map(String::as_str).unwrap_or_default().chars();
            let mut term: String = before.by_ref().take(shared as usize).collect();
            term.push(stepped(before.next(), step)?);
            term.push_str(rest);
            terms.push(term);
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

/// Occurrences in the title and in the body.
fn read_counts(counts: &mut NumbersReader<'_>) -> Result<(u32, u32), FormatError> {
    let number = counts.read()?;
    let (title, body) = (number % 4, number / 4);
    let more = if title == MANY_IN_TITLE { counts.read()? } else { 0 };
    Ok((title.saturating_add(more), body))
}

/// Writes a shard and its positions, term by term.
#[derive(Debug, Clone, Default)]
pub struct ShardWriter {
    shard: TermShard,
    positions: Positions,
    last_term: String,
    /// Postings of the last term, and the article that would follow the last one without a gap.
    open: u32,
    next_article: u32,
}

impl ShardWriter {
    /// Begins the next term, which must come after the one before, and neither be empty nor hold a
    /// space.
    pub fn begin(&mut self, term: &str) {
        self.close();
        let shared = self.last_term.chars().zip(term.chars()).take_while(|(a, b)| a == b).count();
        let mut rest = term.chars().skip(shared);
        let before = self.last_term.chars().nth(shared).map_or(0, u32::from);
        if !self.shard.shared.is_empty() {
            self.shard.rest.push(' ');
        }
        self.shard.shared.push(shared as u32);
        self.shard.steps.push(rest.next().map_or(0, u32::from).saturating_sub(before));
        self.shard.rest.extend(rest);
        self.last_term.clear();
        self.last_term.push_str(term);
    }

    /// Appends a posting of the term, whose article must come after that of the one before, with
    /// its positions in title and body, each as the distance from the one before.
    pub fn push(&mut self, posting: Posting, mut steps: impl Iterator<Item = u32>) {
        let article = u32::from(posting.article.0);
        self.shard.gaps.push(article.saturating_sub(self.next_article));
        self.next_article = article + 1;
        self.open += 1;
        let title = posting.title.min(MANY_IN_TITLE);
        self.shard.counts.push(posting.body.min(u32::MAX / 4 - 1) * 4 + title);
        if title == MANY_IN_TITLE {
            self.shard.counts.push(posting.title - title);
        }
        let positions = &mut self.positions;
        let mut in_title = steps.by_ref().take(posting.title as usize);
        in_title.next().into_iter().for_each(|start| positions.title_starts.push(start));
        in_title.for_each(|step| positions.title_steps.push(step));
        steps.next().into_iter().for_each(|start| positions.body_starts.push(start));
        steps.for_each(|step| positions.body_steps.push(step));
    }

    /// The shard and its positions.
    pub fn finish(mut self) -> (TermShard, Positions) {
        self.close();
        (self.shard, self.positions)
    }

    fn close(&mut self) {
        if !self.shard.shared.is_empty() {
            self.shard.postings.push(self.open);
        }
        self.open = 0;
        self.next_article = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posting(article: u16, title: u32, body: u32) -> Posting {
        Posting { article: ArticleId(article), title, body }
    }

    #[test]
    fn terms_and_postings_come_back() {
        let lists = [
            ("abc", vec![posting(0, 0, 1), posting(1, 2, 0), posting(70, 0, 300)]),
            ("abd", vec![posting(65_535, 9, 1)]),
            ("b", vec![posting(5, 3, 0), posting(6, 1, 1)]),
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
        assert_eq!(shard.rest, "bc   书 ");
        let read = shard.read().unwrap();
        assert_eq!(read.terms, lists.iter().map(|(term, _)| *term).collect::<Vec<_>>());
        assert_eq!(
            read.postings,
            lists.iter().flat_map(|(_, postings)| postings.clone()).collect::<Vec<_>>()
        );
        assert_eq!(read.ends, [3, 4, 6, 7, 8]);
        let one_each = positions.read(&read.postings[2..4]).unwrap();
        assert_eq!((one_each.len(), &one_each[..2], one_each.last()), (310, &[70, 140][..], Some(&70)));
        assert_eq!(TermShard::default().read(), Ok(ShardPostings::default()));
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

    #[test]
    fn shards_between_terms() {
        let directory = TermDirectory {
            first_terms: ["b", "d", "f"].map(String::from).to_vec(),
            ..TermDirectory::default()
        };
        let check = |first, last, shards| assert_eq!(directory.shards_between(first, last), shards);
        check("a", "a", 0..0);
        check("b", "b", 0..1);
        check("c", "c", 0..1);
        check("c", "e", 0..2);
        check("g", "z", 2..3);
        check("a", "b", 0..1);
    }
}

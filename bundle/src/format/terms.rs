//! Terms, postings and positions.
//!
//! What a term is, [`crate::text::each_term`] says. The postings of a term are varints: for each article, the distance from the article before
//! (from -1 for the first) times two, plus one if frequencies follow; if they do, occurrences in
//! the body and in the title. No frequencies means once in the body.
//!
//! The positions of a term are varints too: for each of its postings, the positions in the title,
//! then those in the body, each the distance from the one before (from 0 for the first).

use serde::{Deserialize, Serialize};

use super::{ArticleId, FormatError, Link, Packed, Part, VarintReader, push_varint};

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
    pub shared: Packed,
    /// The rest of each term, separated by spaces.
    pub rest: String,
    /// For each term, the bytes that its postings take.
    pub sizes: Packed,
    /// The postings of all terms.
    pub postings: Packed,
}

impl Part for TermShard {
    const FOLDER: &'static str = "terms";
}

/// The positions of the postings of a [`TermShard`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Positions {
    /// For each term of the shard, the bytes that its positions take.
    pub sizes: Packed,
    /// The positions of all terms.
    pub positions: Packed,
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

impl TermShard {
    /// The terms, in order.
    pub fn terms(&self) -> Result<Vec<String>, FormatError> {
        let mut terms: Vec<String> = Vec::new();
        let rest = self.rest.split(' ').filter(|_| !self.rest.is_empty());
        for (shared, rest) in self.shared.numbers()?.into_iter().zip(rest) {
            let before = terms.last().map(String::as_str).unwrap_or_default();
            let mut term: String = before.chars().take(shared as usize).collect();
            term.push_str(rest);
            terms.push(term);
        }
        Ok(terms)
    }

    /// Sets the terms, which must be sorted and hold no spaces.
    pub fn set_terms<'a>(&mut self, terms: impl IntoIterator<Item = &'a str>) {
        let mut before = "";
        let mut shared_counts = Vec::new();
        let mut rest = Vec::new();
        for term in terms {
            let shared = before.chars().zip(term.chars()).take_while(|(a, b)| a == b).count();
            shared_counts.push(shared as u32);
            rest.push(term.char_indices().nth(shared).map_or("", |(at, _)| &term[at..]));
            before = term;
        }
        self.shared = Packed::from_numbers(shared_counts);
        self.rest = rest.join(" ");
    }
}

/// Writes the postings of a term.
#[derive(Debug, Clone, Default)]
pub struct PostingsWriter {
    bytes: Vec<u8>,
    next: u32,
}

impl PostingsWriter {
    /// Appends a posting, whose article must come after that of the one before.
    pub fn push(&mut self, posting: Posting) {
        let article = u32::from(posting.article.0);
        let distance = article.saturating_sub(self.next);
        self.next = article + 1;
        let once_in_body = posting.title == 0 && posting.body == 1;
        push_varint(&mut self.bytes, distance << 1 | u32::from(!once_in_body));
        if !once_in_body {
            push_varint(&mut self.bytes, posting.body);
            push_varint(&mut self.bytes, posting.title);
        }
    }

    /// The bytes written so far.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl Posting {
    /// Reads the postings of a term.
    pub fn read_all(bytes: &[u8]) -> Result<Vec<Posting>, FormatError> {
        let mut reader = VarintReader::new(bytes);
        let mut postings = Vec::with_capacity(bytes.len() / 2);
        let mut next = 0u32;
        while !reader.is_at_end() {
            let head = reader.read()?;
            let article = next.saturating_add(head >> 1);
            next = article.saturating_add(1);
            let article = u16::try_from(article)
                .map_err(|_| FormatError::damaged("a posting lies outside of its segment"))?;
            let (body, title) = if head & 1 == 0 { (1, 0) } else { (reader.read()?, reader.read()?) };
            postings.push(Posting { article: ArticleId(article), title, body });
        }
        Ok(postings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_come_back() {
        let terms = ["abc", "abd", "b", "图书", "图画", "书"];
        let mut shard = TermShard::default();
        shard.set_terms(terms);
        assert_eq!(shard.rest, "abc d b 图书 画 书");
        assert_eq!(shard.terms().unwrap(), terms);
        assert_eq!(TermShard::default().terms().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn postings_come_back() {
        let postings = [(0, 0, 1), (1, 2, 0), (70, 0, 300), (65_535, 1, 1)]
            .map(|(article, title, body)| Posting { article: ArticleId(article), title, body });
        let mut writer = PostingsWriter::default();
        postings.into_iter().for_each(|posting| writer.push(posting));
        assert_eq!(Posting::read_all(writer.bytes()).unwrap(), postings);
    }

    #[test]
    fn a_posting_outside_of_the_segment_is_damage() {
        let mut bytes = Vec::new();
        push_varint(&mut bytes, 70_000 << 1);
        assert!(Posting::read_all(&bytes).is_err());
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

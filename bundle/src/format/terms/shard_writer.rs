//! Writes the shards of an index, with the positions that belong to them.

use super::shard::MANY_IN_TITLE;
use super::{Positions, Posting, TermShard, is_prefix_term};

/// Encodes a shard and its positions, term by term. The example of the [crate] uses it.
#[derive(Debug, Clone, Default)]
pub struct ShardWriter {
    shard: TermShard,
    positions: Positions,
    last_term: String,
    /// The postings of the last term so far, and the number after that of their last article.
    open: u32,
    next_article: u32,
}

impl ShardWriter {
    /// Begins the next term. It must sort after the one before, and may neither be empty nor contain a
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

    /// Appends a posting of the term. Its article must come after that of the posting before. `steps` are
    /// its positions in the title, then those in the body, each as the distance from the one before it in
    /// its field, the first as it is. They are not stored for a [prefix term](super::prefix_term).
    pub fn push(&mut self, posting: Posting, steps: impl Iterator<Item = u32>) {
        let article = u32::from(posting.article.0);
        self.shard.gaps.push(article.saturating_sub(self.next_article));
        self.next_article = article + 1;
        self.open += 1;
        let title = posting.title.min(MANY_IN_TITLE);
        self.shard.counts.push(posting.body.min(u32::MAX / 4 - 1) * 4 + title);
        if title == MANY_IN_TITLE {
            self.shard.counts.push(posting.title - title);
        }
        if !is_prefix_term(&self.last_term) {
            self.positions.push(posting.title, steps);
        }
    }

    /// The encoded shard and its positions.
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

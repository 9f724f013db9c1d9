//! Where terms and phrases occur in the articles of a segment.

use crate::format::{ArticleId, Posting};

/// The articles in which a term or phrase occurs, in order, how often and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Occurrences {
    entries: Vec<Entry>,
    /// The positions, of which each entry has two spans. Empty if positions were not loaded: then spans
    /// have only a count.
    positions: Vec<u32>,
}

/// The occurrences in one article, by field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) article: ArticleId,
    pub(super) title: Span,
    pub(super) body: Span,
}

/// A range of the positions: the index of the first, and how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Span {
    start: usize,
    pub(super) count: u32,
}

impl Occurrences {
    /// The entries, sorted by article.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The occurrences in an article.
    pub(super) fn of(&self, article: ArticleId) -> Option<&Entry> {
        let place = self.entries.binary_search_by_key(&article, |entry| entry.article).ok()?;
        self.entries.get(place)
    }

    /// The positions of a span, in order; empty if they were not loaded.
    pub(super) fn positions(&self, span: Span) -> &[u32] {
        self.positions.get(span.start..span.start + span.count as usize).unwrap_or_default()
    }

    /// Adds the postings of a term and their positions, which may be empty.
    pub(super) fn add(&mut self, postings: &[Posting], positions: &[u32]) {
        let mut start = self.positions.len();
        for posting in postings {
            let title = Span { start, count: posting.title };
            start += posting.title as usize;
            let body = Span { start, count: posting.body };
            start += posting.body as usize;
            self.entries.push(Entry { article: posting.article, title, body });
        }
        self.positions.extend_from_slice(positions);
    }

    /// Merges the entries of several terms, so that each article has one.
    pub(super) fn merged(mut self) -> Occurrences {
        if self.entries.is_sorted_by(|a, b| a.article < b.article) {
            return self;
        }
        self.entries.sort_by_key(|entry| entry.article);
        let mut merged = Occurrences::default();
        for same in self.entries.chunk_by(|a, b| a.article == b.article) {
            let title = merged.copy_spans(&self, same.iter().map(|entry| entry.title));
            let body = merged.copy_spans(&self, same.iter().map(|entry| entry.body));
            merged.entries.extend(same.first().map(|entry| Entry { title, body, ..*entry }));
        }
        merged
    }

    /// Copies spans of other occurrences into one span, in order.
    fn copy_spans(&mut self, from: &Occurrences, spans: impl Iterator<Item = Span>) -> Span {
        let start = self.positions.len();
        let mut count = 0;
        for span in spans {
            count += span.count;
            self.positions.extend_from_slice(from.positions(span));
        }
        self.positions[start..].sort_unstable();
        Span { start, count }
    }

    /// The occurrences that an occurrence of `next` follows at a distance of `offset` positions.
    pub(super) fn followed_by(&self, next: &Occurrences, offset: u32) -> Occurrences {
        let mut followed = Occurrences::default();
        let mut rest = next.entries.iter().peekable();
        for entry in &self.entries {
            while rest.next_if(|next| next.article < entry.article).is_some() {}
            let Some(after) = rest.peek().filter(|next| next.article == entry.article) else { continue };
            let title = followed.copy_followed((self, entry.title), (next, after.title), offset);
            let body = followed.copy_followed((self, entry.body), (next, after.body), offset);
            if title.count + body.count > 0 {
                followed.entries.push(Entry { title, body, ..*entry });
            }
        }
        followed
    }

    /// Copies the positions of a span that a position of the other span follows at a distance of `offset`.
    fn copy_followed(
        &mut self,
        (ours, span): (&Occurrences, Span),
        (theirs, next): (&Occurrences, Span),
        offset: u32,
    ) -> Span {
        let start = self.positions.len();
        let mut after = theirs.positions(next).iter().copied().peekable();
        for &position in ours.positions(span) {
            let wanted = position.saturating_add(offset);
            while after.next_if(|&position| position < wanted).is_some() {}
            if after.peek() == Some(&wanted) {
                self.positions.push(position);
            }
        }
        Span { start, count: (self.positions.len() - start) as u32 }
    }

    /// Adds the occurrences in a shared body to all articles with that body: `others` gives those beside
    /// the first.
    pub(super) fn share_bodies<'a>(&mut self, others: impl Fn(ArticleId) -> Option<&'a [ArticleId]>) {
        let found = self.entries.len();
        for index in 0..found {
            let entry = self.entries[index];
            let sharing = others(entry.article).filter(|_| entry.body.count > 0);
            let given = sharing.unwrap_or_default().iter();
            self.entries.extend(given.map(|&article| Entry { article, title: Span::default(), ..entry }));
        }
        if self.entries.len() > found {
            self.entries.sort_by_key(|entry| entry.article);
            // An article may have an entry for its title already, and now one for its body.
            self.entries.dedup_by(|later, first| {
                let same = later.article == first.article;
                if same {
                    first.title = if first.title.count > 0 { first.title } else { later.title };
                    first.body = if first.body.count > 0 { first.body } else { later.body };
                }
                same
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posting(article: u16, title: u32, body: u32) -> Posting {
        Posting { article: ArticleId(article), title, body }
    }

    /// Occurrences by article, as positions in the title and in the body.
    type Shown = Vec<(u16, Vec<u32>, Vec<u32>)>;

    fn show(occurrences: &Occurrences) -> Shown {
        let positions = |span: Span| {
            assert_eq!(occurrences.positions(span).len(), span.count as usize);
            occurrences.positions(span).to_vec()
        };
        let entries = occurrences.entries().iter();
        entries.map(|entry| (entry.article.0, positions(entry.title), positions(entry.body))).collect()
    }

    #[test]
    fn several_terms_merge_by_article() {
        let mut both = Occurrences::default();
        both.add(&[posting(1, 1, 2), posting(4, 0, 1)], &[9, 3, 7, 5]);
        both.add(&[posting(0, 0, 1), posting(1, 1, 1)], &[8, 2, 5]);
        let expected = vec![(0, vec![], vec![8]), (1, vec![2, 9], vec![3, 5, 7]), (4, vec![], vec![5])];
        assert_eq!(show(&both.merged()), expected);
    }

    #[test]
    fn counts_need_no_positions() {
        let mut both = Occurrences::default();
        both.add(&[posting(1, 1, 2)], &[]);
        both.add(&[posting(1, 0, 3)], &[]);
        let merged = both.merged();
        let entry = merged.of(ArticleId(1)).unwrap();
        assert_eq!((entry.title.count, entry.body.count, merged.positions(entry.body)), (1, 5, &[][..]));
    }

    #[test]
    fn occurrences_follow_at_a_distance() {
        let (mut first, mut next) = (Occurrences::default(), Occurrences::default());
        first.add(&[posting(1, 1, 2), posting(2, 0, 1), posting(3, 0, 1)], &[0, 3, 7, 5, 5]);
        next.add(&[posting(1, 1, 1), posting(3, 0, 2)], &[1, 9, 6, 7]);
        assert_eq!(show(&first.followed_by(&next, 2)), [(1, vec![], vec![7]), (3, vec![], vec![5])]);
        assert_eq!(show(&first.followed_by(&next, 1)), [(1, vec![0], vec![]), (3, vec![], vec![5])]);
    }

    #[test]
    fn a_shared_body_is_found_in_all_its_articles() {
        let mut found = Occurrences::default();
        found.add(&[posting(0, 0, 1), posting(2, 1, 0), posting(3, 1, 0)], &[4, 7, 6]);
        let shared = [ArticleId(3), ArticleId(5)];
        let others = |article| match article {
            ArticleId(0) | ArticleId(2) => Some(&shared[..]),
            _ => None,
        };
        found.share_bodies(others);
        let expected =
            [(0, vec![], vec![4]), (2, vec![7], vec![]), (3, vec![6], vec![4]), (5, vec![], vec![4])];
        assert_eq!(show(&found), expected);
    }
}

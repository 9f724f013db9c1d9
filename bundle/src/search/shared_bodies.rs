//! Articles with the same body: the index has its postings only for the first of them.

use std::collections::BTreeMap;

use crate::format::{ArticleId, Columns, FormatError};

/// The articles of a segment that share a body with others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SharedBodies {
    /// For the first article with a shared body, the other articles with it.
    others: BTreeMap<ArticleId, Vec<ArticleId>>,
}

impl SharedBodies {
    pub(super) fn of(columns: &Columns) -> Result<SharedBodies, FormatError> {
        let mut shared = SharedBodies::default();
        let mut first_with: BTreeMap<u32, ArticleId> = BTreeMap::new();
        for (article, body) in (0..=u16::MAX).map(ArticleId).zip(columns.shared_bodies()?) {
            if body == 0 {
                continue;
            }
            let first = *first_with.entry(body).or_insert(article);
            if first != article {
                shared.others.entry(first).or_default().push(article);
            }
        }
        Ok(shared)
    }

    /// The other articles with the body of this one; `None` if it is not the first with a shared body.
    pub(super) fn others(&self, first: ArticleId) -> Option<&[ArticleId]> {
        self.others.get(&first).map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_leads_to_the_others() {
        let columns = Columns { profile_of: [0; 6].into_iter().collect(), ..Columns::default() };
        let columns = columns.with_bodies(&[0; 6], &[2, 0, 1, 2, 1, 2], &[0; 6]);
        let shared = SharedBodies::of(&columns).unwrap();
        assert_eq!(shared.others(ArticleId(0)), Some(&[ArticleId(3), ArticleId(5)][..]));
        assert_eq!(shared.others(ArticleId(2)), Some(&[ArticleId(4)][..]));
        assert_eq!(shared.others(ArticleId(1)), None);
    }
}

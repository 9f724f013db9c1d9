//! Articles with the same body: the index knows it by the first of them.

use std::collections::BTreeMap;

use crate::format::{ArticleId, Columns, FormatError};

/// The articles of a segment whose body others have too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SharedBodies {
    /// For each body, by the first article that has it, the others.
    others: BTreeMap<ArticleId, Vec<ArticleId>>,
}

impl SharedBodies {
    pub(super) fn of(columns: &Columns) -> Result<SharedBodies, FormatError> {
        let mut shared = SharedBodies::default();
        let mut first_with: BTreeMap<u32, ArticleId> = BTreeMap::new();
        for (article, body) in (0..=u16::MAX).map(ArticleId).zip(columns.shared_bodies.decode()?) {
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

    /// The other articles with the body that the index knows by this one.
    pub(super) fn others(&self, first: ArticleId) -> Option<&[ArticleId]> {
        self.others.get(&first).map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_knows_the_others() {
        let columns =
            Columns { shared_bodies: [2, 0, 1, 2, 1, 2].into_iter().collect(), ..Columns::default() };
        let shared = SharedBodies::of(&columns).unwrap();
        assert_eq!(shared.others(ArticleId(0)), Some(&[ArticleId(3), ArticleId(5)][..]));
        assert_eq!(shared.others(ArticleId(2)), Some(&[ArticleId(4)][..]));
        assert_eq!(shared.others(ArticleId(1)), None);
    }
}

//! Articles with the same body: the index knows it by the first of them.

use std::collections::BTreeMap;

use super::lookup::{Occurrences, Places};
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

    /// Adds what was found in a body to all articles that have it.
    pub(super) fn give_to_all(&self, found: &mut Occurrences) {
        let in_shared_bodies: Vec<_> = found
            .iter()
            .filter(|(_, places)| places.body.count > 0)
            .filter_map(|(first, places)| Some((self.others.get(first)?, places.body.clone())))
            .collect();
        for (others, body) in in_shared_bodies {
            for &other in others {
                let places: &mut Places = found.entry(other).or_default();
                places.body = body.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lookup::Field;
    use super::*;

    #[test]
    fn what_is_found_in_one_is_found_in_all() {
        let columns =
            Columns { shared_bodies: [2, 0, 1, 2, 1, 2].into_iter().collect(), ..Columns::default() };
        let shared = SharedBodies::of(&columns).unwrap();
        let once = Field { count: 1, positions: vec![4] };
        let in_body = Places { title: Field::default(), body: once.clone() };
        let in_title = Places { title: once, body: Field::default() };
        let mut found = Occurrences::from([
            (ArticleId(0), in_body),
            (ArticleId(2), in_title.clone()),
            (ArticleId(3), in_title),
        ]);
        shared.give_to_all(&mut found);
        let seen: Vec<_> = found
            .iter()
            .map(|(article, places)| (article.0, places.title.count, places.body.count))
            .collect();
        assert_eq!(seen, [(0, 0, 1), (2, 1, 0), (3, 1, 1), (5, 0, 1)]);
    }
}

//! The order of the articles in a bundle, and the keys by which their addresses know them.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::archive::{Article, file_stem};
use crate::output::short_hash;

/// An article in its place in the bundle.
pub(super) struct Ordered {
    pub(super) article: Article,
    /// With the day, what makes its address.
    pub(super) key: String,
}

/// Characters of a key: 30 bits, to tell the articles of one day apart.
const KEY_LENGTH: usize = 6;

/// Newest first; within a day by time, then by path.
pub(super) fn in_order(mut articles: Vec<Article>) -> Vec<Ordered> {
    articles.sort_by_cached_key(|article| {
        (Reverse(article.date.day()), Reverse(article.date.seconds), article.paths.clone())
    });
    let mut taken = BTreeSet::new();
    articles.into_iter().map(|article| Ordered { key: key(&article, &mut taken), article }).collect()
}

/// A key that no other article of the day has.
///
/// It comes from the name of the file alone where that suffices, so that an address lives on when
/// a post moves from one folder to another.
fn key(article: &Article, taken: &mut BTreeSet<(i32, String)>) -> String {
    let path = article.paths.first().map(String::as_str).unwrap_or_default();
    let mut seed = file_stem(path).to_owned();
    loop {
        let key = short_hash(seed.as_bytes(), KEY_LENGTH);
        if taken.insert((article.date.day().0, key.clone())) {
            return key;
        }
        seed.push('/');
        seed.push_str(path);
    }
}

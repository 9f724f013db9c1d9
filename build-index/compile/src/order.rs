//! The order of articles, and the keys that are part of their addresses.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use archive::article::Article;
use archive::name::file_stem;
use bundle::date::Day;
use bundle::format::KEY_LENGTH;
use content_hash::short_hash;

/// What articles are ordered by: newest first; within a day by time, then by path.
pub fn order_key(article: &Article) -> impl Ord {
    (Reverse(article.date.day), Reverse(article.date.utc_seconds()), article.path())
}

/// An article in its place in the bundle.
pub struct Ordered {
    /// The article, not yet rendered.
    pub article: Article,
    /// With the day, what makes its address.
    pub key: String,
}

/// The keys of a bundle's articles, each with its day.
pub type TakenKeys = BTreeSet<(Day, String)>;

/// Gives articles their keys. One that has a key already keeps it; others get one that none has on
/// their day.
pub fn with_keys(articles: Vec<(Article, Option<String>)>, taken: &mut TakenKeys) -> Vec<Ordered> {
    let with_key = |(article, key): (Article, Option<String>)| Ordered {
        key: key.unwrap_or_else(|| free_key(&article, taken)),
        article,
    };
    articles.into_iter().map(with_key).collect()
}

/// A key that no other article of the day has.
///
/// It comes from the name of the file alone where that suffices, so that an address lives on when
/// a post moves from one folder to another. That of the first version is taken, so that an address
/// lives on when the text changes.
fn free_key(article: &Article, taken: &mut TakenKeys) -> String {
    let path = article.versions.last().map_or(article.path(), |first| &first.path);
    let mut seed = file_stem(path).to_owned();
    loop {
        let key = short_hash(seed.as_bytes(), KEY_LENGTH);
        if taken.insert((article.date.day, key.clone())) {
            return key;
        }
        seed.push('/');
        seed.push_str(path);
    }
}

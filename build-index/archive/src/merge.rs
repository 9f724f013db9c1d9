//! One article of all the posts of it.
//!
//! Posts with the same original, title and body are one article with all their paths. Posts with
//! the same original that say something else are earlier versions of it. Where the original is
//! unknown, posts of the same date with the same title and body are one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use content_hash::Hash;

use crate::article::{Article, EarlierText, SourcePost};
use crate::post::Head;

/// An address with more texts than this is not that of an article, but of a page whose content
/// changes, such as the front page of a newspaper.
const MOST_VERSIONS: usize = 20;

impl Head {
    /// What this post has in common with others of its article: the address of the original; or
    /// date, title and body.
    fn identity(&self) -> Hash {
        if names_an_article(&self.url) {
            Hash::of(self.url.as_bytes())
        } else {
            Hash::of(format!("{} {:?}", self.date, self.text_id).as_bytes())
        }
    }
}

/// Whether an address has more than a host.
fn names_an_article(url: &str) -> bool {
    url::Url::parse(url).is_ok_and(|url| url.path() != "/" || url.query().is_some())
}

/// Makes articles of posts, in no particular order.
pub(crate) fn merge(heads: Vec<Head>) -> Vec<Article> {
    let mut articles = Vec::with_capacity(heads.len());
    let mut heads: Vec<_> = heads.into_iter().map(|head| (head.identity(), head)).collect();
    heads.sort_by_key(|&(identity, _)| identity);
    let mut heads = heads.into_iter().peekable();
    while let Some((identity, head)) = heads.next() {
        let mut group = vec![head];
        while let Some((_, other)) = heads.next_if(|(other, _)| *other == identity) {
            group.push(other);
        }
        articles.extend(articles_of(group));
    }
    articles
}

/// The article of posts with one identity; an article each if they are too many.
fn articles_of(mut group: Vec<Head>) -> Vec<Article> {
    // The newest text is shown, that of the first path if several are as new.
    group.sort_by(|a, b| {
        let key = |head: &Head| Reverse(head.date.utc_seconds());
        key(a).cmp(&key(b)).then_with(|| a.path.cmp(&b.path))
    });
    let mut texts: Vec<Vec<Head>> = Vec::new();
    let mut places: BTreeMap<Hash, usize> = BTreeMap::new();
    for head in group {
        let place = *places.entry(head.text_id).or_insert(texts.len());
        match texts.get_mut(place) {
            Some(text) => text.push(head),
            None => texts.push(vec![head]),
        }
    }
    if texts.len() > MOST_VERSIONS {
        return texts.into_iter().filter_map(|text| article_of(vec![text])).collect();
    }
    article_of(texts).into_iter().collect()
}

/// The article with these texts, each with its posts, the one to show first.
fn article_of(texts: Vec<Vec<Head>>) -> Option<Article> {
    let posts = texts.iter().flatten();
    let posts = posts
        .map(|head| SourcePost { path: head.path.clone(), fingerprint: head.fingerprint.clone() })
        .collect();
    let mut texts = texts.into_iter().filter_map(|text| text.into_iter().next());
    let shown = texts.next()?;
    let earlier = |head: Head| EarlierText { title: head.title, date: head.date, path: head.path };
    Some(Article {
        title: shown.title,
        date: shown.date,
        names: shown.names,
        url: shown.url,
        posts,
        versions: texts.map(earlier).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Names;

    fn head(path: &str, url: &str, date: &str, title: &str, body: &str) -> Head {
        Head {
            path: path.into(),
            fingerprint: "".into(),
            title: title.into(),
            date: bundle::moment::Moment::parse(date).unwrap(),
            names: Names::default().into(),
            url: url.into(),
            text_id: Hash::of_words([title, body]),
        }
    }

    /// Checks the paths of the articles that are made, and the titles of their earlier versions.
    fn check(heads: &[Head], expected: &[(&[&str], &[&str])]) {
        let mut reversed = heads.to_vec();
        reversed.reverse();
        for heads in [heads.to_vec(), reversed] {
            let articles = merge(heads);
            let seen: Vec<(Vec<_>, Vec<_>)> = articles
                .iter()
                .map(|article| {
                    let paths = article.posts.iter().map(|post| &*post.path);
                    let versions = article.versions.iter().map(|version| &*version.title);
                    (paths.collect(), versions.collect())
                })
                .collect();
            let expected: Vec<(Vec<_>, Vec<_>)> =
                expected.iter().map(|(paths, versions)| (paths.to_vec(), versions.to_vec())).collect();
            assert_eq!(seen, expected);
        }
    }

    const URL: &str = "https://x.org/1";

    #[test]
    fn the_same_post_in_two_folders_is_one_article() {
        let archived = head("archived/a.md", URL, "2020-01-01", "t", "x\n");
        let post = head("_posts/a.md", URL, "2020-01-01", "t", " x");
        check(&[archived, post], &[(&["_posts/a.md", "archived/a.md"], &[])]);
    }

    #[test]
    fn what_an_article_said_before_is_a_version_of_it() {
        let old = head("a.md", URL, "2020-01-01", "old", "x");
        let new = head("b.md", URL, "2020-01-02", "new", "x");
        let again = head("c.md", URL, "2020-01-01", "old", "x");
        check(&[old, new, again], &[(&["b.md", "a.md", "c.md"], &["old"])]);
    }

    #[test]
    fn posts_without_an_original_are_told_apart_by_their_text_and_day() {
        let first = head("a.md", "", "2020-01-01", "t", "x");
        let same = head("b.md", "", "2020-01-01", "t", "x");
        let next_day = head("c.md", "", "2020-01-02", "t", "x");
        check(&[first, same, next_day], &[(&["a.md", "b.md"], &[]), (&["c.md"], &[])]);
    }

    #[test]
    fn the_address_of_a_site_names_no_article() {
        let first = head("a.md", "https://x.org/", "2020-01-01", "t", "x");
        let other = head("b.md", "https://x.org/", "2020-01-02", "u", "y");
        check(&[first, other], &[(&["a.md"], &[]), (&["b.md"], &[])]);
        let many: Vec<_> =
            (10..40).map(|day| head(&format!("{day}.md"), URL, "2020-01-01", &day.to_string(), "")).collect();
        assert_eq!(merge(many).len(), 30);
    }
}

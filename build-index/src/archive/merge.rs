//! The same article from several posts.

use std::collections::BTreeMap;

use super::post::Article;

/// Joins articles that have the same original, title and body into one with all their paths; gives
/// also how many went into others. The front matter of the first path is kept.
pub(crate) fn merge_duplicates(mut articles: Vec<Article>) -> (Vec<Article>, usize) {
    let found = articles.len();
    articles.sort_by(|a, b| a.paths.cmp(&b.paths));
    let mut kept: Vec<Article> = Vec::with_capacity(found);
    let mut places: BTreeMap<[u8; 32], usize> = BTreeMap::new();
    for article in articles {
        let identity = identity(&article);
        match places.get(&identity).and_then(|&place| kept.get_mut(place)) {
            Some(same) => same.paths.extend(article.paths),
            None => {
                places.insert(identity, kept.len());
                kept.push(article);
            }
        }
    }
    let merged = found - kept.len();
    (kept, merged)
}

/// What is equal for posts of the same article. White space in the body does not count; where the
/// original is unknown, the date does.
fn identity(article: &Article) -> [u8; 32] {
    let original = if article.url.is_empty() { &article.date.text } else { &article.url };
    let mut hasher = blake3::Hasher::new();
    for part in [original, &article.title] {
        hasher.update(part.as_bytes()).update(b"\0");
    }
    article.html.split_whitespace().for_each(|word| {
        hasher.update(word.as_bytes()).update(b" ");
    });
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::date::PostDate;

    fn article(path: &str, url: &str, date: &str, html: &str) -> Article {
        Article {
            title: "t".to_owned(),
            date: PostDate::parse(date, &jiff::tz::TimeZone::UTC).unwrap(),
            author: String::new(),
            categories: Vec::new(),
            tags: Vec::new(),
            url: url.to_owned(),
            html: html.to_owned(),
            text: "x".to_owned(),
            script: bundle::text::Script::Other,
            paths: vec![path.to_owned()],
        }
    }

    /// The paths of the articles that are left.
    fn check(articles: [Article; 2], expected: &[&[&str]]) {
        let (kept, merged) = merge_duplicates(articles.to_vec());
        let paths: Vec<_> = kept.iter().map(|article| article.paths.clone()).collect();
        assert_eq!(paths, expected);
        assert_eq!(kept.len() + merged, 2);
    }

    #[test]
    fn the_same_post_in_two_folders_is_one_article() {
        let archived = article("archived/a.md", "https://x.org", "2020-01-02", "<p>x</p>\n");
        let post = article("_posts/a.md", "https://x.org", "2020-01-01", "<p>x</p>");
        check([archived, post], &[&["_posts/a.md", "archived/a.md"]]);
    }

    #[test]
    fn another_picture_or_another_day_makes_another_article() {
        let two = &[&["a.md"][..], &["b.md"][..]];
        let plain = article("a.md", "https://x.org", "2020-01-01", "x");
        let pictured = article("b.md", "https://x.org", "2020-01-01", "x<img src=\"y\">");
        check([plain, pictured], two);
        let (first, second) =
            (article("a.md", "", "2020-01-01", "x"), article("b.md", "", "2020-01-02", "x"));
        check([first, second], two);
    }
}

//! Which article an address in a text leads to.

use bundle::date::Day;
use bundle::reading::Address;
use compact_str::CompactString;
use percent_encoding::percent_decode_str;
use rustc_hash::FxHashMap;

use crate::archive::{Article, file_stem};
use crate::hash::Hash;

/// The articles of an archive, by the addresses of their originals and the names of their posts.
#[derive(Debug, Default)]
pub(crate) struct Targets {
    articles: FxHashMap<Hash, Target>,
}

/// An article's address. There may be a million.
#[derive(Debug, Clone)]
struct Target {
    day: Day,
    key: CompactString,
}

impl Targets {
    /// Adds an article, which has this key.
    pub(crate) fn add(&mut self, article: &Article, key: &str) {
        let target = Target { day: article.date.day, key: key.into() };
        let stems = article.posts.iter().map(|post| Hash::of(file_stem(&post.path).as_bytes()));
        for name in stems.chain([Hash::of(article.url.as_bytes())]) {
            self.articles.entry(name).or_insert_with(|| target.clone());
        }
    }

    /// The article that an address leads to, which may be that of an original, the path of a post,
    /// or where a site generator would put the post.
    pub(crate) fn article_at(&self, written: &str) -> Option<Address> {
        let target = self.articles.get(&Hash::of(written.as_bytes())).or_else(|| {
            let stem = stem_of(written)?;
            self.articles.get(&Hash::of(stem.as_bytes()))
        })?;
        Some(Address { day: target.day.to_string(), key: target.key.to_string() })
    }
}

/// The name of the post that a relative address means: `2019-05-25-tea` for `2019-05-25-tea.md`,
/// `/2019/05/25/tea.html` and `../2019/05/25/tea/`.
fn stem_of(written: &str) -> Option<String> {
    if written.contains("://") {
        return None;
    }
    let path = written.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let mut parts = path.split('/').rev().filter(|part| !part.is_empty());
    let stem = file_stem(parts.next()?);
    match [parts.next(), parts.next(), parts.next()] {
        [Some(day), Some(month), Some(year)] if Day::parse(&format!("{year}-{month}-{day}")).is_some() => {
            Some(format!("{year}-{month}-{day}-{stem}"))
        }
        _ => Some(stem.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_posts() {
        let check =
            |written: &str, stem: Option<&str>| assert_eq!(stem_of(written).as_deref(), stem, "{written}");
        for written in [
            "2019-05-25-茶.md",
            "../_posts/2019-05-25-%E8%8C%B6.md#end",
            "/2019/05/25/茶.html",
            "/blog/2019/05/25/茶/",
        ] {
            check(written, Some("2019-05-25-茶"));
        }
        check("/posts/tea/", Some("tea"));
        check("https://example.org/2019/05/25/tea.html", None);
        check("", None);
        check("#end", None);
    }
}

//! Which article an address in a text leads to.

use archive::article::Article;
use archive::name::file_stem;
use bundle::date::Day;
use bundle::format::KEY_LENGTH;
use bundle::reading::Address;
use content_hash::Hash;
use percent_encoding::percent_decode_str;

/// The articles of an archive, by the addresses of their originals and the names of their posts.
#[derive(Debug, Default)]
pub struct Targets {
    /// Sorted by name.
    articles: Vec<Target>,
}

/// A name of an article, and its address. There may be millions.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// The start of a hash of the name.
    name: u64,
    day: Day,
    key: [u8; KEY_LENGTH],
}

impl Target {
    /// The names of an article that has this key.
    pub fn all_of<'a>(article: &'a Article, key: &str) -> impl Iterator<Item = Target> + 'a {
        let key = key.as_bytes().try_into().unwrap_or_default();
        let stems = article.posts.iter().map(|post| file_stem(&post.path));
        let names = stems.chain(Some(&*article.url).filter(|url| !url.is_empty()));
        names.map(move |name| Target { name: Hash::of(name.as_bytes()).start(), day: article.date.day, key })
    }
}

impl FromIterator<Target> for Targets {
    fn from_iter<I: IntoIterator<Item = Target>>(targets: I) -> Targets {
        let mut articles: Vec<Target> = targets.into_iter().collect();
        // Of several articles with one name, links lead to the newest.
        articles.sort_by_key(|target| (target.name, std::cmp::Reverse(target.day), target.key));
        articles.dedup_by_key(|target| target.name);
        Targets { articles }
    }
}

impl Targets {
    /// The article that an address leads to, which may be that of an original, the path of a post,
    /// or where a site generator would put the post.
    pub fn article_at(&self, written: &str) -> Option<Address> {
        let target = self.named(written).or_else(|| self.named(&stem_of(written)?))?;
        let key = String::from_utf8_lossy(&target.key).into_owned();
        Some(Address { day: target.day.to_string(), key })
    }

    fn named(&self, name: &str) -> Option<Target> {
        let name = Hash::of(name.as_bytes()).start();
        let at = self.articles.binary_search_by_key(&name, |target| target.name).ok()?;
        self.articles.get(at).copied()
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

//! From the bytes of a post to an article.

use std::path::Path;

use bundle::text::{Script, visible_text};

use super::date::PostDate;
use super::find::relative;
use super::front_matter::{FrontMatter, cut};
use crate::body;
use crate::report::{Notice, NoticeKind};

/// An article, made from one post or from several that are the same.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Article {
    /// The title; empty where the post has none.
    pub(crate) title: String,
    pub(crate) date: PostDate,
    /// The author; empty where unknown.
    pub(crate) author: String,
    pub(crate) categories: Vec<String>,
    pub(crate) tags: Vec<String>,
    /// The address of the original; empty where unknown.
    pub(crate) url: String,
    /// Sanitised HTML.
    pub(crate) html: String,
    /// The visible text of `html`.
    pub(crate) text: String,
    pub(crate) script: Script,
    /// The posts, relative to the archive, sorted.
    pub(crate) paths: Vec<String>,
}

/// Reads a post. Fails with a notice if there is nothing to read; otherwise adds what is odd about
/// it to `warnings`.
pub(crate) fn read_post(archive: &Path, path: &Path, warnings: &mut Vec<Notice>) -> Result<Article, Notice> {
    let name = relative(archive, path);
    let notice = |kind, message| Notice { path: name.clone(), kind, message };
    let bytes = std::fs::read(path).map_err(|error| notice(NoticeKind::Unreadable, error.to_string()))?;
    let (post, damaged) = decode(&bytes);
    if damaged {
        let message = "it is not UTF-8: the damaged characters are shown as \u{fffd}".to_owned();
        warnings.push(notice(NoticeKind::Encoding, message));
    }
    if post.trim().is_empty() {
        return Err(notice(NoticeKind::Empty, "the file is empty".to_owned()));
    }
    let mut oddities = Vec::new();
    let article = make_article(&name, &post, &mut oddities);
    warnings.extend(oddities.into_iter().map(|(kind, message)| notice(kind, message)));
    Ok(article)
}

/// Text with `\n` line ends, no byte order mark and no NUL, and whether bytes were not UTF-8.
fn decode(bytes: &[u8]) -> (String, bool) {
    let text = String::from_utf8_lossy(bytes);
    let damaged = matches!(text, std::borrow::Cow::Owned(_));
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    (text.replace("\r\n", "\n").replace('\0', "\u{fffd}"), damaged)
}

fn make_article(path: &str, post: &str, oddities: &mut Vec<(NoticeKind, String)>) -> Article {
    let cut = cut(post);
    if cut.front_matter.is_none() {
        let message = "it has no front matter between lines of ---: title and date are taken from elsewhere";
        oddities.push((NoticeKind::FrontMatter, message.to_owned()));
    }
    let (front_matter, fault) = FrontMatter::parse(cut.front_matter.unwrap_or_default());
    if let Some(fault) = fault {
        let message = format!("its front matter is not YAML ({fault}): read line by line");
        oddities.push((NoticeKind::FrontMatter, message));
    }
    let opening = body::Opening::read(cut.body);
    let stem = file_stem(path);
    let url = [front_matter.text("from"), opening.url.to_owned()].into_iter().find(|url| is_web_address(url));
    let url = url.unwrap_or_default();
    let title = title(&front_matter, &opening, stem);
    let about = body::About { title: &title, url: &url };
    let html = body::render(opening.rest, &about, &body::Rules::default()).html;
    let html = body::link_to_articles(&html, |_| None).into_owned();
    let text = visible_text(&html).text;
    Article {
        script: Script::of(&format!("{title}\n{text}")),
        date: date(&front_matter, &opening, stem, oddities),
        author: front_matter.text("author"),
        categories: without_repeats(
            [front_matter.list("categories"), front_matter.list("category")].concat(),
        ),
        tags: without_repeats(front_matter.list("tags")),
        title,
        url,
        html,
        text,
        paths: vec![path.to_owned()],
    }
}

/// The name of a post's file without its ending.
pub(crate) fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The front matter's title, else the heading's, else the file's name without its date.
fn title(front_matter: &FrontMatter, opening: &body::Opening<'_>, stem: &str) -> String {
    let from_name = || {
        let dated = stem.len() >= 11 && PostDate::from_file_name(stem).is_some();
        let name = stem.get(11..).filter(|_| dated).unwrap_or(stem);
        name.chars().filter(|c| !c.is_control()).collect::<String>()
    };
    [front_matter.text("title"), opening.title.trim().to_owned(), from_name()]
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or_default()
}

fn date(
    front_matter: &FrontMatter,
    opening: &body::Opening<'_>,
    stem: &str,
    oddities: &mut Vec<(NoticeKind, String)>,
) -> PostDate {
    let written = front_matter.text("date");
    if let Some(date) = PostDate::parse(&written) {
        return date;
    }
    let date =
        opening.epoch_millis.and_then(PostDate::from_epoch_millis).or_else(|| PostDate::from_file_name(stem));
    let taken = date.as_ref().map_or("1970-01-01, for want of a better", |date| date.text.as_str());
    oddities.push((NoticeKind::Date, format!("its date {written:?} can not be read: taken as {taken}")));
    date.unwrap_or_else(PostDate::unknown)
}

fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

fn without_repeats(mut names: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

impl Article {
    /// The host of the original, without `www.`; empty where unknown.
    pub(crate) fn site(&self) -> String {
        let host = url::Url::parse(&self.url).ok().and_then(|url| url.host_str().map(str::to_owned));
        let host = host.unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(&host).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(path: &str, post: &str) -> (Article, Vec<NoticeKind>) {
        let mut oddities = Vec::new();
        let article = make_article(path, &decode(post.as_bytes()).0, &mut oddities);
        (article, oddities.into_iter().map(|(kind, _)| kind).collect())
    }

    #[test]
    fn a_post_as_robots_write_it() {
        let (article, oddities) = article(
            "_posts/2023-11-10-茶.md",
            "---\nlayout: post\ntitle: \"茶\"\ndate: 2023-11-10T13:19:11.000Z\nauthor: 雨窗\n\
             from: https://www.example.org/a\ntags: [ t ]\ncategories: [ c ]\n---\n\
             <!--1699622351000-->\n[茶](https://www.example.org/a)\n------\n\n<div>\n<p>一</p>\n</div>\n",
        );
        assert_eq!(oddities, []);
        assert_eq!((article.title.as_str(), article.text.as_str()), ("茶", "一"));
        assert_eq!(
            (article.site().as_str(), article.date.text.as_str()),
            ("example.org", "2023-11-10T13:19:11Z")
        );
        assert_eq!((article.categories, article.tags), (vec!["c".to_owned()], vec!["t".to_owned()]));
    }

    #[test]
    fn title_and_date_come_from_where_they_are() {
        let check = |post: &str, title: &str, date: &str| {
            let (article, _) = article("archived/2020-01-02-from-name.md", post);
            assert_eq!((article.title.as_str(), article.date.text.as_str()), (title, date), "{post}");
        };
        check("---\ntitle: a\ndate: 2019-01-01\n---\n", "a", "2019-01-01");
        check(
            "---\ntitle:\n---\n<!--1699622351000-->\n[h](https://x.org)\n---\n",
            "h",
            "2023-11-10T13:19:11Z",
        );
        check("---\ndate: NaN\n---\n<!--NaN-->\ntext", "from-name", "2020-01-02");
        check("\u{feff}---\r\ntitle: b\r\n---\r\ntext", "b", "2020-01-02");
    }

    #[test]
    fn oddities_are_told() {
        let (_, oddities) = article("_posts/x.md", "text");
        assert_eq!(oddities, [NoticeKind::FrontMatter, NoticeKind::Date]);
    }
}

//! From the bytes of a post to an article.

use std::path::Path;

use bundle::text::{Script, visible_text};
use jiff::tz::TimeZone;

use super::date::PostDate;
use super::fields::Fault;
use super::find::relative;
use super::front_matter::{FrontMatter, Opened, open};
use super::name::{file_stem, split_date};
use crate::body;
use crate::report::{Notice, NoticeKind, line_at};

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

/// How posts are read.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    /// Whether posts that call themselves drafts are wanted.
    pub(crate) drafts: bool,
    /// The time zone of dates that name none.
    pub(crate) time_zone: TimeZone,
}

/// Reads a post. Fails with a notice if there is nothing to read; otherwise adds what is odd about
/// it to `warnings`.
pub(crate) fn read_post(
    archive: &Path,
    path: &Path,
    reading: &Reading,
    warnings: &mut Vec<Notice>,
) -> Result<Article, Notice> {
    let name = relative(archive, path);
    let notice = |kind, message| Notice::new(&name, kind, None, message);
    let bytes = std::fs::read(path).map_err(|error| notice(NoticeKind::Unreadable, error.to_string()))?;
    let (post, damage) = decode(&bytes);
    if damage.is_some() {
        let message = "it is not UTF-8: the damaged characters are shown as \u{fffd}".to_owned();
        warnings.push(Notice::new(&name, NoticeKind::Encoding, damage, message));
    }
    if post.trim().is_empty() {
        return Err(notice(NoticeKind::Empty, "the file is empty".to_owned()));
    }
    let opened = open(&post);
    if opened.front_matter.is_draft() && !reading.drafts {
        return Err(notice(NoticeKind::Draft, "it is a draft; --drafts takes drafts in".to_owned()));
    }
    Ok(make_article(&name, opened, &reading.time_zone, warnings))
}

/// Text with `\n` line ends, no byte order mark and no NUL, and the first line with bytes that are
/// not UTF-8.
fn decode(bytes: &[u8]) -> (String, Option<usize>) {
    let damage = std::str::from_utf8(bytes).err().map(|error| line_at(bytes, error.valid_up_to()));
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    (text.replace("\r\n", "\n").replace('\0', "\u{fffd}"), damage)
}

fn make_article(path: &str, post: Opened<'_>, time_zone: &TimeZone, warnings: &mut Vec<Notice>) -> Article {
    let Opened { front_matter, body, faults } = post;
    let fault_notice = |fault: Fault| Notice::new(path, NoticeKind::FrontMatter, fault.line, fault.message);
    warnings.extend(faults.into_iter().map(fault_notice));
    let opening = body::Opening::read(body);
    let stem = file_stem(path);
    let url = [front_matter.original(), opening.url.to_owned()].into_iter().find(|url| is_web_address(url));
    let url = url.unwrap_or_default();
    let html = body::render(opening.rest, &url);
    let text = visible_text(&html).text;
    let title = title(&front_matter, &opening, stem);
    let date = date(&front_matter, &opening, stem, time_zone).unwrap_or_else(|(date, message)| {
        warnings.push(Notice::new(path, NoticeKind::Date, front_matter.date_line(), message));
        date
    });
    Article {
        script: Script::of(&format!("{title}\n{text}")),
        date,
        author: front_matter.author(),
        categories: without_repeats(front_matter.categories()),
        tags: without_repeats(front_matter.tags()),
        title,
        url,
        html,
        text,
        paths: vec![path.to_owned()],
    }
}

/// The front matter's title, else the heading's, else the file's name without its date.
fn title(front_matter: &FrontMatter<'_>, opening: &body::Opening<'_>, stem: &str) -> String {
    let from_name = || {
        let name = split_date(stem).map_or(stem, |(_, name)| name);
        Some(name.chars().filter(|c| !c.is_control()).collect::<String>())
    };
    let told = |title: String| Some(title).filter(|title| !title.is_empty());
    told(front_matter.title())
        .or_else(|| told(opening.title.trim().to_owned()))
        .or_else(|| body::first_heading(opening.rest))
        .or_else(from_name)
        .unwrap_or_default()
}

/// The front matter's date, else that of the opening, else that of the file's name. Fails with the
/// date to take and a warning if a date is written that can not be read, or if there is none.
fn date(
    front_matter: &FrontMatter<'_>,
    opening: &body::Opening<'_>,
    stem: &str,
    time_zone: &TimeZone,
) -> Result<PostDate, (PostDate, String)> {
    let written = front_matter.date();
    if let Some(date) = PostDate::parse(&written, time_zone) {
        return Ok(date);
    }
    let elsewhere =
        opening.epoch_millis.and_then(PostDate::from_epoch_millis).or_else(|| PostDate::from_file_name(stem));
    match elsewhere {
        Some(date) if written.is_empty() => Ok(date),
        Some(date) => {
            let message = format!("its date {written:?} can not be read: taken as {}", date.text);
            Err((date, message))
        }
        None => {
            let date = PostDate::unknown();
            let message = format!("it has no date that can be read: taken as {}", date.text);
            Err((date, message))
        }
    }
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
        let mut warnings = Vec::new();
        let post = decode(post.as_bytes()).0;
        let article = make_article(path, open(&post), &TimeZone::UTC, &mut warnings);
        (article, warnings.into_iter().map(|notice| notice.kind).collect())
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

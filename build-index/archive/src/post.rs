//! From the bytes of a post to what it says of itself.

use std::path::Path;
use std::sync::Arc;

use bundle::moment::Moment;
use content_hash::Hash;
use jiff::tz::TimeZone;
use notice::{Notice, NoticeKind, line_at};

use crate::cut::cut;
use crate::date;
use crate::fields::fault::Fault;
use crate::find::relative;
use crate::fingerprint::{Fingerprint, fingerprint_of};
use crate::front_matter::{FrontMatter, ParsedPost, parse};
use crate::name::{file_stem, split_date};
use crate::opening::Opening;

/// How posts are read.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// Whether posts that call themselves drafts are wanted.
    pub drafts: bool,
    /// The time zone of dates that name none.
    pub time_zone: TimeZone,
}

/// What a post says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The file, relative to the archive.
    pub path: Box<str>,
    /// Tells whether the file has changed.
    pub fingerprint: Fingerprint,
    /// The title; empty where the post has none.
    pub title: Box<str>,
    /// When it was published.
    pub date: Moment,
    /// Who wrote it, and how it is filed.
    pub names: Arc<Names>,
    /// The address of the original; empty where unknown.
    pub url: Box<str>,
    /// The same for posts with the same title and body, white space aside.
    pub text_id: Hash,
}

/// Who wrote a post, and how it is filed. Thousands of posts have the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Names {
    /// The author; empty where unknown.
    pub author: String,
    /// The categories, in the order of the front matter.
    pub categories: Vec<String>,
    /// The tags, in the order of the front matter.
    pub tags: Vec<String>,
}

/// Reads the file of a post.
pub fn read_file(archive: &Path, path: &Path) -> Result<Vec<u8>, Notice> {
    let unreadable = |error: std::io::Error| {
        Notice::new(&relative(archive, path), NoticeKind::Unreadable, None, error.to_string())
    };
    std::fs::read(path).map_err(unreadable)
}

/// Reads what the post in the file `path` (relative to the archive) says of itself. Fails with a
/// notice if there is nothing to read; otherwise adds what is odd about it to `warnings`.
pub fn read_head(
    path: &str,
    bytes: &[u8],
    options: &ReadOptions,
    warnings: &mut Vec<Notice>,
) -> Result<Head, Notice> {
    let notice = |kind, message: &str| Notice::new(path, kind, None, message.to_owned());
    let (post, damage) = decode(bytes);
    if damage.is_some() {
        let message = "it is not UTF-8: the damaged characters are shown as \u{fffd}".to_owned();
        warnings.push(Notice::new(path, NoticeKind::Encoding, damage, message));
    }
    if post.trim().is_empty() {
        return Err(notice(NoticeKind::Empty, "the file is empty"));
    }
    let parsed = parse(&post);
    if parsed.front_matter.is_draft() && !options.drafts {
        return Err(notice(NoticeKind::Draft, "it is a draft; --drafts takes drafts in"));
    }
    Ok(head_of(path, fingerprint_of(bytes), parsed, &options.time_zone, warnings))
}

/// Reads the body of a post that has been read before, without the opening that robots write.
pub fn read_body(archive: &Path, path: &str) -> Result<String, Notice> {
    let bytes = read_file(archive, &archive.join(path))?;
    let (post, _) = decode(&bytes);
    Ok(body_of(&post).to_owned())
}

/// What stands below the front matter of a decoded post and the opening that robots write.
pub fn body_of(post: &str) -> &str {
    Opening::read(cut(post).body).rest
}

/// Whether a decoded post tells its title itself, so that its file's name need not.
pub fn has_title(post: &str) -> bool {
    let ParsedPost { front_matter, body, .. } = parse(post);
    told_title(&front_matter, &Opening::read(body)).is_some()
}

/// Text with `\n` line ends, no byte order mark and no NUL, and the first line with bytes that are
/// not UTF-8.
pub fn decode(bytes: &[u8]) -> (String, Option<usize>) {
    let damage = std::str::from_utf8(bytes).err().map(|error| line_at(bytes, error.valid_up_to()));
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text = if text.contains(['\r', '\0']) {
        text.replace("\r\n", "\n").replace('\0', "\u{fffd}")
    } else {
        text.to_owned()
    };
    (text, damage)
}

fn head_of(
    path: &str,
    fingerprint: Fingerprint,
    post: ParsedPost<'_>,
    time_zone: &TimeZone,
    warnings: &mut Vec<Notice>,
) -> Head {
    let ParsedPost { front_matter, body, faults } = post;
    let fault_notice = |fault: Fault| Notice::new(path, NoticeKind::FrontMatter, fault.line, fault.message);
    warnings.extend(faults.into_iter().map(fault_notice));
    let opening = Opening::read(body);
    let stem = file_stem(path);
    let url = [front_matter.original(), opening.url.to_owned()].into_iter().find(|url| is_web_address(url));
    let title = title(&front_matter, &opening, stem);
    let date = date_of(&front_matter, &opening, stem, time_zone).unwrap_or_else(|(date, message)| {
        warnings.push(Notice::new(path, NoticeKind::Date, front_matter.date_line(), message));
        date
    });
    Head {
        path: path.into(),
        fingerprint,
        date,
        names: Arc::new(Names {
            author: front_matter.author(),
            categories: without_repeats(front_matter.categories()),
            tags: without_repeats(front_matter.tags()),
        }),
        url: url.unwrap_or_default().into(),
        text_id: Hash::of_words([title.as_str(), opening.rest]),
        title: title.into(),
    }
}

/// The front matter's title, else the heading's, else the file's name without its date.
fn title(front_matter: &FrontMatter<'_>, opening: &Opening<'_>, stem: &str) -> String {
    let from_name = || {
        let name = split_date(stem).map_or(stem, |(_, name)| name);
        Some(name.chars().filter(|c| !c.is_control()).collect::<String>())
    };
    told_title(front_matter, opening).or_else(from_name).unwrap_or_default()
}

fn told_title(front_matter: &FrontMatter<'_>, opening: &Opening<'_>) -> Option<String> {
    let told = |title: String| Some(title).filter(|title| !title.is_empty());
    told(front_matter.title())
        .or_else(|| told(opening.title.trim().to_owned()))
        .or_else(|| body::title::first_heading(opening.rest))
}

/// The front matter's date, else that of the opening, else that of the file's name. Fails with the
/// date to take and a warning if a date is written that cannot be read, or if there is none.
fn date_of(
    front_matter: &FrontMatter<'_>,
    opening: &Opening<'_>,
    stem: &str,
    time_zone: &TimeZone,
) -> Result<Moment, (Moment, String)> {
    let written = front_matter.date();
    if let Some(date) = date::parse(&written, time_zone) {
        return Ok(date);
    }
    let elsewhere =
        opening.epoch_millis.and_then(date::from_epoch_millis).or_else(|| date::from_file_name(stem));
    match elsewhere {
        Some(date) if written.is_empty() => Ok(date),
        Some(date) => {
            let message = format!("its date {written:?} cannot be read: taken as {}", date);
            Err((date, message))
        }
        None => {
            let date = Moment::default();
            let message = format!("it has no date that can be read: taken as {}", date);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, post: &str) -> (Head, Vec<NoticeKind>) {
        let reading = ReadOptions { drafts: false, time_zone: TimeZone::UTC };
        let mut warnings = Vec::new();
        let head = read_head(path, post.as_bytes(), &reading, &mut warnings).unwrap();
        (head, warnings.into_iter().map(|notice| notice.kind).collect())
    }

    #[test]
    fn a_post_as_robots_write_it() {
        let (head, oddities) = read(
            "_posts/2023-11-10-茶.md",
            "---\nlayout: post\ntitle: \"茶\"\ndate: 2023-11-10T13:19:11.000Z\nauthor: 雨窗\n\
             from: https://www.example.org/a\ntags: [ t ]\ncategories: [ c ]\n---\n\
             <!--1699622351000-->\n[茶](https://www.example.org/a)\n------\n\n<div>\n<p>一</p>\n</div>\n",
        );
        assert_eq!(oddities, []);
        assert_eq!(&*head.title, "茶");
        assert_eq!(&*head.url, "https://www.example.org/a");
        assert_eq!(head.date.to_string(), "2023-11-10T13:19:11Z");
        let Names { author, categories, tags } = Names::clone(&head.names);
        assert_eq!((author.as_str(), categories, tags), ("雨窗", vec!["c".to_owned()], vec!["t".to_owned()]));
    }

    #[test]
    fn title_and_date_come_from_where_they_are() {
        let check = |text: &str, title: &str, date: &str| {
            let (head, _) = read("archived/2020-01-02-from-name.md", text);
            let Head { title: seen, date: dated, .. } = head;
            assert_eq!((&*seen, dated.to_string().as_str()), (title, date), "{text}");
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
        let (_, oddities) = read("_posts/x.md", "text");
        assert_eq!(oddities, [NoticeKind::FrontMatter, NoticeKind::Date]);
    }
}

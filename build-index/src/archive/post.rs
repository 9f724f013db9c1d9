//! From the bytes of a post to what it says of itself.

use std::path::Path;

use bundle::format::PRINT_LENGTH;
use bundle::moment::Moment;

use super::date::PostDate;
use super::find::relative;
use super::front_matter::{FrontMatter, cut};
use crate::body;
use crate::hash::{Hash, short_hash};
use crate::report::{Notice, NoticeKind};

/// What a post says of itself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Head {
    /// The file, relative to the archive.
    pub(crate) path: String,
    /// Tells the file's content from any other: [`PRINT_LENGTH`] characters.
    pub(crate) print: String,
    /// The title; empty where the post has none.
    pub(crate) title: String,
    pub(crate) date: Moment,
    pub(crate) names: Names,
    /// The address of the original; empty where unknown.
    pub(crate) url: String,
    /// The same for posts with the same title and body, white space aside.
    pub(crate) text_id: Hash,
}

/// Who wrote a post, and how it is filed. Thousands of posts have the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Names {
    /// The author; empty where unknown.
    pub(crate) author: String,
    pub(crate) categories: Vec<String>,
    pub(crate) tags: Vec<String>,
}

/// The fingerprint of a file's content.
pub(crate) fn print_of(bytes: &[u8]) -> String {
    short_hash(bytes, PRINT_LENGTH)
}

/// Reads the file of a post.
pub(crate) fn read_file(archive: &Path, path: &Path) -> Result<Vec<u8>, Notice> {
    std::fs::read(path).map_err(|error| Notice {
        path: relative(archive, path),
        kind: NoticeKind::Unreadable,
        message: error.to_string(),
    })
}

/// Reads what the post in the file `path` (relative to the archive) says of itself. Fails with a notice if there
/// is nothing to read; otherwise adds what is odd about it to `warnings`.
pub(crate) fn read_head(path: &str, bytes: &[u8], warnings: &mut Vec<Notice>) -> Result<Head, Notice> {
    let notice = |kind, message| Notice { path: path.to_owned(), kind, message };
    let (post, damaged) = decode(bytes);
    if damaged {
        let message = "it is not UTF-8: the damaged characters are shown as \u{fffd}".to_owned();
        warnings.push(notice(NoticeKind::Encoding, message));
    }
    if post.trim().is_empty() {
        return Err(notice(NoticeKind::Empty, "the file is empty".to_owned()));
    }
    let mut oddities = Vec::new();
    let head = take_apart(path, print_of(bytes), &post, &mut oddities);
    warnings.extend(oddities.into_iter().map(|(kind, message)| notice(kind, message)));
    Ok(head)
}

/// Reads the body of a post that has been read before.
pub(crate) fn read_body(archive: &Path, path: &str) -> Result<String, Notice> {
    let bytes = read_file(archive, &archive.join(path))?;
    let (post, _) = decode(&bytes);
    Ok(body::Opening::read(cut(&post).body).rest.to_owned())
}

/// Text with `\n` line ends, no byte order mark and no NUL, and whether bytes were not UTF-8.
fn decode(bytes: &[u8]) -> (String, bool) {
    let text = String::from_utf8_lossy(bytes);
    let damaged = matches!(text, std::borrow::Cow::Owned(_));
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    (text.replace("\r\n", "\n").replace('\0', "\u{fffd}"), damaged)
}

fn take_apart(path: &str, print: String, post: &str, oddities: &mut Vec<(NoticeKind, String)>) -> Head {
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
    let title = title(&front_matter, &opening, stem);
    let date = date(&front_matter, &opening, stem, oddities);
    Head {
        path: path.to_owned(),
        print,
        date: Moment::parse(&date.text).unwrap_or_default(),
        names: Names {
            author: front_matter.text("author"),
            categories: without_repeats(
                [front_matter.list("categories"), front_matter.list("category")].concat(),
            ),
            tags: without_repeats(front_matter.list("tags")),
        },
        url: url.unwrap_or_default(),
        text_id: Hash::of_words([title.as_str(), opening.rest]),
        title,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, post: &str) -> (Head, Vec<NoticeKind>) {
        let mut warnings = Vec::new();
        let head = read_head(path, post.as_bytes(), &mut warnings).unwrap();
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
        assert_eq!(head.title, "茶");
        assert_eq!(head.url, "https://www.example.org/a");
        assert_eq!(head.date.to_string(), "2023-11-10T13:19:11Z");
        let Names { author, categories, tags } = head.names;
        assert_eq!((author.as_str(), categories, tags), ("雨窗", vec!["c".to_owned()], vec!["t".to_owned()]));
    }

    #[test]
    fn title_and_date_come_from_where_they_are() {
        let check = |text: &str, title: &str, date: &str| {
            let (head, _) = read("archived/2020-01-02-from-name.md", text);
            let Head { title: seen, date: dated, .. } = head;
            assert_eq!((seen.as_str(), dated.to_string().as_str()), (title, date), "{text}");
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

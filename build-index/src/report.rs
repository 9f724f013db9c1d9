//! What a build did, for a person and as JSON.

use std::collections::BTreeMap;
use std::fmt;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use indicatif::HumanCount;
use serde::{Deserialize, Serialize, Serializer};

use crate::archive::Article;
use crate::output::Writer;

/// What a build did. `posts_found = articles + merged + skipped.len()`: no post is lost silently.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Report {
    /// Posts in the archive, readable or not.
    pub(crate) posts_found: usize,
    /// Articles in the bundle.
    pub(crate) articles: usize,
    /// Articles that are as they were in the bundle before.
    pub(crate) articles_kept: usize,
    /// Posts that are in the bundle as part of another's article.
    pub(crate) merged: usize,
    /// Which posts these are.
    pub(crate) merges: Vec<Merge>,
    /// Posts that are not in the bundle. In JSON each has its message twice, also as `reason`.
    #[serde(serialize_with = "with_reasons")]
    pub(crate) skipped: Vec<Notice>,
    /// Posts that are in the bundle but not quite as they stand.
    pub(crate) warnings: Vec<Notice>,
    /// Files of the bundle.
    pub(crate) files: usize,
    /// Their bytes.
    pub(crate) bytes: u64,
    /// Files that this build wrote; the others were there already.
    pub(crate) files_written: usize,
    /// Their bytes.
    pub(crate) bytes_written: u64,
    /// Files and bytes by folder of the bundle.
    pub(crate) folders: BTreeMap<String, FolderSize>,
    /// Wall time in milliseconds.
    pub(crate) elapsed_ms: u128,
    /// The most memory that the program has held; `None` where the system does not tell.
    pub(crate) peak_memory_bytes: Option<u64>,
}

/// Posts that became part of another's article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Merge {
    /// The post whose text the article shows.
    pub(crate) path: String,
    /// Posts that say the same.
    pub(crate) same: Vec<String>,
    /// Posts of what the article said before, newest first.
    pub(crate) versions: Vec<String>,
}

impl Merge {
    /// What became one with an article's post; `None` if nothing did.
    fn of(article: &Article) -> Option<Merge> {
        let mut texts = article.texts();
        let same: Vec<String> = texts.next()?.iter().skip(1).map(|post| post.path.to_string()).collect();
        let versions: Vec<String> = texts.flatten().map(|post| post.path.to_string()).collect();
        let merged = !same.is_empty() || !versions.is_empty();
        merged.then(|| Merge { path: article.path().to_owned(), same, versions })
    }
}

/// Something about a post that a keeper may want to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Notice {
    /// The post, relative to the archive.
    pub(crate) path: String,
    /// The line of the post, counted from 1, if it is one line's matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<usize>,
    /// What is the matter.
    pub(crate) kind: NoticeKind,
    /// What was found, and what was made of it.
    pub(crate) message: String,
}

impl Notice {
    /// A notice about a file, relative to the archive, and a line of it if one is known.
    pub(crate) fn new(path: &str, kind: NoticeKind, line: Option<usize>, message: String) -> Notice {
        Notice { path: path.to_owned(), line, kind, message }
    }
}

/// The line, counted from 1, that the byte at `offset` is on.
pub(crate) fn line_at(text: &[u8], offset: usize) -> usize {
    text.iter().take(offset).filter(|&&byte| byte == b'\n').count() + 1
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}

/// What can be the matter with a post. `--help` lists these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum NoticeKind {
    /// It can not be read
    Unreadable,
    /// It is empty
    Empty,
    /// It is larger than posts are
    TooLarge,
    /// It is not to be published yet
    Draft,
    /// Its characters are damaged
    Encoding,
    /// Its front matter has a fault, or is missing
    FrontMatter,
    /// It has no date that can be read
    Date,
    /// It has no title but the name of its file
    NoTitle,
    /// It shows neither text nor pictures
    EmptyBody,
    /// A link in it leads nowhere
    BrokenLink,
    /// Its file has a name that makes trouble elsewhere
    Name,
    /// It is far larger than others
    Oversized,
    /// It became part of another post's article
    Duplicate,
    /// Other articles have the same body
    SameBody,
}

impl fmt::Display for NoticeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.to_possible_value();
        f.pad(name.as_ref().map_or("", PossibleValue::get_name))
    }
}

/// Files and bytes of a folder of the bundle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct FolderSize {
    pub(crate) files: usize,
    pub(crate) bytes: u64,
}

impl Report {
    /// Tells which posts became part of another's article.
    pub(crate) fn tell_merged(&mut self, articles: &[Article]) {
        self.articles = articles.len();
        self.merges = articles.iter().filter_map(Merge::of).collect();
        self.merges.sort_by(|a, b| a.path.cmp(&b.path));
        self.merged = articles.iter().map(|article| article.posts.len()).sum::<usize>() - articles.len();
    }

    /// Tells what the bundle is made of, and how much of it was written.
    pub(crate) fn tell_output(&mut self, writer: &Writer) {
        self.folders = writer.sizes();
        self.files = self.folders.values().map(|size| size.files).sum();
        self.bytes = self.folders.values().map(|size| size.bytes).sum();
        let written = writer.written();
        (self.files_written, self.bytes_written) = (written.files, written.bytes);
    }

    /// A line about what was new.
    pub(crate) fn news(&self) -> String {
        format!(
            "{} of {} articles are new or changed; {} files, {} written, in {}",
            HumanCount((self.articles - self.articles_kept) as u64),
            HumanCount(self.articles as u64),
            HumanCount(self.files_written as u64),
            Bytes(self.bytes_written),
            Seconds(self.elapsed_ms),
        )
    }

    /// How many notices of a list are shown to a person.
    const SHOWN: usize = 10;

    /// Posts that are not in the bundle though nobody asked for that.
    pub(crate) fn failures(&self) -> usize {
        self.skipped.iter().filter(|notice| notice.kind != NoticeKind::Draft).count()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |number: usize| HumanCount(number as u64);
        writeln!(
            f,
            "{} posts found: {} articles, {} merged, {} skipped",
            count(self.posts_found),
            count(self.articles),
            count(self.merged),
            count(self.skipped.len())
        )?;
        write_notices(f, "skipped", &self.skipped)?;
        write_notices(f, "warning", &self.warnings)?;
        for (folder, size) in &self.folders {
            writeln!(
                f,
                "  {folder:13} {:>6} files {:>10}",
                count(size.files).to_string(),
                Bytes(size.bytes)
            )?;
        }
        writeln!(
            f,
            "  {:13} {:>6} files {:>10}",
            "together",
            count(self.files).to_string(),
            Bytes(self.bytes)
        )?;
        f.write_str(&self.news())
    }
}

/// Milliseconds, as a person reads them.
pub(crate) struct Seconds(pub(crate) u128);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} s", self.0 as f64 / 1000.0)
    }
}

/// Notices with their message as `reason` too, the word for why a post was skipped.
fn with_reasons<S: Serializer>(notices: &[Notice], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Skipped<'a> {
        #[serde(flatten)]
        notice: &'a Notice,
        reason: &'a str,
    }
    serializer.collect_seq(notices.iter().map(|notice| Skipped { notice, reason: &notice.message }))
}

fn write_notices(f: &mut fmt::Formatter<'_>, label: &str, notices: &[Notice]) -> fmt::Result {
    for notice in notices.iter().take(Report::SHOWN) {
        writeln!(f, "{label}: {notice}")?;
    }
    match notices.len().saturating_sub(Report::SHOWN) {
        0 => Ok(()),
        more => writeln!(f, "{label}: … and {more} more; --report FILE lists them all"),
    }
}

/// A number of bytes, as a person reads it.
pub(crate) struct Bytes(pub(crate) u64);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self.0 {
            bytes @ ..1_000 => format!("{bytes} B"),
            bytes @ ..1_000_000 => format!("{:.1} KB", bytes as f64 / 1e3),
            bytes => format!("{:.1} MB", bytes as f64 / 1e6),
        };
        f.pad(&text)
    }
}

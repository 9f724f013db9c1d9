//! What a build did, for a person and as JSON.

use std::collections::BTreeMap;
use std::fmt;

use archive::article::Article;
use compile::writer::{FolderSize, Writer};
use indicatif::HumanCount;
use notice::quantity::{Bytes, Seconds};
use notice::{Notice, NoticeKind};
use serde::{Serialize, Serializer};

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
    /// The most memory that the program has held; `None` where the system does not say.
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

impl Report {
    /// Adds the articles, and which posts became part of another's.
    pub(crate) fn add_articles(&mut self, articles: &[Article]) {
        self.articles = articles.len();
        self.merges = articles.iter().filter_map(Merge::of).collect();
        self.merges.sort_by(|a, b| a.path.cmp(&b.path));
        self.merged = articles.iter().map(|article| article.posts.len()).sum::<usize>() - articles.len();
    }

    /// Adds what the bundle is made of, and how much of it was written.
    pub(crate) fn add_files(&mut self, writer: &Writer) {
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

    /// Posts that are not in the bundle although they are no drafts.
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
            write_size(f, folder, *size)?;
        }
        write_size(f, "together", FolderSize { files: self.files, bytes: self.bytes })?;
        f.write_str(&self.news())
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

fn write_size(
    f: &mut fmt::Formatter<'_>,
    folder: &str,
    FolderSize { files, bytes }: FolderSize,
) -> fmt::Result {
    let files = HumanCount(files as u64).to_string();
    writeln!(f, "  {folder:13} {files:>6} files {:>10}", Bytes(bytes))
}

//! What the text of a post shows, and what it lacks.

use std::path::Path;

use archive::article::Article;
use archive::post::{body_of, decode, has_title, read_file};
use body::about::About;
use body::render::render;
use body::rules::Rules;
use bundle::text::visible_text;
use compile::links::Targets;
use content_hash::Hash;
use notice::quantity::Bytes;
use notice::{Notice, NoticeKind, line_at};

use crate::check::links::broken_links;

/// Posts with more bytes are reported.
const LARGE: usize = 1_000_000;
/// Sites of films: an article with its original there has a player above its text.
const FILM_SITES: &[&str] = &["youtube.com", "m.youtube.com", "youtu.be"];

/// Looks at articles, one at a time: an archive may be larger than memory.
pub(super) struct Inspector<'a> {
    pub(super) archive: &'a Path,
    pub(super) rules: &'a Rules,
    pub(super) targets: &'a Targets,
}

/// What there is to say of an article.
#[derive(Debug, Default)]
pub(super) struct Inspected {
    pub(super) findings: Vec<Notice>,
    /// The same for articles with the same body; `None` if it is empty.
    pub(super) body: Option<Hash>,
}

impl Inspector<'_> {
    /// Looks at the texts of an article.
    pub(super) fn inspect(&self, article: &Article) -> Inspected {
        let mut inspected = Inspected::default();
        let shown = (article.path(), &*article.title);
        let earlier = article.versions.iter().map(|version| (&*version.path, &*version.title));
        for (path, title) in std::iter::once(shown).chain(earlier) {
            match self.read(article, path, title) {
                Ok(text) => {
                    inspected.findings.extend(text.findings(self.targets));
                    let is_shown = path == article.path() && !text.is_empty();
                    inspected.body = inspected.body.or(is_shown.then(|| Hash::of(text.html.as_bytes())));
                }
                Err(notice) => inspected.findings.push(notice),
            }
        }
        inspected
    }

    fn read<'a>(&self, article: &'a Article, path: &'a str, title: &'a str) -> Result<Text<'a>, Notice> {
        let bytes = read_file(self.archive, &self.archive.join(path))?;
        let (post, damage) = decode(&bytes);
        let html = render(body_of(&post), &About { title, url: &article.url }, self.rules).html;
        Ok(Text { article, path, title, bytes: bytes.len(), is_utf8: damage.is_none(), post, html })
    }
}

/// One text of an article.
struct Text<'a> {
    article: &'a Article,
    path: &'a str,
    title: &'a str,
    /// How many the file has.
    bytes: usize,
    is_utf8: bool,
    /// The file, decoded.
    post: String,
    /// The body, rendered.
    html: String,
}

impl Text<'_> {
    fn findings(&self, targets: &Targets) -> Vec<Notice> {
        let told = [self.old_damage(), self.missing_title(), self.large_size(), self.emptiness()];
        told.into_iter().flatten().chain(self.broken_links(targets)).collect()
    }

    fn notice(&self, kind: NoticeKind, line: Option<usize>, message: impl Into<String>) -> Notice {
        Notice::new(self.path, kind, line, message.into())
    }

    /// Damage that was done before the file was written; bytes that are not UTF-8 were reported when it
    /// was read.
    fn old_damage(&self) -> Option<Notice> {
        let at = self.post.find(char::REPLACEMENT_CHARACTER).filter(|_| self.is_utf8)?;
        let message = "it holds \u{fffd}, what is left of a damaged character: look it up in the original";
        Some(self.notice(NoticeKind::Encoding, Some(line_at(self.post.as_bytes(), at)), message))
    }

    fn missing_title(&self) -> Option<Notice> {
        let message = match self.title {
            "" => "it has no title, and its file name tells none: give it one".to_owned(),
            title => format!("it has no title: taken as {title:?}, from its file name"),
        };
        (!has_title(&self.post)).then(|| self.notice(NoticeKind::NoTitle, None, message))
    }

    fn large_size(&self) -> Option<Notice> {
        let (file, text) = (Bytes(self.bytes as u64), Bytes(self.html.len() as u64));
        let message =
            format!("it has {file}, of which readers load a text of {text}: cut it if that is much");
        (self.bytes > LARGE).then(|| self.notice(NoticeKind::Oversized, None, message))
    }

    fn emptiness(&self) -> Option<Notice> {
        let message = "it shows no text, no picture and no film: look at the original";
        self.is_empty().then(|| self.notice(NoticeKind::EmptyBody, None, message))
    }

    fn broken_links(&self, targets: &Targets) -> impl Iterator<Item = Notice> {
        broken_links(&self.post, &self.html, targets).into_iter().map(|(address, line)| {
            let message = format!("its link to {address} leads to no article, nor to the web: mend it");
            self.notice(NoticeKind::BrokenLink, line, message)
        })
    }

    fn is_empty(&self) -> bool {
        let shows_more_than_text = self.html.contains("<img ")
            || self.html.contains(" data-embed=\"")
            || FILM_SITES.contains(&self.article.site().as_str());
        !shows_more_than_text && visible_text(&self.html).text.trim().is_empty()
    }
}

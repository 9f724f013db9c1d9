//! An article: what a reader reads, made from one post or from several.

use std::sync::Arc;

use bundle::moment::Moment;
use bundle::site::of_host;

use crate::fingerprint::Fingerprint;
use crate::post::Names;

/// An article, not yet rendered. There may be a million, so it is kept small in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The title; empty where its post has none.
    pub title: Box<str>,
    /// When it was published.
    pub date: Moment,
    /// Who wrote it, and how it is filed.
    pub names: Arc<Names>,
    /// The address of the original; empty where unknown.
    pub url: Box<str>,
    /// The posts that it is made from, that of the text shown first; never empty.
    pub posts: Box<[SourcePost]>,
    /// Its earlier texts, newest first.
    pub versions: Box<[EarlierText]>,
}

/// A post that an article is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcePost {
    /// The file, relative to the archive.
    pub path: Box<str>,
    /// The fingerprint of its content.
    pub fingerprint: Fingerprint,
}

/// An earlier text of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlierText {
    /// Its title; empty where its post has none.
    pub title: Box<str>,
    /// When it was published.
    pub date: Moment,
    /// Its post, one of those of the article.
    pub path: Box<str>,
}

impl Article {
    /// The post of the text shown.
    pub fn path(&self) -> &str {
        self.posts.first().map(|post| &*post.path).unwrap_or_default()
    }

    /// The posts of each text: of the one shown, then of each earlier one.
    pub fn texts(&self) -> impl Iterator<Item = &[SourcePost]> {
        let begins_text = |post: &SourcePost| self.versions.iter().any(|version| version.path == post.path);
        self.posts.chunk_by(move |_, next| !begins_text(next))
    }

    /// The host of the original, without `www.`; empty where unknown.
    pub fn site(&self) -> String {
        let host = url::Url::parse(&self.url).ok().and_then(|url| url.host_str().map(str::to_owned));
        let host = host.unwrap_or_default();
        of_host(&host).to_owned()
    }
}

//! An article: what a reader reads, made from one post or from several.

use std::sync::Arc;

use bundle::moment::Moment;

use super::post::{Names, Print};

/// An article, not yet rendered. There may be a million, so they take no more memory than they
/// must.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Article {
    /// The title; empty where its post has none.
    pub(crate) title: Box<str>,
    pub(crate) date: Moment,
    pub(crate) names: Arc<Names>,
    /// The address of the original; empty where unknown.
    pub(crate) url: Box<str>,
    /// The posts that it is made from, that of the text shown first; never empty.
    pub(crate) posts: Box<[SourcePost]>,
    /// What it said before, newest first.
    pub(crate) versions: Box<[EarlierText]>,
}

/// A post that an article is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourcePost {
    /// The file, relative to the archive.
    pub(crate) path: Box<str>,
    /// The fingerprint of its content.
    pub(crate) print: Print,
}

/// An earlier text of an article.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EarlierText {
    pub(crate) title: Box<str>,
    pub(crate) date: Moment,
    /// Its post, one of those of the article.
    pub(crate) path: Box<str>,
}

impl Article {
    /// The post of the text shown.
    pub(crate) fn path(&self) -> &str {
        self.posts.first().map(|post| &*post.path).unwrap_or_default()
    }

    /// The posts of each text: of the one shown, then of each earlier one.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &[SourcePost]> {
        let begins_text = |post: &SourcePost| self.versions.iter().any(|version| version.path == post.path);
        self.posts.chunk_by(move |_, next| !begins_text(next))
    }

    /// The host of the original, without `www.`; empty where unknown.
    pub(crate) fn site(&self) -> String {
        let host = url::Url::parse(&self.url).ok().and_then(|url| url.host_str().map(str::to_owned));
        let host = host.unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(&host).to_owned()
    }
}

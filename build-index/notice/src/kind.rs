//! The kinds of notices, with their names and what they mean.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a notice about a post is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// The post cannot be read.
    Unreadable,
    /// The post is empty.
    Empty,
    /// The post is larger than posts are.
    TooLarge,
    /// The post is not to be published yet.
    Draft,
    /// Characters of the post are damaged.
    Encoding,
    /// The front matter has a fault, or is missing.
    FrontMatter,
    /// The post has no date that can be read.
    Date,
    /// The post has no title but the name of its file.
    NoTitle,
    /// The post shows neither text nor pictures.
    EmptyBody,
    /// A link in the post leads nowhere.
    BrokenLink,
    /// The file has a name that makes trouble elsewhere.
    Name,
    /// The post is far larger than others.
    Oversized,
    /// The post became part of another post's article.
    Duplicate,
    /// Other articles have the same body.
    SameBody,
}

impl NoticeKind {
    /// All kinds, in their order.
    pub const ALL: [NoticeKind; 14] = [
        NoticeKind::Unreadable,
        NoticeKind::Empty,
        NoticeKind::TooLarge,
        NoticeKind::Draft,
        NoticeKind::Encoding,
        NoticeKind::FrontMatter,
        NoticeKind::Date,
        NoticeKind::NoTitle,
        NoticeKind::EmptyBody,
        NoticeKind::BrokenLink,
        NoticeKind::Name,
        NoticeKind::Oversized,
        NoticeKind::Duplicate,
        NoticeKind::SameBody,
    ];

    /// The kind with this name.
    pub fn named(name: &str) -> Option<NoticeKind> {
        NoticeKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name, as in JSON and on the command line.
    pub fn name(self) -> &'static str {
        self.described().0
    }

    /// What it means, in a few words.
    pub fn meaning(self) -> &'static str {
        self.described().1
    }

    /// Whether a notice of this kind is good to know but no fault: no reader suffers from it.
    pub fn is_remark(self) -> bool {
        use NoticeKind::{Draft, Duplicate, Name, Oversized, SameBody};
        matches!(self, Draft | Name | Oversized | Duplicate | SameBody)
    }

    fn described(self) -> (&'static str, &'static str) {
        match self {
            NoticeKind::Unreadable => ("unreadable", "It cannot be read"),
            NoticeKind::Empty => ("empty", "It is empty"),
            NoticeKind::TooLarge => ("too-large", "It is larger than posts are"),
            NoticeKind::Draft => ("draft", "It is not to be published yet"),
            NoticeKind::Encoding => ("encoding", "Its characters are damaged"),
            NoticeKind::FrontMatter => ("front-matter", "Its front matter has a fault, or is missing"),
            NoticeKind::Date => ("date", "It has no date that can be read"),
            NoticeKind::NoTitle => ("no-title", "It has no title but the name of its file"),
            NoticeKind::EmptyBody => ("empty-body", "It shows neither text nor pictures"),
            NoticeKind::BrokenLink => ("broken-link", "A link in it leads nowhere"),
            NoticeKind::Name => ("name", "Its file has a name that makes trouble elsewhere"),
            NoticeKind::Oversized => ("oversized", "It is far larger than others"),
            NoticeKind::Duplicate => ("duplicate", "It became part of another post's article"),
            NoticeKind::SameBody => ("same-body", "Other articles have the same body"),
        }
    }
}

impl fmt::Display for NoticeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_in_json() {
        for kind in NoticeKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
            assert_eq!(NoticeKind::named(kind.name()), Some(kind));
        }
    }

    #[test]
    fn all_are_listed_in_order() {
        assert!(NoticeKind::ALL.is_sorted());
        assert_eq!(NoticeKind::ALL.len(), NoticeKind::SameBody as usize + 1);
    }
}

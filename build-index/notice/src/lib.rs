//! Notices to the keeper of an archive about its posts, and how quantities are written for people.
//!
//! Every layer of `build-index` finds something to tell, so this lies below all of them: it knows
//! nothing of archives, bodies or bundles, and prints nothing.

mod kind;
pub mod quantity;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use kind::NoticeKind;

/// Something about a post that a keeper may want to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The post, relative to the archive.
    pub path: String,
    /// The line of the post, counted from 1, if the notice is about one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// What kind of thing was found.
    pub kind: NoticeKind,
    /// What was found, and what was made of it.
    pub message: String,
}

impl Notice {
    /// A notice about a file, relative to the archive, and a line of it if one is known.
    pub fn new(path: &str, kind: NoticeKind, line: Option<usize>, message: String) -> Notice {
        Notice { path: path.to_owned(), line, kind, message }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}

/// The line, counted from 1, that the byte at `offset` is on.
pub fn line_at(text: &[u8], offset: usize) -> usize {
    text.iter().take(offset).filter(|&&byte| byte == b'\n').count() + 1
}

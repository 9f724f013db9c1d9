//! The text of articles.

use serde::{Deserialize, Serialize};

use super::Part;

/// Sanitised HTML of neighbouring articles. Equal bodies are stored once in a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bodies {
    /// A body each, with links as [`crate::text::shorten_links`] leaves them.
    pub html: Vec<String>,
}

impl Part for Bodies {
    const FOLDER: &'static str = "bodies";
}

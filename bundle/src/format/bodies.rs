//! The text of articles, and the files that they were made from.

use serde::{Deserialize, Serialize};

use super::Part;

/// Sanitised HTML of neighbouring articles. Equal bodies are stored once in a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bodies {
    /// A body each.
    pub html: Vec<String>,
}

impl Part for Bodies {
    const FOLDER: &'static str = "bodies";
}

/// The source files of the articles of a catalog page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origins {
    /// For each article of the page, the paths of its posts relative to the archive.
    pub paths: Vec<Vec<String>>,
}

impl Part for Origins {
    const FOLDER: &'static str = "origins";
}

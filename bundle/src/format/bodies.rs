//! Bodies: the text of articles.

use serde::{Deserialize, Serialize};

use super::BundleFile;

/// The sanitised HTML of consecutive articles. Equal bodies are stored once in a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bodies {
    /// The bodies, each with its links shortened by [`crate::text::shorten_links`].
    pub html: Vec<String>,
}

impl BundleFile for Bodies {
    const FOLDER: &'static str = "bodies";
}

//! Bodies: the text of articles.

use serde::Serialize;

use super::BundleFile;
use crate::json::read_fields;

/// The sanitised HTML of consecutive articles. Equal bodies are stored once in a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Bodies {
    /// The bodies, each with its links shortened by [`crate::text::shorten_links`].
    pub html: Vec<String>,
}

read_fields!(Bodies { html: "html" });

impl BundleFile for Bodies {
    const FOLDER: &'static str = "bodies";
}

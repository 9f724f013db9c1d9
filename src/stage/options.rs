//! What a page that holds the viewer says of it, as attributes of its element.

use serde::Deserialize;

/// What the script of the element has made of its attributes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Options {
    /// The folder of the site that is shown: a whole address with a slash at its end.
    pub(super) src: String,
    /// The folder of the viewer's own files.
    pub(super) viewer: String,
    /// Only articles of this category at first.
    pub(super) category: Option<String>,
    /// Only articles by this author at first.
    pub(super) author: Option<String>,
    /// What is searched for at first.
    pub(super) query: Option<String>,
    /// How many articles a list shows.
    pub(super) articles: Option<usize>,
    /// The language of the interface.
    pub(super) language: Option<String>,
    /// Who keeps the address.
    pub(super) routing: Routing,
}

/// Who keeps the address of what the reader sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Routing {
    /// The fragment of the page's address, so that it can be sent, and the browser goes back.
    Hash,
    /// Only the viewer.
    None,
}

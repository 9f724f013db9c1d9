//! What the page around the viewer says of it, as attributes of its element.

use bundle::json::{Json, JsonError, ReadJson, read_fields};

/// The attributes of the element, as its script has read them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    /// The folder of the site that is shown: a whole address with a slash at its end.
    pub(crate) src: String,
    /// The folder of the viewer's own files.
    pub(crate) viewer: String,
    /// Only articles of this category at first.
    pub(crate) category: Option<String>,
    /// Only articles by this author at first.
    pub(crate) author: Option<String>,
    /// What is searched for at first.
    pub(crate) query: Option<String>,
    /// How many articles a list shows.
    pub(crate) articles: Option<usize>,
    /// Where the address is kept.
    pub(crate) routing: Routing,
}

/// Where the address of what the reader sees is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Routing {
    /// The fragment of the page's address, so that it can be sent, and the browser goes back.
    Hash,
    /// Only the viewer.
    None,
}

read_fields!(Options {
    src: "src",
    viewer: "viewer",
    category: "category" or default,
    author: "author" or default,
    query: "query" or default,
    articles: "articles" or default,
    routing: "routing",
});

impl ReadJson for Routing {
    fn read(json: Json<'_>) -> Result<Self, JsonError> {
        match &*json.text()? {
            "hash" => Ok(Routing::Hash),
            "none" => Ok(Routing::None),
            _ => Err(JsonError::new("neither hash nor none")),
        }
    }
}

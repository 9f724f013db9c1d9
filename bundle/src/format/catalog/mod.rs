//! Catalog pages: what a list shows of an article, and where its body is.

mod paths;
mod stored;

use serde::Serialize;

use super::BundleFile;
use crate::json::{Json, JsonError, ReadJson, read_fields};
use stored::StoredPage;

/// What a list shows of consecutive articles, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(into = "StoredPage")]
pub struct CatalogPage {
    /// A card for each article; its index is the row.
    pub cards: Vec<ArticleCard>,
}

impl ReadJson for CatalogPage {
    fn read(json: Json<'_>) -> Result<CatalogPage, JsonError> {
        CatalogPage::try_from(StoredPage::read(json)?).map_err(|error| JsonError::new(error.to_string()))
    }
}

impl BundleFile for CatalogPage {
    const FOLDER: &'static str = "catalog";
}

/// The length of a key, in characters.
pub const KEY_LENGTH: usize = 5;

/// What a list shows of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleCard {
    /// Identifies the article among those of its day: [`KEY_LENGTH`] letters and digits.
    pub key: String,
    /// The title; empty where the post has none.
    pub title: String,
    /// Its date: the text form of a [`Moment`](crate::moment::Moment).
    pub date: String,
    /// The author; empty where unknown.
    pub author: String,
    /// The categories.
    pub categories: Vec<String>,
    /// The address of the original; empty where unknown.
    pub url: String,
    /// Where its body is.
    pub body: BodyPlace,
    /// The paths of the posts that it was made from, relative to the archive. The post of the current text
    /// comes first.
    pub paths: Vec<String>,
    /// Its earlier versions, newest first.
    pub versions: Vec<Version>,
}

/// Where a body is in its segment: a file, and the index in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct BodyPlace {
    /// The number of the file.
    pub file: u32,
    /// The index into [`Bodies::html`](super::Bodies::html).
    pub slot: u32,
}

read_fields!(BodyPlace { file: "file", slot: "slot" });

/// An earlier version of an article: an older post with the same original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its title.
    pub title: String,
    /// Its date: the text form of a [`Moment`](crate::moment::Moment).
    pub date: String,
    /// Where its body is.
    pub body: BodyPlace,
}

read_fields!(Version { title: "title", date: "date", body: "body" });

impl CatalogPage {
    /// The row of the article with this key on this day (`2023-11-10`).
    pub fn row_of(&self, day: &str, key: &str) -> Option<usize> {
        self.cards.iter().position(|card| card.key == key && card.day() == day)
    }
}

impl ArticleCard {
    /// The day of the article, `2023-11-10`.
    pub fn day(&self) -> &str {
        self.date.get(..10).unwrap_or(&self.date)
    }
}

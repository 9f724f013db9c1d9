//! Catalog pages: what a list shows of an article, and where the rest of it is.

mod paths;
mod stored;

use serde::{Deserialize, Serialize};

use super::{Bodies, Link, Part};
use stored::StoredPage;

/// What a list shows of a few neighbouring articles, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "StoredPage", into = "StoredPage")]
pub struct CatalogPage {
    /// An article each.
    pub cards: Vec<ArticleCard>,
}

impl Part for CatalogPage {
    const FOLDER: &'static str = "catalog";
}

/// Characters of a key.
pub const KEY_LENGTH: usize = 5;

/// What a list shows of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleCard {
    /// With the day, what makes the article's address: [`KEY_LENGTH`] letters and digits.
    pub key: String,
    /// The title; empty where the post has none.
    pub title: String,
    /// A [`Moment`](crate::moment::Moment).
    pub date: String,
    /// The author; empty where unknown.
    pub author: String,
    /// The categories.
    pub categories: Vec<String>,
    /// The address of the original; empty where unknown.
    pub url: String,
    /// Where its body is.
    pub body: BodyPlace,
    /// The posts that it was made from, relative to the archive; that of the text shown first.
    pub paths: Vec<String>,
    /// What it said before, newest first.
    pub versions: Vec<Version>,
}

/// Where a body is: a file, and the place in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyPlace {
    /// The file.
    pub file: Link<Bodies>,
    /// The place.
    pub slot: u32,
}

/// An earlier text of an article: another post with the same original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its title.
    pub title: String,
    /// A [`Moment`](crate::moment::Moment).
    pub date: String,
    /// Where its body is.
    pub body: BodyPlace,
}

impl CatalogPage {
    /// The row whose article has this key on this day (`2023-11-10`).
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

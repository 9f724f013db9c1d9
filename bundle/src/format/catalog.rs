//! Catalog pages: what a list shows of an article, and where the rest of it is.

use serde::{Deserialize, Serialize};

use super::{Bodies, Link, Origins, Part};

/// What a list shows of a few neighbouring articles, in columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogPage {
    /// With the day, what makes an article's address: short, lower case, stable.
    pub keys: Vec<String>,
    /// Titles.
    pub titles: Vec<String>,
    /// `2023-11-10T13:19:11Z`, with another offset, or `2023-11-10` where no time is known.
    pub dates: Vec<String>,
    /// Authors; empty where unknown.
    pub authors: Vec<String>,
    /// Categories.
    pub categories: Vec<Vec<String>>,
    /// Addresses of the originals; empty where unknown.
    pub urls: Vec<String>,
    /// Files of bodies that the articles of this page are in.
    pub bodies: Vec<Link<Bodies>>,
    /// For each article, its file among `bodies` and its place in that file.
    pub places: Vec<Place>,
    /// The source files of the articles of this page.
    pub origins: Option<Link<Origins>>,
}

impl Part for CatalogPage {
    const FOLDER: &'static str = "catalog";
}

/// Where a body is: the file among a page's `bodies`, and the place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place(pub u32, pub u32);

/// What a list shows of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArticleCard<'a> {
    /// With the day, what makes the article's address.
    pub key: &'a str,
    /// The title; empty where the post has none.
    pub title: &'a str,
    /// The date, as [`CatalogPage::dates`] has it.
    pub date: &'a str,
    /// The author; empty where unknown.
    pub author: &'a str,
    /// The categories.
    pub categories: &'a [String],
    /// The address of the original; empty where unknown.
    pub url: &'a str,
    /// The file of its body.
    pub body: &'a Link<Bodies>,
    /// The place of its body in that file.
    pub slot: usize,
}

impl CatalogPage {
    /// The article in a row; `None` where the page has no such row, or is damaged there.
    pub fn card(&self, row: usize) -> Option<ArticleCard<'_>> {
        let place = self.places.get(row)?;
        Some(ArticleCard {
            key: self.keys.get(row)?,
            title: self.titles.get(row)?,
            date: self.dates.get(row)?,
            author: self.authors.get(row)?,
            categories: self.categories.get(row)?,
            url: self.urls.get(row)?,
            body: self.bodies.get(place.0 as usize)?,
            slot: place.1 as usize,
        })
    }

    /// The row whose article has this key on this day (`2023-11-10`).
    pub fn row_of(&self, day: &str, key: &str) -> Option<usize> {
        (0..self.keys.len()).find(|&row| {
            self.keys[row] == key && self.dates.get(row).is_some_and(|date| date.starts_with(day))
        })
    }
}

impl ArticleCard<'_> {
    /// The day of the article, `2023-11-10`.
    pub fn day(&self) -> &str {
        self.date.get(..10).unwrap_or(self.date)
    }
}

//! An article as the device knows it: enough to list it without fetching anything.

use bundle::format::ArticleCard;
use bundle::json::read_fields;
use bundle::reading::Address;
use serde::Serialize;

use crate::device::item::Item;
use crate::device::marks::Mark;

/// An article, and when it was bookmarked or read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Article {
    /// Its date, as the bundle has it.
    pub(crate) date: String,
    /// What tells it from others of its day.
    pub(crate) key: String,
    /// Its title; empty where it has none.
    pub(crate) title: String,
    /// Its author; empty where unknown.
    pub(crate) author: String,
    /// When, in milliseconds since 1970.
    pub(crate) at: u64,
}

read_fields!(Article { date: "date", key: "key", title: "title", author: "author", at: "at" });

impl Article {
    /// The article of a card, now.
    pub(crate) fn of(card: &ArticleCard, now: u64) -> Article {
        Article {
            date: card.date.clone(),
            key: card.key.clone(),
            title: card.title.clone(),
            author: card.author.clone(),
            at: now,
        }
    }

    /// Where it is.
    pub(crate) fn address(&self) -> Address {
        Address::readable(self.day(), &self.title, &self.key)
    }

    /// What is noted of it where it was read.
    pub(crate) fn mark(&self) -> Option<Mark> {
        Mark::of(self.day(), &self.key)
    }

    fn day(&self) -> &str {
        self.date.get(..10).unwrap_or(&self.date)
    }
}

impl Item for Article {
    fn id(&self) -> String {
        format!("{}/{}", self.day(), self.key)
    }

    fn at(&self) -> u64 {
        self.at
    }
}

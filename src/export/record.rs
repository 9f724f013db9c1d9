//! What is known of an article, without its text.

use bundle::format::ArticleCard;
use serde::Serialize;

/// What is known of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Record {
    /// What no other article of the archive has: its day and its key.
    #[serde(skip)]
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) author: String,
    /// As the bundle has it, such as `2023-11-10T13:19:11Z`.
    pub(crate) date: String,
    pub(crate) categories: Vec<String>,
    pub(crate) tags: Vec<String>,
    /// The address of the original; empty where unknown.
    pub(crate) original: String,
    /// The address in this archive.
    pub(crate) address: String,
}

impl Record {
    /// What is known of an article from its card, its tags and its address.
    pub(crate) fn of(card: &ArticleCard, tags: &[&str], address: String) -> Record {
        Record {
            key: format!("{}-{}", card.day(), card.key),
            title: card.title.clone(),
            author: card.author.clone(),
            date: card.date.clone(),
            categories: card.categories.clone(),
            tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
            original: card.url.clone(),
            address,
        }
    }

    /// The day of the article, `2023-11-10`.
    pub(crate) fn day(&self) -> &str {
        self.date.get(..10).unwrap_or(&self.date)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An article with this title.
    pub(crate) fn titled(title: &str) -> Record {
        Record {
            key: "2023-11-10-k3j2m".into(),
            title: title.into(),
            author: "渡口, 甲".into(),
            date: "2023-11-10T13:19:11Z".into(),
            categories: vec!["茶事".into(), "A & B".into()],
            tags: vec![],
            original: "https://example.org/a_b?c=1&d".into(),
            address: "https://example.net/#/article/2023-11-10/k3j2m".into(),
        }
    }
}

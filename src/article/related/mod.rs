//! What to read after an article.

pub(crate) mod related_articles;
mod title_query;
mod use_related;

//! The text of an article on the page.

pub(crate) mod article_body;
pub(crate) mod body_text;
mod completion;
mod elements;
pub(crate) mod enlarged;
mod foreign;
mod held_back;
mod pictures;
mod players;

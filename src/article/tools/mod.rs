//! What a reader can do with an article: cite it, hear it, set its text.

mod aloud;
pub(crate) mod article_tools;
mod cite;
mod text_settings;

//! What can be at a place.

mod article;
mod list;
mod unknown;

pub(crate) use article::ArticlePage;
pub(crate) use list::ListPage;
pub(crate) use unknown::UnknownPage;

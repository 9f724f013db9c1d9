//! Reads an archive: finds its posts, takes them apart, and makes articles of them.
//!
//! Nothing here knows of bundles. A bad post never stops a build: it gives a notice, and whatever
//! can be kept of it.

mod article;
mod date;
mod find;
mod front_matter;
mod merge;
mod post;
mod settings;

pub(crate) use article::{Article, SourcePost};
pub(crate) use find::{find_posts, relative};
pub(crate) use merge::merge;
pub(crate) use post::{Head, file_stem, read_body, read_file, read_head};
pub(crate) use settings::read_site;

//! Reads an archive: finds its posts, takes them apart, and makes articles of them.
//!
//! Nothing here knows of bundles. A bad post never stops a build: it gives a notice, and whatever
//! can be kept of it.

mod date;
mod find;
mod front_matter;
mod merge;
mod post;
mod settings;

pub(crate) use find::find_posts;
pub(crate) use merge::merge_duplicates;
pub(crate) use post::{Article, file_stem, read_post};
pub(crate) use settings::read_site;

//! Reads an archive: finds its posts, takes them apart, and makes articles of them.
//!
//! Nothing here knows of bundles. A bad post never stops a build: it gives a notice, and whatever
//! can be kept of it.

mod article;
mod cut;
mod date;
mod fields;
mod find;
mod front_matter;
mod generator;
mod layout;
mod merge;
mod name;
mod post;

pub(crate) use article::{Article, SourcePost};
pub(crate) use find::{Wanted, find_posts, relative};
pub(crate) use generator::SiteConfig;
pub(crate) use merge::merge;
pub(crate) use name::file_stem;
pub(crate) use post::{Head, Names, Reading, body_of, decode, has_title, read_body, read_file, read_head};

//! Reads an archive: finds its posts, parses them, and makes articles of them.
//!
//! Nothing here knows of the bundle's format or of the command line: of `bundle` it takes the
//! calendar only ([`bundle::date`], [`bundle::moment`]), of `body` the heading that a text begins
//! with. A bad post never stops a build: it gives a notice, and whatever can be kept of it.

pub mod article;
mod cut;
mod date;
mod fields;
pub mod find;
pub mod fingerprint;
mod front_matter;
pub mod generator;
mod layout;
mod merge;
pub mod name;
mod opening;
pub mod post;
pub mod survey;

//! The contract between `build-index`, which writes a bundle, and the viewer, which reads it.
//!
//! - [`mod@format`]: the files of a bundle, their names, versions and encodings;
//! - [`date`] and [`moment`]: days and times of articles;
//! - [`site`]: where an original was published;
//! - [`text`]: what of an article can be searched, and what counts as equal;
//! - [`query`]: the language of the search box;
//! - [`search`]: from a query to ranked hits with snippets;
//! - [`reading`]: from a hit or an address to the article;
//! - [`written`]: dates and numbers as readers write them.
//!
//! This crate does no IO, asks no clock, draws no random number and knows nothing of Yew. Whoever
//! has files hands them over through [`format::Source`]; everything else is computation, and the
//! same on both sides.

pub mod date;
pub mod format;
pub mod moment;
pub mod query;
pub mod reading;
pub mod search;
pub mod site;
pub mod text;
pub mod written;

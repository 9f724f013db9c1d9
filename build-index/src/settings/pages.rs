//! Which pages a site has that can be read without the viewer.

use clap::ValueEnum;
use serde::Deserialize;

/// What a keeper chooses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PagesChoice {
    /// Whatever the host has room for.
    #[default]
    Auto,
    /// One for each article.
    Article,
    /// One for the articles of each day.
    Day,
    /// None.
    None,
}

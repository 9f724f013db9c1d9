//! From what a reader types to the articles that contain it.
//!
//! `search_run` is the run of a search, `found` what it gives, and `use_search` connects both to the
//! page. What the first list does without is behind `lazy`: nothing else may name it.

pub(crate) mod emit_search;
mod every_value;
pub(crate) mod facet_values;
pub(crate) mod found;
pub(crate) mod lazy;
mod name_choice;
pub(crate) mod nothing_found;
pub(crate) mod problems;
pub(crate) mod search_box;
mod search_job;
mod search_run;
mod snippet;
mod suggestions;
pub(crate) mod unsearched;
pub(crate) mod use_search;
pub(crate) mod use_searching;
mod use_suggest;

//! Articles of a list as a file for other programs.
//!
//! `format` and the modules of the formats are pure, and so is the `gathering` of the articles;
//! `use_export` connects it to the dialog.

mod bibtex;
pub(crate) mod button;
pub(crate) mod csv;
mod dialog;
pub(crate) mod escape;
mod format;
mod gathering;
mod json;
mod lazy;
mod markdown;
mod record;
mod use_export;

//! Titles and texts in the characters that the reader has chosen, Simplified or Traditional.

pub(crate) mod characters;
pub(crate) mod choice;
mod lazy;
pub(crate) mod marked;
pub(crate) mod note;

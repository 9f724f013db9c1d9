//! Every word of the interface, in every language, and how numbers and dates are written.
//!
//! A language is a file in `languages/`, which a translator edits: see `en.ftl`. They are checked when
//! this crate is compiled, and each message is a function of [`Texts`], so one that is missing, or that
//! is given what it does not take, does not compile.
//!
//! The viewer loads the file of its language ([`Language::file`]) and parses it ([`Texts::parse`]).
//! Programs that run elsewhere have all languages built in ([`Language::built_in`]); the linker leaves
//! them out where nobody asks for them.
//!
//! This crate does no IO and asks no clock.

mod language;
mod loaded;
mod messages;
mod plural;
mod values;
mod written;

pub use language::{LANGUAGES, Language, find, negotiate};
pub use loaded::{NotTexts, Texts};

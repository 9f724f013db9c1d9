//! The file of a language, read.
//!
//! It is a JSON array of strings: what tells its version, the tag of the language, the table of its
//! plural forms, then each message in the order of [`LANGUAGES`](crate::LANGUAGES)' reference.

use bundle::json::{self, JsonError};

include!(concat!(env!("OUT_DIR"), "/version.rs"));

/// The texts of a language. Copying it copies a reference: what a file says is kept for as long as the
/// program runs, for a reader changes the language a few times at most.
#[derive(Debug, Clone, Copy)]
pub struct Texts(&'static Loaded);

#[derive(Debug)]
struct Loaded {
    tag: &'static str,
    plurals: &'static str,
    messages: Vec<&'static str>,
}

/// Why a file is not texts of this version.
#[derive(Debug, thiserror::Error)]
pub enum NotTexts {
    /// It is something else, or damaged.
    #[error("these are no texts: {0}")]
    Damaged(#[from] JsonError),
    /// Its messages are not those of this version.
    #[error("these are texts of another version")]
    Version,
}

static NONE: Loaded = Loaded { tag: "", plurals: "", messages: Vec::new() };

impl Texts {
    /// Reads the file of a language, and keeps it.
    ///
    /// # Errors
    /// If it is no such file, or one of another version.
    pub fn parse(file: &str) -> Result<Texts, NotTexts> {
        let strings: Vec<String> = json::from_slice(file.as_bytes())?;
        if strings.len() != MESSAGES + 3 || strings.first().is_none_or(|first| first != FINGERPRINT) {
            return Err(NotTexts::Version);
        }
        let mut strings = strings.into_iter().map(|string| &*string.leak()).skip(1);
        let tag = strings.next().unwrap_or_default();
        let plurals = strings.next().unwrap_or_default();
        Ok(Texts(Box::leak(Box::new(Loaded { tag, plurals, messages: strings.collect() }))))
    }

    /// The tag of the language (BCP 47).
    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    pub(crate) fn plurals(&self) -> &'static str {
        self.0.plurals
    }

    /// A message as it stands in the file.
    pub(crate) fn text(&self, place: usize) -> &'static str {
        self.0.messages.get(place).copied().unwrap_or_default()
    }
}

/// Empty texts without a language.
impl Default for Texts {
    fn default() -> Texts {
        Texts(&NONE)
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Texts) -> bool {
        self.0.tag == other.0.tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_something_else_is_refused() {
        let refused = |file: &str| Texts::parse(file).unwrap_err().to_string();
        assert!(refused("<!doctype html>").contains("no texts"));
        assert!(refused("{}").contains("no texts"));
        assert!(refused("[]").contains("another version"));
        let other = crate::LANGUAGES[0].data().replacen(FINGERPRINT, "0123", 1);
        assert!(refused(&other).contains("another version"));
    }

    #[test]
    fn no_texts_say_nothing() {
        assert_eq!(Texts::default().search(), "");
        assert_eq!(Texts::default().articles(2), "");
    }
}

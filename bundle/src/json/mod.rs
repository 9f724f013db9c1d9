//! Reading JSON by hand: one small reader for all files, instead of derived code for every type.
//!
//! Derived code parses while it fills a struct, so the compiler repeats the parser for every type of
//! file. Here [`parse()`] reads any JSON into a [`Json`] once, and a type takes what it wants from that.
//!
//! ```
//! use bundle::json::{Json, JsonError, ReadJson, from_slice, read_fields};
//!
//! #[derive(Debug, PartialEq)]
//! struct Shelf {
//!     name: String,
//!     books: Vec<(String, u32)>,
//!     note: Option<String>,
//! }
//! read_fields!(Shelf { name: "n", books: "b", note: "note" or default });
//!
//! let shelf: Shelf = from_slice(br#"{"n": "Tides", "b": [["Tables", 12]]}"#)?;
//! assert_eq!(shelf, Shelf { name: "Tides".into(), books: vec![("Tables".into(), 12)], note: None });
//! let error = from_slice::<Shelf>(br#"{"n": "Tides", "b": [["Tables", -1]]}"#).unwrap_err();
//! assert_eq!(error.to_string(), "b[0][1]: not a whole number from 0 to 4294967295");
//! # Ok::<(), JsonError>(())
//! ```

mod parse;
mod read;

use std::borrow::Cow;
use std::fmt;

pub use parse::parse;
pub use read::{Fields, ReadJson, from_slice, read_fields};

/// A value of JSON. Texts without escapes are borrowed from what was parsed.
#[derive(Debug, Clone, PartialEq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A whole number that is larger.
    Large(u64),
    /// Any other number.
    Fraction(f64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object, in the order of the file.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Why something is not the JSON that was wanted, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError(Box<Reason>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Reason {
    /// Such as `segments[2].columns`; empty for the whole.
    place: String,
    what: String,
}

impl JsonError {
    /// An error that says what is wrong. [`JsonError::inside`] adds where.
    #[cold]
    pub fn new(what: impl Into<String>) -> JsonError {
        JsonError(Box::new(Reason { place: String::new(), what: what.into() }))
    }

    /// The same error, of the field of an object.
    #[cold]
    #[must_use]
    pub fn inside(mut self, field: &str) -> JsonError {
        let rest = std::mem::take(&mut self.0.place);
        let between = if rest.is_empty() || rest.starts_with('[') { "" } else { "." };
        self.0.place = [field, between, &rest].concat();
        self
    }

    /// The same error, of the item of a list.
    #[cold]
    #[must_use]
    pub fn at(self, index: usize) -> JsonError {
        self.inside(&["[", &index.to_string(), "]"].concat())
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.place.is_empty() {
            f.write_str(&self.0.place)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.0.what)
    }
}

impl std::error::Error for JsonError {}

//! What is wrong with a block of fields.

/// What kept fields from being read as they should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The line, counted from 1, if it is known.
    pub(crate) line: Option<usize>,
    pub(crate) message: String,
}

/// A parser's message without the place, which it counts from the start of the fields.
pub(crate) fn without_place(message: &str) -> String {
    message.split(" at line ").next().unwrap_or_default().to_owned()
}

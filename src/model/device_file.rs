//! What comes of reading a file of what a device remembers.

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is something else, or damaged: what the parser says.
    Other(String),
    /// It is of another version.
    Version(u32),
}

/// What was not known before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Added {
    /// Bookmarks.
    pub(crate) bookmarks: usize,
    /// Articles that were read.
    pub(crate) read: usize,
    /// Saved searches.
    pub(crate) searches: usize,
}

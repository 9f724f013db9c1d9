//! What is compared of words over time.

/// What is compared of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Measure {
    /// The number of articles.
    #[default]
    Articles,
    /// Their share of all articles of the time.
    Share,
}

//! Pictures that are looked at in full size.

/// A picture of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Where it is, at its largest.
    pub(crate) src: String,
    /// Its description, for readers who do not see it.
    pub(crate) alt: String,
    /// What stands below it.
    pub(crate) caption: String,
}

/// The pictures of a text, and the one that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Enlarged {
    pub(crate) pictures: Vec<Picture>,
    pub(crate) place: usize,
}

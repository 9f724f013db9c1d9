//! What compiling knows of each article of a segment.

use bundle::format::BodyPlace;
use bundle::text::Script;

/// What is known of an article once its text has been added.
pub(crate) struct Compiled {
    pub(crate) body: BodyPlace,
    pub(crate) earlier: Vec<BodyPlace>,
    pub(crate) script: Script,
    /// Of title and text.
    pub(crate) tokens: u32,
    /// The first article of the segment with the same text, if it is another.
    pub(crate) same_text_as: Option<usize>,
}

//! What compiling knows of each article of a segment.

use bundle::text::Script;

use crate::bodies::StoredBody;

/// What is known of an article once its text has been added.
pub(crate) struct Compiled {
    pub(crate) body: StoredBody,
    pub(crate) earlier: Vec<StoredBody>,
    pub(crate) script: Script,
    /// Of title and text.
    pub(crate) tokens: u32,
    /// The first article of the segment with the same text, if it is another.
    pub(crate) same_text_as: Option<usize>,
}

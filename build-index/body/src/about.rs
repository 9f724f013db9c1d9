//! What rendering a body takes from the article around it.

/// What is known of an article besides its body.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The title. A first heading that repeats it is removed.
    pub title: &'a str,
    /// The address of the original, which relative addresses are relative to; may be empty.
    pub url: &'a str,
}

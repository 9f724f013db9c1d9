//! The texts of an article, rendered. The caller of this crate renders them.

use anyhow::Result;

use crate::order::Ordered;

/// The texts of an article, rendered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RenderedArticle {
    /// Sanitised HTML.
    pub html: String,
    /// That of its earlier versions, in their order.
    pub earlier: Vec<String>,
    /// The files in `media` that they show.
    pub media: Vec<String>,
}

/// Renders an article. It may be called from several threads.
pub type Render<'a> = dyn Fn(&Ordered) -> Result<RenderedArticle> + Sync + 'a;

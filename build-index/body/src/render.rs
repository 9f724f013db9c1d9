//! All stages, one after the other: from the text of a post to HTML that a reader may be shown.

use crate::about::About;
use crate::markdown;
use crate::media::Media;
use crate::rules::Rules;
use crate::sanitise::sanitise;
use crate::tree::Tree;
use crate::write::write;

/// A body, rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Sanitised HTML. A picture that is a file of the bundle is an `<img data-media="NAME">`.
    pub html: String,
    /// The pictures that are to be files of the bundle.
    pub media: Vec<Media>,
}

/// Renders what follows the opening of a post.
pub fn render(rest: &str, about: &About<'_>, rules: &Rules) -> Body {
    let html = markdown::to_html(rest);
    let tree = Tree::parse(&html);
    let written = write(&tree, about, rules);
    let html = sanitise(&written.html);
    Body { html: unwrapped(html.trim()).to_owned(), media: written.media }
}

/// What is in a block that holds everything else and says nothing of it.
fn unwrapped(html: &str) -> &str {
    let inner = html.strip_prefix("<div>").and_then(|html| html.strip_suffix("</div>"));
    inner.filter(|inner| !inner.contains("<div") && !inner.contains("</div")).map_or(html, str::trim)
}

#[cfg(test)]
mod tests;

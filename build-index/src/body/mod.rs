//! From the body of a post to sanitised HTML.
//!
//! The stages, each in a module: the *opening* that robots write is taken off; *Markdown* becomes
//! HTML, which is parsed to a *tree*; of that is *written* what a reader is to see, without shells
//! and with what a browser can show; and at the end everything is *sanitised*. Only what the last
//! stage lets through reaches a reader. Which links lead to other *articles* is known later, when
//! all posts have been read.

mod address;
mod articles;
mod bare_urls;
mod embed;
mod heading;
mod image;
mod kramdown;
mod liquid;
mod markdown;
mod media;
mod opening;
mod paragraphs;
mod rules;
mod sanitise;
mod shallow;
mod title;
mod tree;
mod write;

pub(crate) use articles::{link_to_articles, links_within};
pub(crate) use media::{Media, is_name as is_media_name};
pub(crate) use opening::Opening;
pub(crate) use rules::Rules;
pub(crate) use title::first_heading;

/// What is known of an article besides its body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About<'a> {
    /// A first heading that repeats it goes.
    pub(crate) title: &'a str,
    /// The address of the original, which relative addresses are relative to; may be empty.
    pub(crate) url: &'a str,
}

/// A body, rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Body {
    /// Sanitised HTML. A picture that is a file of the bundle is an `<img data-media="NAME">`.
    pub(crate) html: String,
    /// The pictures that are to be files of the bundle.
    pub(crate) media: Vec<Media>,
}

/// Renders what follows the opening of a post.
pub(crate) fn render(rest: &str, about: &About<'_>, rules: &Rules) -> Body {
    let html = markdown::to_html(rest);
    let tree = tree::Tree::parse(&html);
    let written = write::write(&tree, about, rules);
    let html = sanitise::sanitise(&written.html);
    Body { html: unwrapped(html.trim()).to_owned(), media: written.media }
}

/// What is in a block that holds everything else and says nothing of it.
fn unwrapped(html: &str) -> &str {
    let inner = html.strip_prefix("<div>").and_then(|html| html.strip_suffix("</div>"));
    inner.filter(|inner| !inner.contains("<div") && !inner.contains("</div")).map_or(html, str::trim)
}

#[cfg(test)]
mod tests;

//! From the text of a post to sanitised HTML.
//!
//! The stages, each in a module: *Markdown* becomes HTML, which is parsed to a *tree*; of that is
//! *written* what a reader is to see, without shells and with what a browser can show; and at the end
//! everything is *sanitised*. Only what the last stage keeps reaches a reader. Which links lead
//! to other *articles* is known later, when all posts have been read.
//!
//! Nothing here knows of archives or files: a text comes in, HTML and pictures go out.
//!
//! HTML is read in four ways here, each for what the others cannot do:
//!
//! - `markdown` looks for the ends of block elements as kramdown does, before there is any HTML to parse;
//! - `tree` parses as a browser does, with html5ever, to a tree that nothing changes;
//! - `sanitise` is ammonia, which parses its input itself: what it keeps does not depend on
//!   our tree;
//! - `articles` and `title` look for tags in what ammonia has written, whose form is known.

pub mod about;
mod address;
pub mod articles;
mod bare_urls;
mod embed;
mod heading;
mod image;
mod kramdown;
mod liquid;
mod markdown;
pub mod media;
mod paragraphs;
pub mod render;
pub mod rules;
mod sanitise;
mod shallow;
pub mod title;
mod tree;
mod write;

pub use write::ANCHOR;

//! Which address of a picture works: pages give many, for scripts that load them late.

use std::borrow::Cow;

use imagesize::ImageSize;

use crate::address::Addresses;
use crate::media::{self, Inline};
use crate::tree::{Element, Node};

/// Where scripts of lazy loading keep an address, the most reliable first.
const LAZY_SOURCES: &[&str] = &[
    "data-lazy-src",
    "data-src",
    "data-original",
    "data-actualsrc",
    "data-lazyload",
    "data-original-src",
    "data-orig-file",
];
/// The same for sets of addresses.
const SOURCE_SETS: &[&str] = &["data-lazy-srcset", "data-srcset", "srcset"];
/// What pictures are called that stand in for one that a script would load.
const STAND_INS: &[&str] = &[
    "1x1.",
    "/blank.",
    "/grey.",
    "/lazy.",
    "/lazyload.",
    "/loading.",
    "/pixel.",
    "/placeholder.",
    "/spacer.",
    "/transparent.",
];

/// A picture that can be shown.
pub(super) enum Picture<'a> {
    /// One on the web, with its address.
    OnTheWeb(Cow<'a, str>),
    /// One that stands in the HTML itself.
    Inline(Inline, ImageSize),
}

/// The picture that an `<img>` shows, with the `<source>`s of the `<picture>` that it stands in.
pub(super) fn read<'a>(
    image: &'a Element,
    sources: &[&'a Element],
    addresses: &Addresses<'_>,
) -> Option<Picture<'a>> {
    let lazy = LAZY_SOURCES.iter().filter_map(|name| image.attribute(name));
    let shown = image.attribute("src");
    let of_sets = [image].into_iter().chain(sources.iter().copied()).filter_map(largest_of);
    let fallback = image.attribute("onerror").and_then(in_script);
    let usual = lazy.chain(shown).filter(|address| !stands_in(address));
    usual.chain(of_sets).chain(fallback).chain(shown).find_map(|address| usable(address, addresses))
}

/// A picture's width or height, where it is a plain number of points.
pub(super) fn length<'a>(image: &'a Element, name: &str) -> Option<&'a str> {
    let length = image.attribute(name)?.trim();
    let length = length.strip_suffix("px").unwrap_or(length);
    let is_number = (1..=5).contains(&length.len()) && length.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && length != "0").then_some(length)
}

/// The picture of a `<picture>` and its sources.
pub(super) fn of_picture(picture: Node<'_>) -> (Option<&Element>, Vec<&Element>) {
    let inside: Vec<_> = picture.children().filter_map(Node::element).collect();
    let image = inside.iter().find(|element| element.name() == "img").copied();
    let sources: Vec<_> = inside.into_iter().filter(|element| element.name() == "source").collect();
    (image.or(sources.first().copied()), sources)
}

fn usable<'a>(address: &'a str, addresses: &Addresses<'_>) -> Option<Picture<'a>> {
    if !media::is_data(address) {
        return addresses.on_the_web(address).map(Picture::OnTheWeb);
    }
    let (picture, size) = media::read(address).filter(|(_, size)| size.width > 1 || size.height > 1)?;
    Some(Picture::Inline(picture, size))
}

/// Whether an address is of a picture that stands in for another.
fn stands_in(address: &str) -> bool {
    /// The smallest pictures have some 50 bytes; no real one fits in an address of 200 characters.
    const SMALLEST: usize = 200;
    let is_tiny = media::is_data(address) && address.len() < SMALLEST;
    is_tiny || STAND_INS.iter().any(|name| address.contains(name))
}

/// The address in `this.onerror=null;this.src='https://…'`.
fn in_script(script: &str) -> Option<&str> {
    let value = script[script.rfind("src")? + 3..].trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next()
}

/// The largest picture of an element's sets.
fn largest_of(element: &Element) -> Option<&str> {
    SOURCE_SETS.iter().filter_map(|name| element.attribute(name)).find_map(largest)
}

/// The largest picture in a `srcset`: `a.jpg 300w, b.jpg 1024w`. Addresses may hold commas.
fn largest(set: &str) -> Option<&str> {
    let mut best: Option<(f32, &str)> = None;
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if rest.is_empty() {
            return best.map(|(_, address)| address);
        }
        let (address, after) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        let (size, after) = match address.strip_suffix(',') {
            Some(_) => ("", after),
            None => after.split_once(',').unwrap_or((after, "")),
        };
        let size = size.trim().trim_end_matches(['w', 'x']).parse().unwrap_or(1.0);
        if best.is_none_or(|(known, _)| size > known) {
            best = Some((size, address.trim_end_matches(',')));
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    fn check(html: &str, expected: &str) {
        let tree = Tree::parse(html);
        let node = tree.root().children().next().unwrap();
        let (image, sources) = match node.element().unwrap() {
            picture if picture.name() == "picture" => of_picture(node),
            image => (Some(image), Vec::new()),
        };
        let addresses = Addresses::of("https://example.org/a/");
        let found = match read(image.unwrap(), &sources, &addresses) {
            Some(Picture::OnTheWeb(address)) => address.into_owned(),
            Some(Picture::Inline(_, size)) => format!("{} by {}", size.width, size.height),
            None => "none".to_owned(),
        };
        assert_eq!(found, expected, "{html}");
    }

    #[test]
    fn lazy_pictures() {
        check("<img src=https://x.org/a.jpg>", "https://x.org/a.jpg");
        check("<img data-lazy-src=b.jpg src=a.jpg>", "https://example.org/a/b.jpg");
        check("<img data-src=//x.org/b.jpg src=about:blank>", "https://x.org/b.jpg");
        check("<img data-src=' ' src=a.jpg>", "https://example.org/a/a.jpg");
        check(
            "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-original=/b.jpg>",
            "https://example.org/b.jpg",
        );
        check("<img src=javascript:alert(1)>", "none");
        check("<img alt=b>", "none");
    }

    #[test]
    fn sets() {
        check("<img src=/blank.gif srcset='s.jpg 300w, l.jpg 1024w'>", "https://example.org/a/l.jpg");
        check("<img srcset='s.jpg,l.jpg 2x'>", "https://example.org/a/s.jpg,l.jpg");
        check("<img srcset='s.jpg 1x,l.jpg 2x'>", "https://example.org/a/l.jpg");
        check("<img src=a.jpg srcset='l.jpg 2x'>", "https://example.org/a/a.jpg");
        check("<img src=/blank.gif>", "https://example.org/blank.gif");
    }

    #[test]
    fn sources_of_a_picture() {
        check("<picture><source srcset=b.webp><img src=a.jpg></picture>", "https://example.org/a/a.jpg");
        check(
            "<picture><source srcset='b.webp 1x, c.webp 2x'><img alt=d></picture>",
            "https://example.org/a/c.webp",
        );
        check("<picture><source data-srcset=b.webp></picture>", "https://example.org/a/b.webp");
    }

    #[test]
    fn a_fallback_where_there_is_nothing_else() {
        let script = "this.onerror=null; this.src = \"https://x.org/b.jpg\"";
        check(&format!("<img src='about:blank' onerror='{script}'>"), "https://x.org/b.jpg");
        check(&format!("<img src=a.jpg onerror='{script}'>"), "https://example.org/a/a.jpg");
        check("<img onerror=alert(src)>", "none");
    }

    #[test]
    fn lengths_are_numbers() {
        let tree = Tree::parse("<img width=300px height=50%>");
        let image = tree.root().children().next().unwrap().element().unwrap();
        assert_eq!((length(image, "width"), length(image, "height")), (Some("300"), None));
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "[a-c, 0-9wx'\"=src茶]{0,30}") {
            largest(&text);
            in_script(&text);
        }
    }
}

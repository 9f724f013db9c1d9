//! Writes what a body shows as HTML, out of what it was parsed to.
//!
//! Shells are left out, pictures get the address that works, films are replaced by links to them,
//! bare addresses become links. What is written is not yet safe to show: the last stage decides.

use std::borrow::Cow;

use html_escape::{encode_double_quoted_attribute_to_string, encode_text_to_string};
use percent_encoding::percent_decode_str;
use rustc_hash::FxHashSet;

use crate::about::About;
use crate::address::Addresses;
use crate::embed::{self, Embed};
use crate::image::{self, Picture};
use crate::media::{Inline, Media};
use crate::paragraphs::{self, Cutter};
use crate::rules::Rules;
use crate::tree::{Element, Node, Tree};
use crate::{bare_urls, heading};

/// What anchors begin with, so that none is the name of something in the page around the body.
pub const ANCHOR: &str = "text-";

/// Elements without content.
const EMPTY: &[&str] =
    &["area", "base", "br", "col", "hr", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements whose text a parser does not read as HTML: only what is in them is written.
const RAW: &[&str] = &["noembed", "noframes", "plaintext", "xmp"];
/// Elements in whose text an address is not a link.
const VERBATIM: &[&str] = &["a", "code", "kbd", "pre", "samp", "tt", "var"];

/// A body, written.
#[derive(Default)]
pub(super) struct Written {
    /// HTML that is not yet safe.
    pub(super) html: String,
    /// The pictures that stood in it.
    pub(super) media: Vec<Media>,
}

/// Writes a body.
pub(super) fn write(tree: &Tree, about: &About<'_>, rules: &Rules) -> Written {
    let addresses = Addresses::of(about.url);
    let mut writer = Writer {
        anchors: anchors(tree, &addresses),
        repeated: heading::repeated(tree.root(), about.title, rules),
        unbroken: paragraphs::unbroken(tree.root(), rules),
        addresses,
        rules,
        written: Written::default(),
    };
    writer.children(tree.root(), Around::default());
    writer.written
}

/// The names of places in the body that links in it lead to.
fn anchors(tree: &Tree, addresses: &Addresses<'_>) -> FxHashSet<String> {
    let links = tree.elements().filter_map(|element| addresses.anchor(element.attribute("href")?));
    let wanted: FxHashSet<String> = links.map(decoded).collect();
    if wanted.is_empty() {
        return wanted;
    }
    tree.elements().filter_map(anchor_here).filter(|name| wanted.contains(*name)).map(str::to_owned).collect()
}

/// What the place of an element is called.
fn anchor_here(element: &Element) -> Option<&str> {
    element.attribute("id").or_else(|| element.attribute("name").filter(|_| element.name() == "a"))
}

fn decoded(anchor: &str) -> String {
    percent_decode_str(anchor).decode_utf8_lossy().into_owned()
}

struct Writer<'a> {
    addresses: Addresses<'a>,
    rules: &'a Rules,
    anchors: FxHashSet<String>,
    /// The heading that is not repeated.
    repeated: Option<Node<'a>>,
    /// The block that is cut into paragraphs.
    unbroken: Option<Node<'a>>,
    written: Written,
}

/// What a node stands in.
#[derive(Default, Clone, Copy)]
struct Around {
    /// A link: no other can stand in it.
    link: bool,
    /// Text that is no prose.
    verbatim: bool,
    /// Text whose white space counts.
    preformatted: bool,
}

impl Writer<'_> {
    fn children(&mut self, node: Node<'_>, around: Around) {
        node.children().for_each(|child| self.node(child, around));
    }

    fn node(&mut self, node: Node<'_>, around: Around) {
        match (node.text(), node.element()) {
            (Some(text), _) => self.text(text, around),
            (_, Some(element)) => self.element(node, element, around),
            _ => {}
        }
    }

    fn element(&mut self, node: Node<'_>, element: &Element, around: Around) {
        let is_this = |other: &Option<Node<'_>>| other.is_some_and(|other| other.is(node));
        if self.rules.match_shell(element) || is_this(&self.repeated) {
            return;
        }
        match element.name() {
            "img" => self.image(element, &[]),
            "picture" => {
                let (image, sources) = image::of_picture(node);
                image.into_iter().for_each(|image| self.image(image, &sources));
            }
            name if embed::ELEMENTS.contains(&name) => self.embedding(node, element, around),
            name if RAW.contains(&name) || !is_plain_name(name) => self.children(node, around),
            name => {
                self.open(element);
                if EMPTY.contains(&name) {
                    return;
                }
                if is_this(&self.unbroken) {
                    self.paragraphs(node, around);
                } else {
                    self.children(node, around.inside(name));
                }
                self.close(name);
            }
        }
    }

    fn open(&mut self, element: &Element) {
        self.written.html.push('<');
        self.written.html.push_str(element.name());
        for (name, value) in element.attributes() {
            if is_plain_name(name) && !is_of_the_site(name) {
                self.attribute(name, value);
            }
        }
        if let Some(href) = element.attribute("href") {
            self.link_address(href);
        }
        if let Some(anchor) = anchor_here(element).filter(|anchor| self.anchors.contains(*anchor)) {
            self.attribute("id", &format!("{ANCHOR}{anchor}"));
        }
        self.written.html.push('>');
    }

    fn close(&mut self, name: &str) {
        self.written.html.push_str("</");
        self.written.html.push_str(name);
        self.written.html.push('>');
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let html = &mut self.written.html;
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        encode_double_quoted_attribute_to_string(value, html);
        html.push('"');
    }

    fn link_address(&mut self, href: &str) {
        let anchor = self.addresses.anchor(href).map(decoded).filter(|anchor| self.anchors.contains(anchor));
        if let Some(anchor) = anchor {
            return self.attribute("href", &format!("#{ANCHOR}{anchor}"));
        }
        let target = self.addresses.target(href);
        if let Some(href) = target.href {
            self.attribute("href", &href);
        }
        if let Some(written) = target.written {
            self.attribute("data-written", &written);
        }
    }

    fn image(&mut self, image: &Element, sources: &[&Element]) {
        let Some(picture) = image::read(image, sources, &self.addresses) else { return };
        self.written.html.push_str("<img");
        for name in ["alt", "title"] {
            if let Some(text) = image.attribute(name) {
                self.attribute(name, text);
            }
        }
        let (mut width, mut height) = (None, None);
        match picture {
            Picture::OnTheWeb(address) => self.attribute("src", &address),
            Picture::Inline(inline, size) => {
                (width, height) = (Some(size.width.to_string()), Some(size.height.to_string()));
                self.inline(inline);
            }
        }
        for (name, known) in [("width", width), ("height", height)] {
            if let Some(length) = image::length(image, name).map(Cow::Borrowed).or(known.map(Cow::Owned)) {
                self.attribute(name, &length);
            }
        }
        self.end_of_image();
    }

    fn inline(&mut self, inline: Inline) {
        match inline {
            Inline::Small(address) => self.attribute("src", &address),
            Inline::Large(media) => {
                self.attribute("data-media", &media.name);
                if !self.written.media.contains(&media) {
                    self.written.media.push(media);
                }
            }
        }
    }

    /// What every picture gets: it is loaded when it comes near, and no site learns who reads.
    fn end_of_image(&mut self) {
        self.written.html.push_str(" referrerpolicy=\"no-referrer\" loading=\"lazy\" decoding=\"async\">");
    }

    fn embedding(&mut self, node: Node<'_>, element: &Element, around: Around) {
        let embed = embed::read(node, element, &self.addresses);
        let is_shown = embed.is_some() && !around.link;
        if let Some(embed) = embed.filter(|_| is_shown) {
            self.embed(&embed);
        }
        // Inside the others is what is shown where they are not known.
        if element.name() == "object" {
            let is_same = |child: Node<'_>| child.element().is_some_and(|inside| inside.name() == "embed");
            node.children()
                .filter(|child| !(is_shown && is_same(*child)))
                .for_each(|child| self.node(child, around));
        }
    }

    fn embed(&mut self, embed: &Embed) {
        self.written.html.push_str("<a class=\"embed\"");
        self.attribute("data-embed", embed.kind);
        self.attribute("href", &embed.href);
        self.written.html.push('>');
        if let Some(poster) = &embed.poster {
            self.written.html.push_str("<img alt=\"\"");
            self.attribute("src", poster);
            self.end_of_image();
        }
        self.close("a");
    }

    /// Writes a block with an inline element around each paragraph, so that the text stays one.
    fn paragraphs(&mut self, block: Node<'_>, around: Around) {
        const OPEN: &str = "<span class=\"paragraph\">";
        let mut cutter = Cutter::default();
        self.written.html.push_str(OPEN);
        for child in block.children() {
            let Some(mut rest) = child.text() else {
                cutter.pass(child);
                self.node(child, around);
                continue;
            };
            while let Some(cut) = cutter.cut(rest) {
                self.text(&rest[..cut], around);
                self.close("span");
                self.written.html.push_str(OPEN);
                rest = &rest[cut..];
            }
            self.text(rest, around);
        }
        self.close("span");
    }

    fn text(&mut self, text: &str, around: Around) {
        if around.preformatted {
            encode_text_to_string(text, &mut self.written.html);
            return;
        }
        let mut at = 0;
        if !around.verbatim {
            while let Some(url) = bare_urls::find(text, at) {
                self.prose(&text[at..url.start]);
                self.bare_url(&text[url.clone()]);
                at = url.end;
            }
        }
        self.prose(&text[at..]);
    }

    fn bare_url(&mut self, url: &str) {
        self.written.html.push_str("<a");
        self.attribute("href", &bare_urls::href(url));
        self.written.html.push('>');
        encode_text_to_string(url, &mut self.written.html);
        self.close("a");
    }

    /// Text with its white space collapsed: indentation takes up a fifth of some archives.
    fn prose(&mut self, text: &str) {
        let html = &mut self.written.html;
        let mut rest = text;
        while let Some(start) = rest.bytes().position(|byte| byte.is_ascii_whitespace()) {
            encode_text_to_string(&rest[..start], html);
            let after = rest[start..].trim_ascii_start();
            let space = &rest[start..rest.len() - after.len()];
            html.push(if space.contains('\n') { '\n' } else { ' ' });
            rest = after;
        }
        encode_text_to_string(rest, html);
    }
}

impl Around {
    fn inside(self, name: &str) -> Around {
        Around {
            link: self.link || name == "a",
            verbatim: self.verbatim || VERBATIM.contains(&name),
            preformatted: self.preformatted || name == "pre",
        }
    }
}

fn is_plain_name(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether an attribute is for the scripts and styles of the site, or is written anew here.
fn is_of_the_site(name: &str) -> bool {
    matches!(name, "class" | "href" | "id" | "name" | "rel" | "role" | "style" | "target")
        || ["aria-", "data-", "on"].iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        let about = About { title: "Title", url: "https://example.org/a/" };
        let written = write(&Tree::parse(html), &about, &Rules::default());
        assert_eq!(written.html, expected, "{html}");
    }

    #[test]
    fn shells_go_and_what_follows_stays() {
        check("<p>a</p><div id=dfp-ad-1><p>ad</div><p>b", "<p>a</p><p>b</p>");
        check("a<script>b</script><div class='x sharedaddy'>c</div>d", "ad");
        check("<p class=innity-x>ad<p>text", "<p>text</p>");
        check("<ul><li class=sharedaddy>ad<li>text</ul>", "<ul><li>text</li></ul>");
    }

    #[test]
    fn white_space_collapses_but_where_it_counts() {
        check("<p>\n  a\n   <b>b</b>  c", "<p>\na\n<b>b</b> c</p>");
        check("<pre>a\n  b</pre>", "<pre>a\n  b</pre>");
    }

    #[test]
    fn attributes_of_the_site_go() {
        check("<p class=a style=b onclick=c data-d=e lang=zh>x", "<p lang=\"zh\">x</p>");
        check("<td\"x y=\"\">x", "x");
    }

    #[test]
    fn anchors_lead_to_their_place() {
        check(
            "<a href=#n>1</a><p id=n>a<p id=m>b",
            "<a href=\"#text-n\">1</a><p id=\"text-n\">a</p><p>b</p>",
        );
        check("<a href=#%E8%8C%B6>1</a><a name=茶></a>", "<a href=\"#text-茶\">1</a><a id=\"text-茶\"></a>");
        check("<a href=#gone>1</a>", "<a href=\"https://example.org/a/#gone\">1</a>");
    }

    #[test]
    fn raw_text_is_text() {
        check("<xmp><b>x</b></xmp>", "&lt;b&gt;x&lt;/b&gt;");
    }
}

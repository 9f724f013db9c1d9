//! Films, sounds and frames: what a reader is offered instead, before anything is loaded.

use std::borrow::Cow;

use bundle::site;
use url::Url;

use crate::address::Addresses;
use crate::tree::{Element, Node};

/// What stands in for an embedded thing.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Embed {
    /// `video`, `audio` or `frame`.
    pub(super) kind: &'static str,
    /// A page, or a file, where it can be seen.
    pub(super) href: String,
    /// A picture of it.
    pub(super) poster: Option<String>,
}

/// The kinds that there are.
pub(super) const KINDS: &[&str] = &["video", "audio", "frame"];

/// Elements that embed something.
pub(super) const ELEMENTS: &[&str] = &["audio", "embed", "iframe", "object", "video"];

/// Where the address may be: scripts of lazy loading move it.
const SOURCES: &[&str] = &["data-lazy-src", "data-src", "src", "data"];

/// What a node that embeds something stands for; `None` where it leads nowhere.
pub(super) fn read(node: Node<'_>, element: &Element, addresses: &Addresses<'_>) -> Option<Embed> {
    let own = source(element, addresses);
    let source =
        own.or_else(|| sources(node).find_map(|element| source_of_known_type(element, addresses)))?;
    let poster = element.attribute("poster").and_then(|poster| addresses.on_the_web(poster));
    let poster = poster.map(Cow::into_owned);
    Some(match element.name() {
        "video" => Embed { kind: "video", href: source, poster },
        "audio" => Embed { kind: "audio", href: source, poster: None },
        _ => of_frame(source, poster),
    })
}

fn sources(node: Node<'_>) -> impl Iterator<Item = &Element> {
    node.children().filter_map(Node::element).filter(|element| element.name() == "source")
}

fn source(element: &Element, addresses: &Addresses<'_>) -> Option<String> {
    let written = SOURCES.iter().filter_map(|name| element.attribute(name));
    written.filter_map(|address| addresses.on_the_web(address)).next().map(Cow::into_owned)
}

/// The address of a `<source>` that some browser may play.
fn source_of_known_type(element: &Element, addresses: &Addresses<'_>) -> Option<String> {
    let kind = element.attribute("type").unwrap_or("video/").trim();
    source(element, addresses).filter(|_| kind.starts_with("video/") || kind.starts_with("audio/"))
}

/// A frame is a player, whose film has a page of its own, or something else.
fn of_frame(address: String, poster: Option<String>) -> Embed {
    let parsed = Url::parse(&address).ok();
    if let Some(embed) = parsed.as_ref().and_then(unwrapped) {
        return embed;
    }
    match parsed.as_ref().and_then(watch_page) {
        Some(href) => Embed { kind: "video", href, poster },
        None => Embed { kind: "frame", href: address, poster },
    }
}

/// What is in a frame of embed.ly, which holds the frame of another.
fn unwrapped(frame: &Url) -> Option<Embed> {
    if frame.host_str()? != "cdn.embedly.com" {
        return None;
    }
    let parameter = |name: &str| frame.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value);
    let on_the_web = |address: Cow<'_, str>| Addresses::of("").on_the_web(&address).map(Cow::into_owned);
    let poster = parameter("image").and_then(on_the_web);
    let inner = parameter("src").or_else(|| parameter("url")).and_then(on_the_web)?;
    let parsed = Url::parse(&inner).ok()?;
    if let Some(href) = watch_page(&parsed) {
        return Some(Embed { kind: "video", href, poster });
    }
    let href = parameter("url").and_then(on_the_web).unwrap_or(inner);
    Some(Embed { kind: "frame", href, poster })
}

/// The page of the film that a known player shows.
fn watch_page(player: &Url) -> Option<String> {
    let host = player.host_str()?;
    let mut path = player.path_segments()?;
    let (first, second) = (path.next()?, path.next());
    let parameter = |name: &str| {
        let value = player.query_pairs().find(|(known, _)| known == name)?.1;
        is_plain(&value).then(|| value.into_owned())
    };
    match site::of_host(host).trim_start_matches("m.") {
        "youtube.com" | "youtube-nocookie.com" => match (first, second) {
            ("embed", Some("videoseries")) => {
                parameter("list").map(|list| format!("https://www.youtube.com/playlist?list={list}"))
            }
            ("embed" | "v", Some(id)) if is_plain(id) => {
                Some(format!("https://www.youtube.com/watch?v={id}"))
            }
            _ => None,
        },
        "player.vimeo.com" => {
            second.filter(|id| first == "video" && is_plain(id)).map(|id| format!("https://vimeo.com/{id}"))
        }
        "player.bilibili.com" => {
            let film = parameter("bvid").or_else(|| parameter("aid").map(|number| format!("av{number}")));
            film.map(|film| format!("https://www.bilibili.com/video/{film}"))
        }
        _ => None,
    }
}

/// Whether text can be the name of a film: letters, digits, `-` and `_`.
fn is_plain(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    fn check(html: &str, expected: Option<(&'static str, &str, Option<&str>)>) {
        let tree = Tree::parse(html);
        let node = tree.root().children().next().unwrap();
        let embed = read(node, node.element().unwrap(), &Addresses::of("https://example.org/a/"));
        let found = embed.as_ref().map(|embed| (embed.kind, embed.href.as_str(), embed.poster.as_deref()));
        assert_eq!(found, expected, "{html}");
    }

    #[test]
    fn players_lead_to_the_page_of_the_film() {
        let check = |src: &str, page: &str| {
            check(&format!("<iframe src='{src}'></iframe>"), Some(("video", page, None)));
        };
        check("//www.youtube.com/embed/a-B_c?rel=0", "https://www.youtube.com/watch?v=a-B_c");
        check("https://www.youtube-nocookie.com/embed/a", "https://www.youtube.com/watch?v=a");
        check(
            "https://www.youtube.com/embed/videoseries?list=P1",
            "https://www.youtube.com/playlist?list=P1",
        );
        check("https://player.vimeo.com/video/12?title=0", "https://vimeo.com/12");
        check("//player.bilibili.com/player.html?aid=1&bvid=BV1x", "https://www.bilibili.com/video/BV1x");
        check("//player.bilibili.com/player.html?aid=1", "https://www.bilibili.com/video/av1");
    }

    #[test]
    fn frames_of_frames() {
        check(
            "<iframe src='https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fwww.youtube.com%2Fembed%2Fa\
             &url=x&image=https%3A%2F%2Fi.x.org%2Fa.jpg'></iframe>",
            Some(("video", "https://www.youtube.com/watch?v=a", Some("https://i.x.org/a.jpg"))),
        );
        check(
            "<iframe src='https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fx.org%2Fw&url=https%3A%2F%2Fx.org%2Fp'>",
            Some(("frame", "https://x.org/p", None)),
        );
    }

    #[test]
    fn files_that_play() {
        check(
            "<video src=a.mp4 poster=b.jpg>",
            Some(("video", "https://example.org/a/a.mp4", Some("https://example.org/a/b.jpg"))),
        );
        check(
            "<video><source src=blob:x><source src=a type=application/x><source src=b.webm type=video/webm></video>",
            Some(("video", "https://example.org/a/b.webm", None)),
        );
        check("<audio><source src=a.mp3></audio>", Some(("audio", "https://example.org/a/a.mp3", None)));
        check("<embed src=a.pdf>", Some(("frame", "https://example.org/a/a.pdf", None)));
        check("<object data=a.pdf></object>", Some(("frame", "https://example.org/a/a.pdf", None)));
        check("<iframe data-src=//x.org/map></iframe>", Some(("frame", "https://x.org/map", None)));
    }

    #[test]
    fn what_leads_nowhere_is_nothing() {
        for html in [
            "<iframe></iframe>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "<video><source src='data:video/mp4;base64,AAAA'></video>",
            "<embed src='about:blank'>",
        ] {
            check(html, None);
        }
    }
}

//! Films and sounds. Nothing is asked of their site before the reader asks for them.

use bundle::players::{frame, youtube_frame};
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};
use yew::prelude::*;

use crate::archive::original::Original;
use crate::model::embedded::Embedded;
use crate::ui::click::has_modifier;
use crate::words::{Words, use_words};

/// What plays a film or a sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Player {
    /// A page of the site, made for that.
    Frame(String),
    /// The browser, given a film.
    Film(String),
    /// The browser, given a sound.
    Sound(String),
}

/// Endings of files that browsers play.
const FILMS: &[&str] = &[".mp4", ".m4v", ".webm", ".ogv", ".mov"];
const SOUNDS: &[&str] = &[".mp3", ".m4a", ".aac", ".oga", ".ogg", ".opus", ".wav"];

impl Player {
    /// What plays the thing at an address, if it can be played here.
    pub(crate) fn of(embedded: Embedded, href: &str) -> Option<Player> {
        Original::at(href)?;
        if let Some(frame) = frame(href) {
            return Some(Player::Frame(frame));
        }
        let path = href.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
        match embedded {
            Embedded::Sound => Some(Player::Sound(href.to_owned())),
            _ if ends(SOUNDS) => Some(Player::Sound(href.to_owned())),
            Embedded::Film => Some(Player::Film(href.to_owned())),
            Embedded::Frame => ends(FILMS).then(|| Player::Film(href.to_owned())),
        }
    }

    /// What plays the film of an article that is about a film on YouTube.
    pub(crate) fn of_article(url: &str) -> Option<Player> {
        youtube_frame(url).map(Player::Frame)
    }

    /// Makes the element that plays at once.
    pub(crate) fn element(&self, document: &Document, label: &str) -> Result<Element, JsValue> {
        let (name, src, rest): (_, _, &[_]) = match self {
            Player::Frame(src) => ("iframe", src, FRAME),
            Player::Film(src) => ("video", src, FILE),
            Player::Sound(src) => ("audio", src, FILE),
        };
        let element = document.create_element(name)?;
        element.set_attribute("title", label)?;
        for (name, value) in rest {
            element.set_attribute(name, value)?;
        }
        element.set_attribute("src", src)?;
        Ok(element)
    }
}

/// The attributes of players' frames. YouTube plays nothing unless it learns which page the frame is on.
const FRAME: &[(&str, &str)] = &[
    ("allow", "autoplay; encrypted-media; fullscreen; picture-in-picture"),
    ("referrerpolicy", "strict-origin-when-cross-origin"),
    ("sandbox", "allow-popups allow-presentation allow-same-origin allow-scripts"),
];
const FILE: &[(&str, &str)] = &[("controls", ""), ("autoplay", ""), ("playsinline", "")];

/// What the way to something embedded is called.
pub(crate) fn label(words: &Words, embedded: Embedded, href: &str) -> String {
    words.embedded(embedded, Original::at(href).map_or("", |original| original.host))
}

/// The address of an article.
#[derive(Properties, PartialEq)]
pub(crate) struct ArticlePlayerProps {
    pub(crate) url: AttrValue,
}

/// The film that an article is about, if it is about one.
#[component]
pub(crate) fn ArticlePlayer(props: &ArticlePlayerProps) -> Html {
    let words = use_words();
    let is_playing = use_state(|| false);
    let Some(Player::Frame(src)) = Player::of_article(&props.url) else { return Html::default() };
    let label = label(&words, Embedded::Film, &props.url);
    if *is_playing {
        let [(_, allow), (_, policy), (_, sandbox)] = [FRAME[0], FRAME[1], FRAME[2]];
        return html! {
            <div class="player embed playing">
                <iframe {src} title={label} {allow} referrerpolicy={policy} {sandbox} />
            </div>
        };
    }
    let onclick = Callback::from(move |event: MouseEvent| {
        if !has_modifier(&event) {
            event.prevent_default();
            is_playing.set(true);
        }
    });
    html! {
        <a class="player embed" href={props.url.clone()} target="_blank" rel="noopener noreferrer"
            aria-label={label} {onclick} />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(embedded: Embedded, href: &str, expected: Option<Player>) {
        assert_eq!(Player::of(embedded, href), expected, "{href}");
    }

    #[test]
    fn known_sites_have_players() {
        let check = |href: &str, src: &str| check(Embedded::Frame, href, Some(Player::Frame(src.to_owned())));
        for href in [
            "https://www.youtube.com/watch?v=a-B_c",
            "https://m.youtube.com/watch?t=1&v=a-B_c#x",
            "http://youtu.be/a-B_c?si=1",
            "https://YouTube.com/shorts/a-B_c/",
        ] {
            check(href, "https://www.youtube-nocookie.com/embed/a-B_c?autoplay=1");
        }
        check(
            "https://www.youtube.com/playlist?list=P1",
            "https://www.youtube-nocookie.com/embed/videoseries?list=P1&autoplay=1",
        );
        check("https://vimeo.com/12", "https://player.vimeo.com/video/12?autoplay=1&dnt=1");
        check(
            "https://www.bilibili.com/video/BV1x/",
            "https://player.bilibili.com/player.html?bvid=BV1x&autoplay=1",
        );
        check(
            "https://www.bilibili.com/video/av12",
            "https://player.bilibili.com/player.html?aid=12&autoplay=1",
        );
    }

    #[test]
    fn the_policy_of_the_page_allows_the_frames() {
        for href in [
            "https://youtu.be/a",
            "https://youtube.com/playlist?list=a",
            "https://vimeo.com/1",
            "https://bilibili.com/video/a",
        ] {
            let Some(Player::Frame(frame)) = Player::of(Embedded::Frame, href) else {
                panic!("{href} has no player")
            };
            assert!(policy::PLAYERS.iter().any(|site| frame.starts_with(&format!("{site}/"))), "{frame}");
        }
    }

    #[test]
    fn files_are_played_by_the_browser() {
        let file = |address: &str| address.to_owned();
        let film = "https://x.org/a.MP4?b";
        check(Embedded::Frame, film, Some(Player::Film(file(film))));
        check(Embedded::Film, "https://x.org/stream", Some(Player::Film(file("https://x.org/stream"))));
        check(Embedded::Film, "https://x.org/a.mp3", Some(Player::Sound(file("https://x.org/a.mp3"))));
        check(Embedded::Sound, "https://x.org/a", Some(Player::Sound(file("https://x.org/a"))));
    }

    #[test]
    fn other_pages_are_opened() {
        for href in [
            "https://x.org/map",
            "https://www.youtube.com/watch?v=a\"b",
            "https://www.youtube.com/@channel",
            "https://vimeo.com/about",
            "https://youtu.be/",
            "javascript:alert(1)",
        ] {
            check(Embedded::Frame, href, None);
        }
        assert_eq!(Player::of(Embedded::Film, "javascript:alert(1)"), None);
    }

    #[test]
    fn articles_about_films() {
        assert!(Player::of_article("https://www.youtube.com/watch?v=t_p9XaetDKY").is_some());
        assert_eq!(Player::of_article("https://www.youtube.com/channel/x"), None);
        assert_eq!(Player::of_article("https://vimeo.com/12"), None);
        assert_eq!(Player::of_article(""), None);
    }
}

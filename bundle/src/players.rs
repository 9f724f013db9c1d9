//! The players of films that other sites have, by the pages of these films.

use crate::site::of_host;

/// The page of a film, in parts.
struct Page<'a> {
    host: String,
    path: &'a str,
    query: &'a str,
}

/// What plays the film on a page in a frame, if its site is known for that.
///
/// ```
/// let frame = bundle::players::frame("https://vimeo.com/12").unwrap();
/// assert_eq!(frame, "https://player.vimeo.com/video/12?autoplay=1&dnt=1");
/// assert_eq!(bundle::players::frame("https://example.org/12"), None);
/// ```
pub fn frame(url: &str) -> Option<String> {
    let page = Page::read(url)?;
    page.youtube().or_else(|| page.other_player())
}

/// The same for a film on YouTube, or a list of films there.
///
/// ```
/// let frame = bundle::players::youtube_frame("https://youtu.be/a-B_c").unwrap();
/// assert_eq!(frame, "https://www.youtube-nocookie.com/embed/a-B_c?autoplay=1");
/// assert_eq!(bundle::players::youtube_frame("https://vimeo.com/12"), None);
/// ```
pub fn youtube_frame(url: &str) -> Option<String> {
    Page::read(url)?.youtube()
}

impl<'a> Page<'a> {
    fn read(url: &'a str) -> Option<Page<'a>> {
        let (scheme, rest) = url.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
            return None;
        }
        let rest = rest.split('#').next()?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = place.split_once('/').unwrap_or((place, ""));
        let host = authority.rsplit('@').next()?.to_ascii_lowercase();
        let host = of_host(&host);
        Some(Page { host: host.strip_prefix("m.").unwrap_or(host).to_owned(), path, query })
    }

    fn youtube(&self) -> Option<String> {
        let film = match (self.host.as_str(), self.path.split_once('/')) {
            ("youtu.be", _) => self.path,
            ("youtube.com", None) if self.path == "watch" => self.parameter("v")?,
            ("youtube.com", Some(("embed" | "live" | "shorts" | "v", film))) => film,
            ("youtube.com", None) if self.path == "playlist" => {
                let list = name(self.parameter("list")?)?;
                return Some(format!(
                    "https://www.youtube-nocookie.com/embed/videoseries?list={list}&autoplay=1"
                ));
            }
            _ => return None,
        };
        name(film).map(|film| format!("https://www.youtube-nocookie.com/embed/{film}?autoplay=1"))
    }

    fn other_player(&self) -> Option<String> {
        match (self.host.as_str(), self.path.split_once('/')) {
            ("vimeo.com", None) => {
                let film = name(self.path).filter(|film| film.bytes().all(|byte| byte.is_ascii_digit()))?;
                Some(format!("https://player.vimeo.com/video/{film}?autoplay=1&dnt=1"))
            }
            ("bilibili.com", Some(("video", film))) => {
                let film = name(film)?;
                let parameter = match film.strip_prefix("av") {
                    Some(number) => format!("aid={number}"),
                    None => format!("bvid={film}"),
                };
                Some(format!("https://player.bilibili.com/player.html?{parameter}&autoplay=1"))
            }
            _ => None,
        }
    }

    fn parameter(&self, name: &str) -> Option<&'a str> {
        self.query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }
}

/// The name of a film, without a slash at the end.
fn name(text: &str) -> Option<&str> {
    let name = text.strip_suffix('/').unwrap_or(text);
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (!name.is_empty() && name.bytes().all(is_name)).then_some(name)
}

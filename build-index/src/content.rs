//! The text of an article where the viewer does not show it: pictures that are files of the bundle, links
//! to other articles, and what the viewer adds, as they are without it.

use anyhow::{Result, anyhow};
use body::ANCHOR;
use bundle::format::{ArticleCard, Pictures};
use bundle::site::of_host;
use compile::folders::MEDIA;
use html_escape::{encode_double_quoted_attribute, encode_text};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};
use texts::Texts;

use crate::address::{Address, BUNDLE, on_the_web};
use crate::articles::Articles;

/// Sanitised HTML with addresses that lead where they should from the address of another file of the site.
///
/// lol_html rewrites while it reads: all but the attributes that change stays as it is, and no tree is
/// built for each of thousands of texts.
pub(crate) fn readable_elsewhere(html: &str, address: &Address, articles: &Articles) -> Result<String> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("img[data-media]", |image| find_media(image, address)))
        .append_element_content_handler(element!("a[data-article]", |link| {
            find_article(link, address, articles)
        }));
    rewritten(html, settings)
}

/// The same for a page of the site, with what can be seen and used of it there. `part` is the name that the
/// text has among several of the page, and before its anchors; it is empty for the text that the page is of.
pub(crate) fn readable_on_page(
    html: &str,
    part: &str,
    address: &Address,
    articles: &Articles,
    foreign: &Foreign<'_>,
) -> Result<String> {
    let html = with_own_anchors(html, part)?;
    // Most texts have nothing of it.
    if !["<img", "data-article", "<pre", "data-embed"].iter().any(|sign| html.contains(sign)) {
        return Ok(html);
    }
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("img[data-media]", |image| find_media(image, address)))
        .append_element_content_handler(element!("a[data-article]", |link| {
            find_article(link, address, articles)
        }))
        // The first of these that fits takes the address of a picture away.
        .append_element_content_handler(element!("a[data-embed] img[src]", |image| {
            foreign.hold_back(image, Around::Film)
        }))
        .append_element_content_handler(element!("a[href] img[src]", |image| {
            foreign.hold_back(image, Around::Link)
        }))
        .append_element_content_handler(element!("img[src]", |image| {
            foreign.hold_back(image, Around::Nothing)
        }))
        .append_element_content_handler(element!("a[data-embed]", |link| {
            let label = foreign.embedded(link);
            link.set_attribute("aria-label", &encode_double_quoted_attribute(&label))?;
            link.set_attribute("target", "_blank")?;
            let label = format!("<span class=\"visually-hidden\">{}</span>", encode_text(&label));
            link.append(&label, ContentType::Html);
            Ok(())
        }))
        // It scrolls by itself, also for those who have no mouse.
        .append_element_content_handler(element!("pre", |code| {
            code.set_attribute("tabindex", "0")?;
            Ok(())
        }));
    rewritten(&html, settings)
}

/// A text whose anchors, and links to them, have a name before their own.
fn with_own_anchors(html: &str, part: &str) -> Result<String> {
    if part.is_empty() || !html.contains(ANCHOR) {
        return Ok(html.to_owned());
    }
    let rename = |element: &mut Element<'_, '_>, name: &str, before: &str| -> HandlerResult {
        let value = element.get_attribute(name).unwrap_or_default();
        if let Some(anchor) = value.strip_prefix(before).and_then(|rest| rest.strip_prefix(ANCHOR)) {
            element.set_attribute(name, &format!("{before}{ANCHOR}{part}-{anchor}"))?;
        }
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[id]", |element| rename(element, "id", "")))
        .append_element_content_handler(element!("a[href]", |link| rename(link, "href", "#")));
    rewritten(html, settings)
}

fn rewritten(html: &str, settings: RewriteStrSettings<'_, '_>) -> Result<String> {
    rewrite_str(html, settings).map_err(|error| anyhow!("a text cannot be put into a page: {error}"))
}

fn find_media(image: &mut Element<'_, '_>, address: &Address) -> HandlerResult {
    if let Some(name) = image.get_attribute("data-media") {
        image.set_attribute("src", &address.to(&format!("{BUNDLE}/{MEDIA}/{name}")))?;
        image.remove_attribute("data-media");
    }
    Ok(())
}

fn find_article(link: &mut Element<'_, '_>, address: &Address, articles: &Articles) -> HandlerResult {
    if let Some(article) = link.get_attribute("data-article") {
        // A link that leads somewhere on the web leads there for all readers.
        if !link.has_attribute("href") {
            let page = articles.page_of_link(&article).unwrap_or_else(|| format!("#/article/{article}"));
            link.set_attribute("href", &encode_double_quoted_attribute(&address.to(&page)))?;
        }
        link.remove_attribute("data-article");
    }
    Ok(())
}

/// What a picture stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    /// The link to a film, which is there without its picture.
    Film,
    /// A link, which cannot hold another.
    Link,
    Nothing,
}

/// What a page does with what other sites have: pictures, films.
pub(crate) struct Foreign<'a> {
    pub(crate) texts: &'a Texts,
    /// Whether pictures are loaded.
    pub(crate) pictures: Pictures,
    /// What the addresses of the site itself begin with, where that is known.
    pub(crate) own: Option<&'a str>,
}

impl Foreign<'_> {
    /// Puts a link in the place of a picture of another site that is not to be loaded. Without a script there
    /// is nothing to click but a link.
    fn hold_back(&self, image: &mut Element<'_, '_>, around: Around) -> HandlerResult {
        let address = image.get_attribute("src").unwrap_or_default();
        let address = html_escape::decode_html_entities(&address);
        let is_own = self.own.is_some_and(|own| address.starts_with(own));
        let Some(url) = on_the_web(&address).filter(|_| self.pictures != Pictures::Load && !is_own) else {
            return Ok(());
        };
        let site = of_host(url.host_str().unwrap_or_default()).to_owned();
        let alt = image.get_attribute("alt").unwrap_or_default();
        let alt = html_escape::decode_html_entities(&alt);
        let said = format!(
            "<span class=\"held-back-alt\">{}</span><span class=\"held-back-label\">{}</span>",
            encode_text(alt.trim()),
            encode_text(&self.texts.pictures_open(&site)),
        );
        let href = encode_double_quoted_attribute(url.as_str());
        image.remove_attribute("src");
        match around {
            Around::Film => image.remove(),
            Around::Link => {
                image.replace(&format!("<span class=\"held-back\">{said}</span>"), ContentType::Html);
            }
            Around::Nothing => {
                let attributes = format!("href=\"{href}\" target=\"_blank\" rel=\"noopener noreferrer\"");
                image.replace(&format!("<a class=\"held-back\" {attributes}>{said}</a>"), ContentType::Html);
            }
        }
        Ok(())
    }

    /// What a click on something embedded does.
    fn embedded(&self, link: &Element<'_, '_>) -> String {
        let href = link.get_attribute("href").unwrap_or_default();
        let url = on_the_web(&html_escape::decode_html_entities(&href));
        let site = url.as_ref().and_then(|url| url.host_str()).map_or("", of_host);
        match link.get_attribute("data-embed").as_deref() {
            Some("video") => self.texts.article_play_video(site),
            Some("audio") => self.texts.article_play_audio(site),
            _ => self.texts.article_open_frame(site),
        }
    }
}

/// What an article is called where something must be said: its title, its first words, or its day.
pub(crate) fn title_or_words(card: &ArticleCard, text: &str) -> String {
    match card.title.as_str() {
        "" if text.is_empty() => card.day().to_owned(),
        "" => beginning(text, 40),
        title => title.to_owned(),
    }
}

/// The first characters of a text.
pub(crate) fn beginning(text: &str, characters: usize) -> String {
    let text = text.trim();
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use texts::find;

    use super::*;

    #[test]
    fn beginnings() {
        assert_eq!(beginning(" 茶马古道 ", 4), "茶马古道");
        assert_eq!(beginning("a cup of tea", 2), "a…");
    }

    #[test]
    fn what_only_the_viewer_understands_is_translated() {
        let address = Address::of(None, "feeds/query/a.xml");
        let check = |html: &str, expected: &str| {
            assert_eq!(readable_elsewhere(html, &address, &Articles::default()).unwrap(), expected);
        };
        check("<p>a &lt; b</p>", "<p>a &lt; b</p>");
        check("<img data-media=\"a.png\">", "<img src=\"../../bundle/media/a.png\">");
        check("<a data-article=\"2020-01-01/k\">a</a>", "<a href=\"../../#/article/2020-01-01/k\">a</a>");
        check("<a href=\"https://e.org/\" data-article=\"d/k\">a</a>", "<a href=\"https://e.org/\">a</a>");
    }

    fn on_page(html: &str, pictures: Pictures) -> String {
        let texts = find("en").unwrap().built_in();
        let foreign = Foreign { texts: &texts, pictures, own: Some("https://own.org/") };
        let address = Address::of(None, "article/2020-01-01/a-k/index.html");
        readable_on_page(html, "", &address, &Articles::default(), &foreign).unwrap()
    }

    #[test]
    fn anchors_of_several_texts_are_kept_apart() {
        let check = |html: &str, part: &str, expected: &str| {
            assert_eq!(with_own_anchors(html, part).unwrap(), expected, "{html}");
        };
        let note = "<a href=\"#text-n&quot;\">1</a><p id=\"text-n&quot;\">#text-n</p>";
        check(note, "", note);
        check(note, "k3j2m", "<a href=\"#text-k3j2m-n&quot;\">1</a><p id=\"text-k3j2m-n&quot;\">#text-n</p>");
        let elsewhere = "<a href=\"https://e.org/#text-n\">1</a>";
        check(elsewhere, "k3j2m", elsewhere);
    }

    #[test]
    fn pictures_of_other_sites_wait_where_the_keeper_wants_that() {
        let picture = "<p><img src=\"https://x.org/a.png?b&amp;c\" alt=\"&lt;tea&gt;\"></p>";
        assert_eq!(on_page(picture, Pictures::Load), picture);
        for pictures in [Pictures::Click, Pictures::Never] {
            let html = on_page(picture, pictures);
            assert!(
                !html.contains("<img") && html.contains("href=\"https://x.org/a.png?b&amp;c\""),
                "{html}"
            );
            assert!(html.contains("&lt;tea&gt;"), "{html}");
            let linked = on_page(&format!("<a href=\"https://x.org/\">{picture}</a>"), pictures);
            assert!(!linked.contains("<img") && linked.matches("<a ").count() == 1, "{linked}");
            for own in ["<img src=\"https://own.org/a.png\">", "<img src=\"data:image/gif;base64,AAAA\">"] {
                assert_eq!(on_page(own, pictures), own);
            }
        }
    }

    #[test]
    fn films_say_what_they_are() {
        let html =
            on_page("<a class=\"embed\" data-embed=\"video\" href=\"https://x.org/v\"></a>", Pictures::Load);
        assert!(html.contains("aria-label=\"Play the video from x.org\""), "{html}");
        assert!(html.contains(">Play the video from x.org</span></a>"), "{html}");
    }
}

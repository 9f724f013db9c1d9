//! The viewer's page with what is known of the archive: its name and description, what it shows in
//! previews of links, its feeds, and its newest articles.

use std::cell::RefCell;
use std::collections::BTreeSet;

use anyhow::{Result, anyhow, bail};
use bundle::format::Manifest;
use html_escape::encode_double_quoted_attribute;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::address::encoded;
use crate::feeds::Feed;
use crate::feeds::paths::MEDIA_TYPE;
use crate::settings::publish::BaseUrl;
use crate::site::first_list::FirstList;
use crate::site::web_manifest::{self, page_title};
use crate::site::words::SiteWords;

/// The picture that previews of links show, beside the page.
const CARD: &str = "card.png";

/// What is known of the archive.
pub(super) struct Page<'a> {
    pub(super) manifest: &'a Manifest,
    pub(super) words: &'static SiteWords,
    pub(super) feeds: &'a [Feed],
    pub(super) base_url: Option<&'a BaseUrl>,
    pub(super) first_list: &'a FirstList,
}

impl Page<'_> {
    /// Fills a page of the viewer. Fails if that lacks a place to fill.
    pub(super) fn fill(&self, page: &str) -> Result<String> {
        let title = page_title(self.manifest, self.words);
        let description = self.description(title);
        let filled = RefCell::new(BTreeSet::new());
        let fill = |place| filled.borrow_mut().insert(place);
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("html", |html| {
                html.set_attribute("lang", self.words.lang)?;
                Ok(())
            }))
            .append_element_content_handler(element!("title", |element| {
                fill("title");
                element.set_inner_content(title, ContentType::Text);
                Ok(())
            }))
            .append_element_content_handler(element!("meta[name=description]", |meta| {
                fill("meta[name=description]");
                // What it takes is written as it stands.
                meta.set_attribute("content", &encode_double_quoted_attribute(&description))?;
                Ok(())
            }))
            .append_element_content_handler(element!("head", |head| {
                fill("head");
                head.append(&self.head(title, &description), ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("#reading-room", |root| {
                fill("#reading-room");
                root.set_inner_content(&self.first_list.html(self.manifest), ContentType::Html);
                Ok(())
            }));
        let page =
            rewrite_str(page, settings).map_err(|error| anyhow!("cannot fill the viewer's page: {error}"))?;
        let missing = PLACES.iter().find(|place| !filled.borrow().contains(*place));
        match missing {
            Some(place) => {
                bail!("the viewer's page has no `{place}`; build the viewer anew from the same version")
            }
            None => Ok(page),
        }
    }

    fn description(&self, title: &str) -> String {
        match self.manifest.site.description.trim() {
            "" => (self.words.about)(title),
            description => description.to_owned(),
        }
    }

    /// What is added to the head.
    fn head(&self, title: &str, description: &str) -> String {
        let mut lines = vec![
            meta("property", "og:type", "website"),
            meta("property", "og:title", title),
            meta("property", "og:description", description),
            link("manifest", "", web_manifest::PATH, ""),
        ];
        // Previews are made elsewhere, where a relative address leads nowhere.
        if let Some(base_url) = self.base_url {
            lines.push(link("canonical", "", &base_url.to_string(), ""));
            lines.push(meta("property", "og:url", &base_url.to_string()));
            lines.push(meta("property", "og:image", &format!("{base_url}{CARD}")));
            lines.push(meta("property", "og:image:width", "1200"));
            lines.push(meta("property", "og:image:height", "630"));
            lines.push(meta("name", "twitter:card", "summary_large_image"));
        }
        let announced = self.feeds.iter().filter(|feed| feed.is_announced);
        lines.extend(announced.map(|feed| link("alternate", MEDIA_TYPE, &encoded(&feed.path), &feed.title)));
        lines.concat()
    }
}

const PLACES: [&str; 4] = ["title", "meta[name=description]", "head", "#reading-room"];

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\">\n", encode_double_quoted_attribute(content))
}

fn link(rel: &str, media_type: &str, href: &str, title: &str) -> String {
    let attribute = |name: &str, value: &str| match value {
        "" => String::new(),
        value => format!(" {name}=\"{}\"", encode_double_quoted_attribute(value)),
    };
    format!(
        "<link rel=\"{rel}\"{}{}{}>\n",
        attribute("type", media_type),
        attribute("href", href),
        attribute("title", title)
    )
}

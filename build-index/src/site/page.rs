//! The viewer's page with what is known of the archive: its name and description, what it shows in
//! previews of links, its feeds, and its newest articles.
//!
//! lol_html rewrites the page while it reads: what Trunk wrote, and what the policy has hashes of, stays
//! as it is to the byte.

use std::cell::RefCell;
use std::collections::BTreeSet;

use anyhow::{Result, anyhow, bail};
use bundle::search::certain_files;
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};

use crate::address::encoded;
use crate::feeds::Feed;
use crate::feeds::paths::MEDIA_TYPE;
use crate::site::facts::{Facts, pages_meta};
use crate::site::files::CARD;
use crate::site::first_list::FirstList;
use crate::site::head::{escaped, link, meta};
use crate::site::web_manifest;

const HTML: &str = "html";
const TITLE: &str = "title";
const DESCRIPTION: &str = "meta[name=description]";
const HEAD: &str = "head";
const ROOT: &str = "#reading-room";
/// What the page of the viewer must have.
const PLACES: [&str; 4] = [TITLE, DESCRIPTION, HEAD, ROOT];

/// What is known of the archive.
pub(super) struct Page<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) feeds: &'a [Feed],
    pub(super) first_list: &'a FirstList<'a>,
}

impl Page<'_> {
    /// Fills a page of the viewer. Fails if that lacks a place to fill.
    ///
    /// The page is not sealed again. What is filled in is text, never a script or a style; and should a
    /// text smuggle one in, the policy must not allow it.
    pub(super) fn fill(&self, page: &str) -> Result<String> {
        let filled = RefCell::new(BTreeSet::new());
        let mut settings = RewriteStrSettings::new();
        for place in PLACES.into_iter().chain([HTML]) {
            let filled = &filled;
            settings = settings.append_element_content_handler(element!(place, move |element| {
                filled.borrow_mut().insert(place);
                self.fill_place(place, element)
            }));
        }
        let page =
            rewrite_str(page, settings).map_err(|error| anyhow!("cannot fill the viewer's page: {error}"))?;
        match PLACES.iter().find(|place| !filled.borrow().contains(*place)) {
            Some(place) => {
                bail!("the viewer's page has no `{place}`; build the viewer anew from the same version")
            }
            None => Ok(page),
        }
    }

    fn fill_place(&self, place: &str, element: &mut Element<'_, '_>) -> HandlerResult {
        let title = self.facts.name();
        match place {
            HTML => element.set_attribute("lang", self.facts.texts.tag())?,
            TITLE => element.set_inner_content(title, ContentType::Text),
            // The value of an attribute is written as it is given.
            DESCRIPTION => {
                element.set_attribute("content", &escaped(&self.description(title)))?;
            }
            HEAD => element.append(&self.head(title, &self.description(title)), ContentType::Html),
            _ => element.set_inner_content(&self.first_list.html(self.facts), ContentType::Html),
        }
        Ok(())
    }

    fn description(&self, title: &str) -> String {
        match self.facts.manifest.site.description.trim() {
            "" => self.facts.texts.about_archive(title),
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
            // Fetched beside the viewer's code where the page is opened for a search.
            meta("name", "reading-room-search", &certain_files(self.facts.manifest).join(" ")),
            pages_meta(self.facts.kind()),
        ];
        // Previews are made elsewhere, where a relative address leads nowhere.
        if let Some(base_url) = self.facts.base_url {
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

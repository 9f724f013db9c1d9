//! A sitemap of the first page, of the one that leads to all lists, and of the pages of articles: a list of
//! parts. Articles are in them from the oldest to the newest, so that what comes later changes the last part
//! alone.
//!
//! It does not say when pages changed: the date of an article stays as it is when its text is mended.

use std::fmt::Write as _;

use bundle::reading::PageKind;
use html_escape::encode_text;

use crate::articles::Articles;
use crate::settings::publish::BaseUrl;
use crate::site::plain::paths::LISTS;

/// Addresses of a part. Search engines take 50,000; fewer make an update small.
const ADDRESSES: usize = 250;
const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A sitemap.
#[derive(Debug)]
pub(super) struct Sitemap {
    base_url: BaseUrl,
    /// Those of articles are after the others, oldest first.
    pages: Vec<String>,
}

impl Sitemap {
    /// Of the pages of articles.
    pub(super) fn of(articles: &Articles, base_url: &BaseUrl) -> Sitemap {
        let mut pages = vec![String::new(), format!("{LISTS}/")];
        for card in articles.cards().iter().rev() {
            let page = match articles.kind() {
                PageKind::Day => format!("{}/{}/", bundle::reading::PAGES, card.day()),
                _ => articles.page(card),
            };
            if pages.last() != Some(&page) {
                pages.push(page);
            }
        }
        Sitemap { base_url: base_url.clone(), pages }
    }

    /// How many parts there are.
    pub(super) fn parts(&self) -> usize {
        self.pages.len().div_ceil(ADDRESSES)
    }

    /// The file of a part.
    pub(super) fn file(part: usize) -> String {
        format!("sitemaps/{}.xml", part + 1)
    }

    /// A part.
    pub(super) fn part(&self, part: usize) -> String {
        let pages = self.pages.iter().skip(part * ADDRESSES).take(ADDRESSES);
        self.written("urlset", "url", pages)
    }

    /// The list of parts.
    pub(super) fn index(&self) -> String {
        let files: Vec<_> = (0..self.parts()).map(Sitemap::file).collect();
        self.written("sitemapindex", "sitemap", files.iter())
    }

    fn written<'a>(&self, all: &str, one: &str, pages: impl Iterator<Item = &'a String>) -> String {
        let mut xml = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{all} xmlns=\"{SCHEMA}\">\n");
        for page in pages {
            let address = format!("{}{page}", self.base_url);
            // A string takes all that is written to it.
            let _ = writeln!(xml, "<{one}><loc>{}</loc></{one}>", encode_text(&address));
        }
        xml + &format!("</{all}>\n")
    }
}

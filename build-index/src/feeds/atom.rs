//! A feed as XML.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig,
};
use bundle::format::{ArticleRef, Site};
use content_hash::Hash;
use uuid::Builder;

use crate::address::Address;
use crate::articles::Articles;
use crate::content::readable_elsewhere;
use crate::feeds::paths::MEDIA_TYPE;
use crate::feeds::plan::Plan;
use crate::feeds::prepared::Prepared;

/// Bytes of HTML that a feed carries: the texts of those that came last. Programs fetch a feed every hour, and
/// an update writes it anew.
const BODIES: usize = 64 * 1024;

/// Writes feeds of an archive.
pub(super) struct Writer<'a> {
    pub(super) site: &'a Site,
    pub(super) articles: &'a Articles,
    pub(super) prepared: &'a BTreeMap<ArticleRef, Prepared>,
}

impl Writer<'_> {
    /// Writes a feed that has an address. Its newest articles have their texts, as many as it has room for.
    pub(super) fn write(&self, plan: &Plan, address: &Address) -> Result<Vec<u8>> {
        let articles: Vec<_> =
            plan.articles.iter().filter_map(|article| self.prepared.get(article)).collect();
        let mut room = if plan.has_bodies { BODIES } else { 0 };
        let entries = articles.iter().map(|article| {
            let html = article.html.as_deref().filter(|html| html.len() <= room);
            room = html.map_or(0, |html| room - html.len());
            self.entry(article, html, address)
        });
        let entries = entries.collect::<Result<Vec<_>>>()?;
        let newest = entries.iter().map(|entry| entry.updated).max();
        let keeper = [&self.site.author, &self.site.title].into_iter().find(|name| !name.is_empty());
        let itself = address.known().map(|href| link("self", href, Some(MEDIA_TYPE)));
        let feed = Feed {
            title: text(&plan.title),
            subtitle: Some(&self.site.description).filter(|text| !text.is_empty()).map(|about| text(about)),
            id: id(&["feed", &self.site.title, &self.site.url, &plan.identity]),
            updated: newest.unwrap_or_default(),
            authors: vec![person(keeper.map_or("Reading Room", String::as_str))],
            generator: Some(generator()),
            lang: Some(&self.site.language).filter(|tag| !tag.is_empty()).map(|tag| permitted(tag)),
            links: [link("alternate", address.to(&plan.place), Some("text/html"))]
                .into_iter()
                .chain(itself)
                .collect(),
            entries,
            ..Feed::default()
        };
        xml_of(&feed).with_context(|| format!("cannot write {}", plan.path))
    }

    fn entry(&self, article: &Prepared, html: Option<&str>, address: &Address) -> Result<Entry> {
        let date = moment(&article.date);
        let content = html.map(|html| -> Result<Content> {
            let value = Some(permitted(&readable_elsewhere(html, address, self.articles)?));
            Ok(Content { value, content_type: Some("html".to_owned()), ..Content::default() })
        });
        let author = Some(&article.author).filter(|name| !name.trim().is_empty());
        let original = article.original.clone().map(|href| link("via", href, None));
        let summary = Some(&article.summary).filter(|summary| html.is_none() && !summary.is_empty());
        Ok(Entry {
            title: text(&article.title),
            id: id(&[&article.identity]),
            updated: date,
            published: Some(date),
            authors: author.map(|name| person(name)).into_iter().collect(),
            categories: article.categories.iter().map(|name| category(name)).collect(),
            links: [link("alternate", address.to(&article.page), Some("text/html"))]
                .into_iter()
                .chain(original)
                .collect(),
            summary: summary.map(|summary| text(summary)),
            content: content.transpose()?,
            ..Entry::default()
        })
    }
}

fn generator() -> Generator {
    Generator {
        value: "Reading Room".to_owned(),
        uri: None,
        version: Some(env!("CARGO_PKG_VERSION").to_owned()),
    }
}

fn xml_of(feed: &Feed) -> Result<Vec<u8>> {
    let config = WriteConfig { indent_size: Some(1), ..WriteConfig::default() };
    let mut xml = feed.write_with_config(Vec::new(), config)?;
    xml.push(b'\n');
    Ok(xml)
}

fn text(text: &str) -> Text {
    Text::plain(permitted(text))
}

fn person(name: &str) -> Person {
    Person { name: permitted(name), ..Person::default() }
}

fn category(name: &str) -> Category {
    Category { term: permitted(name), ..Category::default() }
}

fn link(rel: &str, href: String, mime_type: Option<&str>) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: mime_type.map(str::to_owned), ..Link::default() }
}

/// A text without the characters that XML has no way to write.
fn permitted(text: &str) -> String {
    let is_permitted = |c: &char| match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => *c >= ' ',
    };
    text.chars().filter(is_permitted).collect()
}

/// An id that stays whatever address the site has: one of version 8 (RFC 9562), made of what does not
/// change.
fn id(parts: &[&str]) -> String {
    let hash = Hash::of(parts.join("\0").as_bytes());
    Builder::from_custom_bytes(hash.bytes()).into_uuid().urn().to_string()
}

/// A date of the bundle; a day without a time begins in UTC.
fn moment(date: &str) -> FixedDateTime {
    let written = if date.len() > 10 { date.to_owned() } else { format!("{date}T00:00:00Z") };
    FixedDateTime::parse_from_rfc3339(&written).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_takes_every_text() {
        assert_eq!(permitted("a\u{0}\u{8}b\u{1f}\u{fffe}\u{ffff}\t\n]]>&"), "ab\t\n]]>&");
    }

    #[test]
    fn ids_differ_and_stay() {
        // With another id, feed readers would show every article as new.
        assert_eq!(id(&["article"]), "urn:uuid:796bf2e2-8223-855d-ae71-157f1bef840c");
        assert_ne!(id(&["a", "b"]), id(&["a", "c"]));
    }

    #[test]
    fn dates() {
        let check = |date: &str, expected: &str| assert_eq!(moment(date).to_rfc3339(), expected);
        check("2023-11-10T21:19:11+08:00", "2023-11-10T21:19:11+08:00");
        check("2023-11-10", "2023-11-10T00:00:00+00:00");
        check("", "1970-01-01T00:00:00+00:00");
    }
}

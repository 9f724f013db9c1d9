//! What stands where an article had its page before its title changed.

use std::collections::BTreeSet;

use bundle::reading::{Address as ArticleAddress, PageKind};
use html_escape::encode_text;
use markup::AttrValue;

use crate::address::encoded;
use crate::articles::Articles;
use crate::site::facts::{Facts, within};
use crate::site::head::{escaped, link, meta};
use crate::site::plain::paths;

/// The places of articles that had other pages, by the files of these pages: an earlier site had them, as
/// pages or already as this. Of paths that differ by upper and lower case alone, which many file systems and
/// hosts take for one, there is one.
pub(super) fn moved(
    articles: &Articles,
    earlier: &[String],
    pages: &BTreeSet<String>,
) -> Vec<(String, usize)> {
    let mut taken: BTreeSet<_> = pages.iter().map(|path| path.to_lowercase()).collect();
    let moved = earlier.iter().filter(|path| taken.insert(path.to_lowercase())).filter_map(|path| {
        paths::kind_of(path).filter(|kind| *kind == PageKind::Article)?;
        let ArticleAddress { day, key } = ArticleAddress::of_page(&encoded(path))?;
        Some((path.clone(), articles.place(&day, &key)?))
    });
    moved.collect()
}

/// The page that leads on.
pub(super) fn page(facts: &Facts<'_>, place: usize, path: &str) -> String {
    let card = &facts.articles.cards()[place];
    let page = facts.articles.page(card);
    let there = within(path).to(&page);
    let base_url = facts.base_url;
    let canonical = base_url.map_or(there.clone(), |base_url| format!("{base_url}{page}"));
    let title = AttrValue::from(super::article::title_of(card, facts.texts.untitled()).to_owned());
    [
        "<!doctype html>\n<html lang=\"",
        facts.texts.tag(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n",
        &meta("http-equiv", "refresh", &format!("0; url={there}")),
        &link("canonical", "", &canonical, ""),
        "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        &encode_text(&title),
        "</title>\n</head>\n<body>\n<p>",
        &encode_text(facts.texts.article_moved()),
        " <a href=\"",
        &escaped(&there),
        "\">",
        &encode_text(&title),
        "</a></p>\n</body>\n</html>\n",
    ]
    .concat()
}

/// The files of the pages that articles have.
pub(super) fn pages_of(articles: &Articles) -> BTreeSet<String> {
    articles.cards().iter().map(|card| paths::of_article(&card.address())).collect()
}

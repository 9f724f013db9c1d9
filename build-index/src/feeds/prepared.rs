//! What feeds say of an article, made once for all of them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use bundle::format::{ArticleCard, ArticleRef, Manifest};
use bundle::reading::catalog_row;
use bundle::text::visible_text;
use bundle_folder::BundleFolder;

use crate::address::on_the_web;
use crate::articles::Articles;
use crate::content::{beginning, title_or_words};
use crate::feeds::plan::Plan;

/// Characters of the beginning of a text.
const SUMMARY: usize = 240;
/// Bytes of HTML that a feed carries of one article: a longer text is for the viewer, which loads it
/// once; programs fetch a feed every hour.
const BODY: usize = 16 * 1024;

/// What feeds say of an article.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) title: String,
    pub(super) author: String,
    pub(super) categories: Vec<String>,
    /// As the bundle has it.
    pub(super) date: String,
    /// Where it can be read, from the root of the site.
    pub(super) page: String,
    /// Day, key and original: what makes it the same article.
    pub(super) identity: String,
    /// The address of the original, where it is one on the web.
    pub(super) original: Option<String>,
    /// The beginning of its text.
    pub(super) summary: String,
    /// Its sanitised HTML, where a feed has bodies and it is no longer than feeds carry.
    pub(super) html: Option<String>,
}

impl Prepared {
    /// The articles of all feeds. They are read in the order of the bundle, so that each of its files
    /// is read once.
    pub(super) async fn all(
        source: &BundleFolder,
        manifest: &Manifest,
        articles: &Articles,
        plans: &[Plan],
    ) -> Result<BTreeMap<ArticleRef, Prepared>> {
        let of = |plans: &mut dyn Iterator<Item = &Plan>| -> BTreeSet<ArticleRef> {
            plans.flat_map(|plan| plan.articles.iter().copied()).collect()
        };
        let with_bodies = of(&mut plans.iter().filter(|plan| plan.has_bodies));
        let mut prepared = BTreeMap::new();
        for article in of(&mut plans.iter()) {
            let listed = catalog_row(source, manifest, article).await?;
            let Some(card) = listed.card() else { continue };
            let html = listed.body(source).await?;
            let has_body = with_bodies.contains(&article) && html.len() <= BODY;
            let summary = beginning(&visible_text(&html).text, SUMMARY);
            prepared
                .insert(article, Prepared::of(card, articles.page(card), summary, has_body.then_some(html)));
        }
        Ok(prepared)
    }

    fn of(card: &ArticleCard, page: String, summary: String, html: Option<String>) -> Prepared {
        Prepared {
            title: title_or_words(card, &summary),
            author: card.author.clone(),
            categories: card.categories.clone(),
            date: card.date.clone(),
            page,
            identity: format!("article\0{}\0{}\0{}", card.day(), card.key, card.url),
            original: on_the_web(&card.url).map(Into::into),
            summary,
            html,
        }
    }
}

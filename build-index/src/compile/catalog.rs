//! Writes the catalog pages of a segment.

use anyhow::Result;
use bundle::format::{ArticleCard, CatalogPage, Link, Version};
use rayon::prelude::*;

use super::bodies::BodyStore;
use super::order::Ordered;
use super::segment::Compiled;
use crate::output::Writer;

/// Articles on a page. A list of fifty needs two pages, ten hits need ten at most.
pub(super) const PAGE_ARTICLES: usize = 32;

/// Writes the pages of a segment.
pub(super) fn write(
    articles: &[Ordered],
    compiled: &[Compiled],
    bodies: &BodyStore,
    writer: &Writer,
) -> Result<Vec<Link<CatalogPage>>> {
    let pages = articles.par_chunks(PAGE_ARTICLES).zip(compiled.par_chunks(PAGE_ARTICLES));
    let page = |(articles, compiled): (&[Ordered], &[Compiled])| {
        let rows = articles.iter().zip(compiled);
        let cards = rows.map(|(ordered, compiled)| card(ordered, compiled, bodies)).collect::<Result<_>>()?;
        writer.write(&CatalogPage { cards })
    };
    pages.map(page).collect()
}

fn card(Ordered { article, key }: &Ordered, compiled: &Compiled, bodies: &BodyStore) -> Result<ArticleCard> {
    let versions = article.versions.iter().zip(&compiled.earlier).map(|(version, &body)| {
        let (title, date) = (version.title.to_string(), version.date.to_string());
        Ok(Version { title, date, body: bodies.place(body)? })
    });
    Ok(ArticleCard {
        key: key.clone(),
        title: article.title.to_string(),
        date: article.date.to_string(),
        author: article.names.author.clone(),
        categories: article.names.categories.clone(),
        url: article.url.to_string(),
        body: bodies.place(compiled.body)?,
        paths: article.posts.iter().map(|post| post.path.to_string()).collect(),
        versions: versions.collect::<Result<_>>()?,
    })
}

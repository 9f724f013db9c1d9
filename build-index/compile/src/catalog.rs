//! Writes the catalog pages of a segment.

use anyhow::Result;
use bundle::format::{ArticleCard, CatalogPage, Link, Version};
use rayon::prelude::*;

use crate::bodies::BodyStore;
use crate::compiled::Compiled;
use crate::order::Ordered;
use crate::writer::Writer;

/// Articles on a page: ten hits need ten pages at most, so small ones are better, but a large
/// segment should not have very many.
pub(super) fn page_articles(articles: usize) -> usize {
    const PAGES: usize = 1_024;
    const PAGE_ARTICLES: std::ops::RangeInclusive<usize> = 18..=32;
    (articles / PAGES).clamp(*PAGE_ARTICLES.start(), *PAGE_ARTICLES.end())
}

/// Writes the pages of a segment.
pub(super) fn write(
    articles: &[Ordered],
    compiled: &[Compiled],
    bodies: &BodyStore,
    writer: &Writer,
) -> Result<Vec<Link<CatalogPage>>> {
    let rows = page_articles(articles.len());
    let pages = articles.par_chunks(rows).zip(compiled.par_chunks(rows));
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

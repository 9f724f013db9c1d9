//! Writes the catalog pages of a segment.

use anyhow::Result;
use bundle::format::{ArticleCard, CatalogPage, Version};
use rayon::prelude::*;

use crate::compiled::Compiled;
use crate::order::Ordered;
use crate::segment_files::SegmentFiles;

/// Articles on a page: ten hits need ten pages as a rule, so small ones are better, but a large
/// segment should not have very many.
pub(super) fn page_articles(articles: usize) -> usize {
    const PAGES: usize = 800;
    const PAGE_ARTICLES: std::ops::RangeInclusive<usize> = 10..=32;
    (articles / PAGES).clamp(*PAGE_ARTICLES.start(), *PAGE_ARTICLES.end())
}

/// Writes the pages of a segment.
pub(super) fn write(articles: &[Ordered], compiled: &[Compiled], files: &SegmentFiles<'_>) -> Result<()> {
    let rows = page_articles(articles.len());
    let pages = articles.par_chunks(rows).zip(compiled.par_chunks(rows)).enumerate();
    pages.try_for_each(|(number, (articles, compiled))| {
        let cards = articles.iter().zip(compiled).map(|(ordered, compiled)| card(ordered, compiled));
        files.write(number, &CatalogPage { cards: cards.collect() })
    })
}

fn card(Ordered { article, key }: &Ordered, compiled: &Compiled) -> ArticleCard {
    let versions = article.versions.iter().zip(&compiled.earlier).map(|(version, &body)| {
        let (title, date) = (version.title.to_string(), version.date.to_string());
        Version { title, date, body }
    });
    ArticleCard {
        key: key.clone(),
        title: article.title.to_string(),
        date: article.date.to_string(),
        author: article.names.author.clone(),
        categories: article.names.categories.clone(),
        url: article.url.to_string(),
        body: compiled.body,
        paths: article.posts.iter().map(|post| post.path.to_string()).collect(),
        versions: versions.collect(),
    }
}

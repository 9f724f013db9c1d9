//! Writes the catalog pages of a segment.

use anyhow::Result;
use bundle::format::{CatalogPage, Link, Origins, Place};
use rayon::prelude::*;

use super::bodies::StoredBodies;
use super::order::Ordered;
use crate::output::Writer;

/// Articles on a page. A list of fifty needs two pages, ten hits need ten at most.
pub(super) const PAGE_ARTICLES: usize = 32;

/// Writes the pages of a segment whose first article is the archive's `first`.
pub(super) fn write(
    articles: &[Ordered],
    first: usize,
    bodies: &StoredBodies,
    writer: &Writer,
) -> Result<Vec<Link<CatalogPage>>> {
    let page = |(number, chunk): (usize, &[Ordered])| {
        let origins = Origins { paths: chunk.iter().map(|ordered| ordered.article.paths.clone()).collect() };
        let mut page = page(chunk, first + number * PAGE_ARTICLES, bodies);
        page.origins = Some(writer.write(&origins)?);
        writer.write(&page)
    };
    articles.par_chunks(PAGE_ARTICLES).enumerate().map(page).collect()
}

fn page(articles: &[Ordered], first: usize, bodies: &StoredBodies) -> CatalogPage {
    let mut page = CatalogPage::default();
    for (index, Ordered { article, key }) in (first..).zip(articles) {
        let (file, slot) = bodies.place(index);
        let file_number = page.bodies.iter().position(|known| known == file).unwrap_or_else(|| {
            page.bodies.push(file.clone());
            page.bodies.len() - 1
        });
        page.keys.push(key.clone());
        page.titles.push(article.title.clone());
        page.dates.push(article.date.text.clone());
        page.authors.push(article.author.clone());
        page.categories.push(article.categories.clone());
        page.urls.push(article.url.clone());
        page.places.push(Place(file_number as u32, slot as u32));
    }
    page
}

//! From an article of the archive to what a bundle holds of it.

use std::path::Path;

use anyhow::{Result, anyhow};
use archive::post::read_body;
use body::about::About;
use body::articles::link_to_articles;
use body::rules::Rules;
use bundle::reading::Address;
use bundle::text::shorten_links;
use compile::links::Targets;
use compile::order::Ordered;
use compile::rendered::RenderedArticle;
use compile::writer::Writer;

/// Renders articles. Their posts are read again: an archive may be larger than memory.
pub(crate) struct Renderer<'a> {
    pub(crate) archive: &'a Path,
    pub(crate) rules: &'a Rules,
    pub(crate) targets: &'a Targets,
    pub(crate) writer: &'a Writer,
}

impl Renderer<'_> {
    /// Renders the texts of an article, and writes the pictures that they bring along.
    pub(crate) fn render(&self, ordered: &Ordered) -> Result<RenderedArticle> {
        let article = &ordered.article;
        let mut rendered = RenderedArticle::default();
        rendered.html = self.text(ordered, article.path(), &article.title, &mut rendered.media)?;
        for version in &article.versions {
            let html = self.text(ordered, &version.path, &version.title, &mut rendered.media)?;
            rendered.earlier.push(html);
        }
        Ok(rendered)
    }

    fn text(&self, ordered: &Ordered, path: &str, title: &str, media: &mut Vec<String>) -> Result<String> {
        let rest = read_body(self.archive, path)
            .map_err(|notice| anyhow!("{path} can no longer be read ({}); build again", notice.message))?;
        let body = body::render::render(&rest, &About { title, url: &ordered.article.url }, self.rules);
        for picture in body.media {
            self.writer.write_media(&picture.name, &picture.bytes)?;
            media.push(picture.name);
        }
        let itself = Address { day: ordered.article.date.day.to_string(), key: ordered.key.clone() };
        let address = |written: &str| {
            let target = self.targets.article_at(written).filter(|target| *target != itself)?;
            let Address { day, key } = target;
            Some(format!("{day}/{key}"))
        };
        Ok(shorten_links(&link_to_articles(&body.html, address)))
    }
}

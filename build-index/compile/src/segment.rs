//! Writes a segment: renders its articles batch by batch, so that memory holds the index and a
//! record of each article, but only a few bodies.

use anyhow::Result;
use bundle::date::Day;
use bundle::format::{Records, Segment, SegmentEntry};
use bundle::text::{Script, visible_text};
use content_hash::Hash;
use indicatif::ProgressBar;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::bodies::BodyStore;
use crate::compiled::Compiled;
use crate::index::Index;
use crate::index::article_terms::ArticleTerms;
use crate::order::Ordered;
use crate::rendered::{Render, RenderedArticle};
use crate::writer::Writer;
use crate::{catalog, columns};

/// Articles that are rendered and indexed at once: enough for every core, few enough for
/// little memory.
const BATCH: usize = 48;

/// Tokens after which a segment takes no further articles: its index is held in memory until it is
/// written.
pub(crate) const SEGMENT_TOKENS: u64 = 20_000_000;

/// Writes segments. What it has stored for one it does not store again for the next.
pub(crate) struct SegmentWriter<'a> {
    writer: &'a Writer,
    render: &'a Render<'a>,
    stage: &'a ProgressBar,
    bodies: BodyStore,
}

/// A segment that has been written.
pub(crate) struct Written {
    pub(crate) entry: SegmentEntry,
    /// How many articles it took.
    pub(crate) articles: usize,
}

impl<'a> SegmentWriter<'a> {
    pub(crate) fn new(
        writer: &'a Writer,
        render: &'a Render<'a>,
        stage: &'a ProgressBar,
    ) -> SegmentWriter<'a> {
        SegmentWriter { writer, render, stage, bodies: BodyStore::default() }
    }

    /// Writes a segment of as many of these articles, from the first on, as it can take.
    pub(crate) fn write(&mut self, articles: &[Ordered]) -> Result<Written> {
        let mut building = SegmentBuilder::default();
        for batch in articles.chunks(BATCH) {
            if building.tokens >= SEGMENT_TOKENS {
                break;
            }
            self.add(batch, &mut building)?;
        }
        self.bodies.write_all(self.writer)?;
        let (articles, _) = articles.split_at(building.compiled.len());
        let entry = self.finish(articles, building)?;
        Ok(Written { entry, articles: articles.len() })
    }

    fn add(&mut self, batch: &[Ordered], building: &mut SegmentBuilder) -> Result<()> {
        let texts: Vec<_> =
            batch.par_iter().map(|ordered| Text::of(ordered, self.render)).collect::<Result<_>>()?;
        let first = building.compiled.len();
        let known: Vec<_> =
            texts.iter().zip(first..).map(|(text, article)| building.same_text_as(text, article)).collect();
        let terms: Vec<_> = batch
            .par_iter()
            .zip(&texts)
            .zip(&known)
            .map(|((ordered, text), known)| {
                ArticleTerms::of(&ordered.article.title, &text.text, known.is_none())
            })
            .collect();
        building.index.add(&terms)?;
        for ((text, same_text_as), terms) in texts.into_iter().zip(known).zip(terms) {
            building.tokens += u64::from(terms.tokens);
            building.media.extend(text.rendered.media);
            building.compiled.push(Compiled {
                body: self.bodies.add(text.rendered.html),
                earlier: text.rendered.earlier.into_iter().map(|html| self.bodies.add(html)).collect(),
                script: text.script,
                tokens: terms.tokens,
                same_text_as,
            });
        }
        self.stage.inc(batch.len() as u64);
        self.bodies.write_full(self.writer)
    }

    fn finish(&self, articles: &[Ordered], building: SegmentBuilder) -> Result<SegmentEntry> {
        let SegmentBuilder { index, compiled, mut media, .. } = building;
        media.sort_unstable();
        media.dedup();
        let records = records(articles, media);
        let page_articles = catalog::page_articles(articles.len());
        let days: Vec<Day> = articles.iter().map(|ordered| ordered.article.date.day).collect();
        let first_days: Vec<Day> = days.iter().copied().step_by(page_articles).collect();
        let newest = days.first().copied().unwrap_or_default();
        let segment = Segment {
            articles: u32::try_from(articles.len())?,
            page_articles: page_articles as u32,
            pages: catalog::write(articles, &compiled, &self.bodies, self.writer)?,
            newest: newest.0,
            page_days: columns::older_by(&first_days),
            columns: self.writer.write(&columns::columns(articles, &compiled))?,
            terms: index.write(self.writer)?,
        };
        Ok(SegmentEntry {
            segment: self.writer.write(&segment)?,
            records: self.writer.write(&records)?,
            articles: segment.articles,
            newest: newest.to_string(),
            oldest: days.last().copied().unwrap_or_default().to_string(),
        })
    }
}

/// A segment, as far as articles have been added.
#[derive(Default)]
struct SegmentBuilder {
    index: Index,
    compiled: Vec<Compiled>,
    tokens: u64,
    media: Vec<String>,
    /// The first article with each text.
    texts: FxHashMap<Hash, usize>,
}

impl SegmentBuilder {
    /// The article before this one that has the same text.
    fn same_text_as(&mut self, text: &Text, article: usize) -> Option<usize> {
        let first = *self.texts.entry(text.hash).or_insert(article);
        (first != article).then_some(first)
    }
}

/// What of an article can be searched, title and names aside.
struct Text {
    rendered: RenderedArticle,
    text: String,
    hash: Hash,
    script: Script,
}

impl Text {
    fn of(ordered: &Ordered, render: &Render<'_>) -> Result<Text> {
        let article = &ordered.article;
        let rendered = render(ordered)?;
        let mut text = visible_text(&rendered.html).text;
        let script = Script::of(&format!("{}\n{text}", article.title));
        // A reader who remembers an earlier version finds the article by it.
        for (version, html) in article.versions.iter().zip(&rendered.earlier) {
            text = [text, version.title.to_string(), visible_text(html).text].join("\n");
        }
        Ok(Text { hash: Hash::of(text.as_bytes()), rendered, text, script })
    }
}

fn records(articles: &[Ordered], media: Vec<String>) -> Records {
    let posts = articles.iter().flat_map(|ordered| &ordered.article.posts);
    Records { fingerprints: posts.map(|post| post.fingerprint.as_str()).collect(), media }
}

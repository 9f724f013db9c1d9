//! Writes a segment: renders its articles batch by batch, so that memory holds the index and a
//! line for each article, but no more than a few bodies.

use anyhow::Result;
use bundle::date::Day;
use bundle::format::{Records, Segment, SegmentEntry};
use bundle::text::{Script, visible_text};
use indicatif::ProgressBar;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::bodies::{BodyStore, StoredBody};
use super::index::{ArticleTerms, Index};
use super::order::Ordered;
use super::{catalog, columns};
use crate::hash::Hash;
use crate::output::Writer;

/// Articles that are rendered and taken apart at once: enough for every core, few enough for
/// little memory.
const BATCH: usize = 48;

/// Tokens after which a segment takes no further articles: its index is held in memory until it is
/// written.
pub(crate) const SEGMENT_TOKENS: u64 = 20_000_000;

/// The texts of an article, rendered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RenderedArticle {
    /// Sanitised HTML.
    pub(crate) html: String,
    /// That of its earlier versions, in their order.
    pub(crate) earlier: Vec<String>,
    /// The files in `media` that they show.
    pub(crate) media: Vec<String>,
}

/// Renders an article. It may be called from several threads.
pub(crate) type Render<'a> = dyn Fn(&Ordered) -> Result<RenderedArticle> + Sync + 'a;

/// What is known of an article once its text has been taken in.
pub(super) struct Compiled {
    pub(super) body: StoredBody,
    pub(super) earlier: Vec<StoredBody>,
    pub(super) script: Script,
    /// Of title and text.
    pub(super) tokens: u32,
    /// The first article of the segment with the same text, if it is another.
    pub(super) same_text_as: Option<usize>,
}

/// Writes segments. What it has stored for one it does not store again for the next.
pub(super) struct SegmentWriter<'a> {
    writer: &'a Writer,
    render: &'a Render<'a>,
    stage: &'a ProgressBar,
    bodies: BodyStore,
}

/// A segment that has been written.
pub(super) struct Written {
    pub(super) entry: SegmentEntry,
    /// How many articles it took.
    pub(super) articles: usize,
}

impl<'a> SegmentWriter<'a> {
    pub(super) fn new(
        writer: &'a Writer,
        render: &'a Render<'a>,
        stage: &'a ProgressBar,
    ) -> SegmentWriter<'a> {
        SegmentWriter { writer, render, stage, bodies: BodyStore::default() }
    }

    /// Writes a segment of as many of these articles, from the first on, as it can take.
    pub(super) fn write(&mut self, articles: &[Ordered]) -> Result<Written> {
        let mut growing = Growing::default();
        for batch in articles.chunks(BATCH) {
            if growing.tokens >= SEGMENT_TOKENS {
                break;
            }
            self.take_in(batch, &mut growing)?;
        }
        self.bodies.write_all(self.writer)?;
        let (articles, _) = articles.split_at(growing.compiled.len());
        let entry = self.finish(articles, growing)?;
        Ok(Written { entry, articles: articles.len() })
    }

    fn take_in(&mut self, batch: &[Ordered], growing: &mut Growing) -> Result<()> {
        let texts: Vec<_> =
            batch.par_iter().map(|ordered| Text::of(ordered, self.render)).collect::<Result<_>>()?;
        let first = growing.compiled.len();
        let known: Vec<_> =
            texts.iter().zip(first..).map(|(text, article)| growing.same_text_as(text, article)).collect();
        let terms: Vec<_> = batch
            .par_iter()
            .zip(&texts)
            .zip(&known)
            .map(|((ordered, text), known)| {
                ArticleTerms::of(&ordered.article.title, &text.text, known.is_none())
            })
            .collect();
        growing.index.add(&terms)?;
        for ((text, same_text_as), terms) in texts.into_iter().zip(known).zip(terms) {
            growing.tokens += u64::from(terms.tokens);
            growing.media.extend(text.rendered.media);
            growing.compiled.push(Compiled {
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

    fn finish(&self, articles: &[Ordered], growing: Growing) -> Result<SegmentEntry> {
        let Growing { index, compiled, mut media, .. } = growing;
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

/// A segment, as far as articles have been taken in.
#[derive(Default)]
struct Growing {
    index: Index,
    compiled: Vec<Compiled>,
    tokens: u64,
    media: Vec<String>,
    /// The first article with each text.
    texts: FxHashMap<Hash, usize>,
}

impl Growing {
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
        // Whoever remembers what an article said before finds it by that.
        for (version, html) in article.versions.iter().zip(&rendered.earlier) {
            text = [text, version.title.to_string(), visible_text(html).text].join("\n");
        }
        Ok(Text { hash: Hash::of(text.as_bytes()), rendered, text, script })
    }
}

fn records(articles: &[Ordered], media: Vec<String>) -> Records {
    let posts = articles.iter().flat_map(|ordered| &ordered.article.posts);
    Records { fingerprints: posts.map(|post| post.print.as_str()).collect(), media }
}

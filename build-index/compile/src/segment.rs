//! Writes a segment: renders its articles batch by batch, so that memory holds the index and a
//! record of each article, but only a few bodies.

use anyhow::Result;
use bundle::date::Day;
use bundle::format::{Records, SegmentEntry, SegmentFolder};
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
use crate::segment_files::SegmentFiles;
use crate::writer::Writer;
use crate::{catalog, columns};

/// Articles that are rendered and indexed at once: enough for every core, few enough for
/// little memory.
const BATCH: usize = 48;

/// Tokens after which a segment takes no further articles: its index is held in memory until it is
/// written.
pub(crate) const SEGMENT_TOKENS: u64 = 20_000_000;

/// Writes segments.
pub(crate) struct SegmentWriter<'a> {
    writer: &'a Writer,
    render: &'a Render<'a>,
    stage: &'a ProgressBar,
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
        SegmentWriter { writer, render, stage }
    }

    /// Writes a segment of as many of these articles, from the first on, as it can take.
    pub(crate) fn write(&self, articles: &[Ordered]) -> Result<Written> {
        let mut building =
            SegmentBuilder { bodies: BodyStore::of(articles.len()), ..SegmentBuilder::default() };
        let files = SegmentFiles::begin(self.writer)?;
        for batch in articles.chunks(BATCH) {
            if building.tokens >= SEGMENT_TOKENS {
                break;
            }
            self.add(batch, &mut building, &files)?;
        }
        building.bodies.write_all(&files)?;
        let (articles, _) = articles.split_at(building.compiled.len());
        let entry = finish(articles, building, files)?;
        Ok(Written { entry, articles: articles.len() })
    }

    fn add(&self, batch: &[Ordered], building: &mut SegmentBuilder, files: &SegmentFiles<'_>) -> Result<()> {
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
                body: building.bodies.add(text.rendered.html),
                earlier: text.rendered.earlier.into_iter().map(|html| building.bodies.add(html)).collect(),
                script: text.script,
                tokens: terms.tokens,
                same_text_as,
            });
        }
        self.stage.inc(batch.len() as u64);
        building.bodies.write_full(files)
    }
}

/// Writes what is known once all articles have been added.
fn finish(articles: &[Ordered], building: SegmentBuilder, files: SegmentFiles<'_>) -> Result<SegmentEntry> {
    let SegmentBuilder { index, compiled, mut media, .. } = building;
    media.sort_unstable();
    media.dedup();
    files.write(0, &records(articles, media))?;
    files.write(0, &columns::columns(articles, &compiled))?;
    catalog::write(articles, &compiled, &files)?;
    index.write(&files)?;
    let days: Vec<Day> = articles.iter().map(|ordered| ordered.article.date.day).collect();
    Ok(entry(files.finish()?, catalog::page_articles(articles.len()), &days))
}

/// What the manifest says of a segment whose articles have these days.
pub(crate) fn entry(folder: SegmentFolder, page_articles: usize, days: &[Day]) -> SegmentEntry {
    let first_days: Vec<Day> = days.iter().copied().step_by(page_articles.max(1)).collect();
    SegmentEntry {
        folder,
        articles: days.len() as u32,
        page_articles: page_articles as u32,
        newest: days.first().copied().unwrap_or_default().to_string(),
        oldest: days.last().copied().unwrap_or_default().to_string(),
        page_days: columns::older_by(&first_days),
    }
}

/// A segment, as far as articles have been added.
#[derive(Default)]
struct SegmentBuilder {
    index: Index,
    bodies: BodyStore,
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

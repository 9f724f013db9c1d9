//! From an archive to a bundle: surveys the archive, plans the update, renders and writes what is new.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};
use archive::article::Article;
use archive::survey::Survey;
use body::rules::Rules;
use bundle::format::{FORMAT, Manifest, SegmentEntry};
use bundle_folder::BundleFolder;
use compile::folders::NAME_LENGTH;
use compile::order::Ordered;
use compile::overview::add_overview;
use compile::previous::Previous;
use compile::segments::write_segments;
use compile::update::Update;
use compile::writer::Writer;
use content_hash::short_hash;
use notice::Notice;

use crate::build::memory;
use crate::build::render::Renderer;
use crate::build::report::Report;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::survey::survey;

/// Builds the bundle of an archive.
pub(crate) fn build(archive: &Path, settings: &Settings, progress: Progress) -> Result<Report> {
    let start = Instant::now();
    // A build that cannot write reads nothing.
    settings.out()?;
    let Survey { posts_found, articles, skipped, warnings } = survey(archive, settings, progress)?;
    if articles.is_empty() {
        bail!("no post of {} can be read:{}", archive.display(), first_reasons(&skipped));
    }
    let mut report = Report { posts_found, skipped, warnings, ..Report::default() };
    report.add_articles(&articles);
    let build = Build { archive, settings, rules: settings.rules()?, progress };
    build.write(articles, &mut report)?;
    report.elapsed_ms = start.elapsed().as_millis();
    report.peak_memory_bytes = memory::peak_bytes();
    Ok(report)
}

/// A line for each of the first few posts that were skipped.
fn first_reasons(skipped: &[Notice]) -> String {
    skipped.iter().take(5).map(|notice| format!("\n  {}: {}", notice.path, notice.message)).collect()
}

/// A build whose archive has been surveyed.
struct Build<'a> {
    archive: &'a Path,
    settings: &'a Settings,
    rules: Rules,
    progress: Progress,
}

impl Build<'_> {
    /// Writes the bundle of these articles.
    fn write(&self, articles: Vec<Article>, report: &mut Report) -> Result<()> {
        let out = self.settings.out()?;
        // Locks the folder, so that no other build removes what is found in it.
        let writer = Writer::create(out)?;
        let mut update = Update::plan(articles, self.previous(out), &self.settings.merge_policy);
        report.articles_kept = update.unchanged;
        let mut manifest = self.manifest();
        let written = self.write_fresh(&mut update, &writer)?;
        manifest.order = update.order(&written);
        for segment in update.kept {
            segment.files.iter().for_each(|(path, bytes)| writer.keep(path, *bytes));
            manifest.segments.push(segment.entry);
        }
        manifest.segments.extend(written);
        pollster::block_on(add_overview(&mut manifest, &BundleFolder::of(out), &writer))?;
        writer.finish(&manifest)?;
        report.add_files(&writer);
        Ok(())
    }

    /// What can be kept of the bundle before.
    fn previous(&self, out: &Path) -> Previous {
        if self.settings.full {
            return Previous::default();
        }
        let bar = self.progress.stage("checking");
        let previous = Previous::load(out, &self.recipe(), &bar);
        bar.finish_and_clear();
        previous
    }

    /// Renders and writes the articles that are new or changed.
    fn write_fresh(&self, update: &mut Update, writer: &Writer) -> Result<Vec<SegmentEntry>> {
        let fresh = std::mem::take(&mut update.fresh);
        let Build { archive, rules, .. } = self;
        let renderer = Renderer { archive, rules, targets: &update.targets, writer };
        let render = |ordered: &Ordered| renderer.render(ordered);
        let bar = self.progress.stage("articles");
        let written = write_segments(fresh, &render, writer, &bar);
        bar.finish_and_clear();
        written
    }

    /// A manifest that lists no articles yet.
    fn manifest(&self) -> Manifest {
        Manifest {
            format: FORMAT,
            generator: concat!("build-index ", env!("CARGO_PKG_VERSION")).to_owned(),
            recipe: self.recipe(),
            site: self.settings.site.clone(),
            feed: self.settings.feed.clone(),
            ..Manifest::default()
        }
    }

    /// What decides, beside the posts, how articles are made.
    fn recipe(&self) -> String {
        let zone = self.settings.read.time_zone.iana_name().unwrap_or_default();
        let parts = [env!("CARGO_PKG_VERSION"), self.rules.source(), zone];
        short_hash(parts.join("\0").as_bytes(), NAME_LENGTH)
    }
}

//! `build-index build`: from an archive to a bundle.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use rayon::prelude::*;

use crate::archive::{Article, Reading, find_posts, merge_duplicates, read_post};
use crate::cli::BuildArguments;
use crate::compile::compile;
use crate::output::Writer;
use crate::progress::Progress;
use crate::report::{Notice, Report};
use crate::settings::Settings;

/// Builds the bundle and tells what was done.
pub(crate) fn run(arguments: &BuildArguments) -> Result<()> {
    let BuildArguments { archive, config, choices } = arguments;
    let settings = Settings::read(archive, config.as_deref(), choices)?;
    let report = build(archive, &settings, Progress::new(settings.quiet))?;
    if let Some(path) = &settings.report {
        let json = serde_json::to_vec_pretty(&report)?;
        std::fs::write(path, json)
            .with_context(|| format!("can not write the report to {}", path.display()))?;
    }
    if !settings.quiet {
        println!("{report}");
    }
    match report.failures() {
        failures @ 1.. if settings.strict => bail!("skipped posts: {failures}; --strict allows none"),
        _ => Ok(()),
    }
}

/// Builds the bundle of an archive.
pub(crate) fn build(archive: &Path, settings: &Settings, progress: Progress) -> Result<Report> {
    let start = Instant::now();
    let found = find_posts(archive, settings.wanted)?;
    let mut report = Report { posts_found: found.posts.len() + found.skipped.len(), ..Report::default() };
    report.skipped = found.skipped;
    report.warnings.clone_from(&settings.warnings);
    let articles = read_posts(archive, &found.posts, &settings.reading, &mut report, progress);
    if articles.is_empty() {
        bail!("no post of {} can be read:{}", archive.display(), first_reasons(&report.skipped));
    }
    let (articles, merged) = merge_duplicates(articles);
    report.articles = articles.len();
    report.merged = merged;
    let writer = Writer::create(&settings.out)?;
    let manifest = compile(articles, settings.site.clone(), &writer, progress)?;
    writer.finish(&manifest)?;
    report.folders = writer.sizes();
    report.files = report.folders.values().map(|size| size.files).sum();
    report.bytes = report.folders.values().map(|size| size.bytes).sum();
    report.elapsed_ms = start.elapsed().as_millis();
    Ok(report)
}

fn read_posts(
    archive: &Path,
    posts: &[PathBuf],
    reading: &Reading,
    report: &mut Report,
    progress: Progress,
) -> Vec<Article> {
    let bar = progress.stage("posts", posts.len());
    let read: Vec<_> = posts
        .par_iter()
        .map(|path| {
            let mut warnings = Vec::new();
            let article = read_post(archive, path, reading, &mut warnings);
            bar.inc(1);
            (article, warnings)
        })
        .collect();
    bar.finish_and_clear();
    let mut articles = Vec::with_capacity(read.len());
    for (article, warnings) in read {
        report.warnings.extend(warnings);
        match article {
            Ok(article) => articles.push(article),
            Err(notice) => report.skipped.push(notice),
        }
    }
    articles
}

/// A line for each of the first few posts that were skipped.
fn first_reasons(skipped: &[Notice]) -> String {
    skipped.iter().take(5).map(|notice| format!("\n  {}: {}", notice.path, notice.message)).collect()
}

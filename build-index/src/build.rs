//! `build-index build`: from an archive to a bundle.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use rayon::prelude::*;

use crate::archive::{Article, find_posts, merge_duplicates, read_post, read_site};
use crate::cli::BuildArguments;
use crate::compile::compile;
use crate::output::Writer;
use crate::progress::Progress;
use crate::report::{Notice, Report};

/// Builds the bundle and tells what was done.
pub(crate) fn run(arguments: &BuildArguments) -> Result<()> {
    let BuildArguments { archive, out, report: report_path, quiet } = arguments;
    let report = build(archive, out, Progress::new(*quiet))?;
    if let Some(path) = report_path {
        let json = serde_json::to_vec_pretty(&report)?;
        std::fs::write(path, json)
            .with_context(|| format!("can not write the report to {}", path.display()))?;
    }
    if !quiet {
        println!("{report}");
    }
    Ok(())
}

/// Builds the bundle of an archive.
pub(crate) fn build(archive: &Path, out: &Path, progress: Progress) -> Result<Report> {
    let start = Instant::now();
    let found = find_posts(archive)?;
    let mut report = Report { posts_found: found.posts.len() + found.skipped.len(), ..Report::default() };
    report.skipped = found.skipped;
    let articles = read_posts(archive, &found.posts, &mut report, progress);
    if articles.is_empty() {
        bail!("no post of {} can be read:{}", archive.display(), first_reasons(&report.skipped));
    }
    let (articles, merged) = merge_duplicates(articles);
    report.articles = articles.len();
    report.merged = merged;
    let site = read_site(archive, &mut report.warnings);
    let writer = Writer::create(out)?;
    let manifest = compile(articles, site, &writer, progress)?;
    writer.finish(&manifest)?;
    report.folders = writer.sizes();
    report.files = report.folders.values().map(|size| size.files).sum();
    report.bytes = report.folders.values().map(|size| size.bytes).sum();
    report.elapsed_ms = start.elapsed().as_millis();
    Ok(report)
}

fn read_posts(archive: &Path, posts: &[PathBuf], report: &mut Report, progress: Progress) -> Vec<Article> {
    let bar = progress.stage("posts", posts.len());
    let read: Vec<_> = posts
        .par_iter()
        .map(|path| {
            let mut warnings = Vec::new();
            let article = read_post(archive, path, &mut warnings);
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

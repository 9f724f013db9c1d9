//! `build-index build`: from an archive to a bundle.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use bundle::format::{FORMAT, Manifest};

use crate::body::Rules;
use crate::cli::BuildArguments;
use crate::compile::{Ordered, write_segments};
use crate::hash::short_hash;
use crate::memory;
use crate::output::{NAME_LENGTH, Writer};
use crate::previous::Previous;
use crate::progress::Progress;
use crate::render::Renderer;
use crate::report::{Notice, Report};
use crate::settings::Settings;
use crate::summary::summarise;
use crate::survey::Survey;
use crate::update::Update;
use bundle_folder::BundleFolder;

/// Builds the bundle and tells what was done.
pub(crate) fn run(arguments: &BuildArguments) -> Result<()> {
    let settings = read_settings(arguments)?;
    let report = build_and_report(&arguments.archive, &settings)?;
    if !settings.quiet {
        println!("{report}");
    }
    judge(&report, &settings)
}

/// Reads what the arguments, the environment and `reading-room.toml` say.
pub(crate) fn read_settings(arguments: &BuildArguments) -> Result<Settings> {
    let BuildArguments { archive, config, choices, watch: _ } = arguments;
    Settings::read(archive, config.as_deref(), choices)
}

/// Builds the bundle of an archive, and writes the report where one is asked for.
pub(crate) fn build_and_report(archive: &Path, settings: &Settings) -> Result<Report> {
    let report = build(archive, settings, Progress::new(settings.quiet))?;
    if let Some(path) = &settings.report {
        let json = serde_json::to_vec_pretty(&report)?;
        std::fs::write(path, json)
            .with_context(|| format!("can not write the report to {}", path.display()))?;
    }
    Ok(report)
}

/// Fails if posts were skipped and the settings allow none.
pub(crate) fn judge(report: &Report, settings: &Settings) -> Result<()> {
    match report.failures() {
        failures @ 1.. if settings.strict => bail!("skipped posts: {failures}; --strict allows none"),
        _ => Ok(()),
    }
}

/// Builds the bundle of an archive.
pub(crate) fn build(archive: &Path, settings: &Settings, progress: Progress) -> Result<Report> {
    let start = Instant::now();
    let out = settings.out()?;
    let Survey { posts_found, articles, skipped, warnings } = Survey::of(archive, settings, progress)?;
    if articles.is_empty() {
        bail!("no post of {} can be read:{}", archive.display(), first_reasons(&skipped));
    }
    let mut report = Report { posts_found, skipped, warnings, ..Report::default() };
    report.tell_merged(&articles);
    let rules = settings.rules()?;
    let recipe = recipe(settings, &rules);
    // Locks the folder, so that no other build removes what is found in it.
    let writer = Writer::create(out)?;
    let previous = if settings.full { Previous::default() } else { Previous::load(out, &recipe, progress) };
    let mut update = Update::plan(articles, previous, &settings.growth);
    report.articles_kept = update.unchanged;
    let renderer = Renderer { archive, rules: &rules, targets: &update.targets, writer: &writer };
    let render = |ordered: &Ordered| renderer.render(ordered);
    let written = write_segments(std::mem::take(&mut update.fresh), &render, &writer, progress)?;
    let order = update.order(&written);
    let kept = update.kept.into_iter().map(|segment| {
        segment.files.iter().for_each(|(path, bytes)| writer.keep(path, *bytes));
        segment.entry
    });
    let mut manifest = Manifest {
        format: FORMAT,
        generator: concat!("build-index ", env!("CARGO_PKG_VERSION")).to_owned(),
        recipe,
        site: settings.site.clone(),
        feed: settings.feed.clone(),
        segments: kept.chain(written).collect(),
        order,
        ..Manifest::default()
    };
    pollster::block_on(summarise(&mut manifest, &BundleFolder::of(out), &writer))?;
    writer.finish(&manifest)?;
    report.tell_output(&writer);
    report.elapsed_ms = start.elapsed().as_millis();
    report.peak_memory_bytes = memory::peak_bytes();
    Ok(report)
}

/// What decides, beside the posts, how articles are made.
fn recipe(settings: &Settings, rules: &Rules) -> String {
    let zone = settings.reading.time_zone.iana_name().unwrap_or_default();
    let parts = [env!("CARGO_PKG_VERSION"), rules.source(), zone];
    short_hash(parts.join("\0").as_bytes(), NAME_LENGTH)
}

/// A line for each of the first few posts that were skipped.
fn first_reasons(skipped: &[Notice]) -> String {
    skipped.iter().take(5).map(|notice| format!("\n  {}: {}", notice.path, notice.message)).collect()
}

//! `build-index stats`: what is in a bundle, and what reading it costs.

mod costs;
mod table;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use bundle::format::{Facet, MANIFEST};
use bundle::search::{Request, search};
use serde::Serialize;

use crate::cli::StatsArguments;
use crate::output::FOLDERS;
use crate::report::FolderSize;
use crate::settled::settled;
use bundle_folder::BundleFolder;
use costs::Costs;

/// What is told of a bundle.
#[derive(Debug, Serialize)]
struct Stats {
    articles: u32,
    /// For each facet its values with their articles, most first; years newest first.
    facets: BTreeMap<Facet, Vec<(String, u32)>>,
    /// Files and bytes by kind of file.
    files: BTreeMap<&'static str, FolderSize>,
    costs: Costs,
}

/// Counts and prints.
pub(crate) fn run(arguments: &StatsArguments) -> Result<()> {
    let StatsArguments { bundle, json } = arguments;
    let stats = settled(bundle, || pollster::block_on(count(bundle)))?;
    let printed = if *json { serde_json::to_string_pretty(&stats)? + "\n" } else { table::of(&stats) };
    match std::io::stdout().lock().write_all(printed.as_bytes()) {
        // Whoever reads, as `head` does, may have read enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

async fn count(dir: &Path) -> Result<Stats> {
    let (source, manifest) = BundleFolder::open(dir)?;
    let request = Request { every_value: true, ..Request::default() };
    let everything = search(&source, &manifest, &request).await?;
    let facets = everything.facets.into_iter().map(|summary| (summary.facet, summary.top));
    Ok(Stats {
        articles: manifest.totals.articles,
        facets: facets.collect(),
        files: files(dir)?,
        costs: Costs::measure(dir).await?,
    })
}

/// The size of each folder of a bundle, and of its manifest.
fn files(dir: &Path) -> Result<BTreeMap<&'static str, FolderSize>> {
    let mut sizes = BTreeMap::new();
    for kind in FOLDERS.iter().copied().chain([MANIFEST]) {
        let mut size = FolderSize::default();
        for entry in walkdir::WalkDir::new(dir.join(kind)) {
            let entry = entry.with_context(|| format!("can not read {}", dir.join(kind).display()))?;
            if entry.file_type().is_file() {
                size.files += 1;
                size.bytes += entry.metadata()?.len();
            }
        }
        if size.files > 0 {
            sizes.insert(kind, size);
        }
    }
    Ok(sizes)
}

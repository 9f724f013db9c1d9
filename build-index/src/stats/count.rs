//! What is in a bundle: articles by facet, files by kind.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use bundle::format::{Facet, MANIFEST};
use bundle::search::{Request, search};
use bundle_folder::BundleFolder;
use compile::writer::{FOLDERS, FolderSize};
use serde::Serialize;

use crate::stats::costs::Costs;

/// The numbers of a bundle.
#[derive(Debug, Serialize)]
pub(super) struct Stats {
    pub(super) articles: u32,
    /// For each facet its values with their articles, most first; years newest first.
    pub(super) facets: BTreeMap<Facet, Vec<(String, u32)>>,
    /// Files and bytes by kind of file.
    pub(super) files: BTreeMap<&'static str, FolderSize>,
    pub(super) costs: Costs,
}

/// Counts what is in the bundle in `dir`, and measures what a reader loads of it.
pub(super) async fn count(dir: &Path) -> Result<Stats> {
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
            let entry = entry.with_context(|| format!("cannot read {}", dir.join(kind).display()))?;
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

//! What is in a bundle: articles by facet, files by kind.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use bundle::format::{Facet, MANIFEST, kind};
use bundle::search::{Request, search};
use bundle_folder::BundleFolder;
use compile::writer::{FolderSize, KINDS};
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

/// The sizes of the files of each kind.
fn files(dir: &Path) -> Result<BTreeMap<&'static str, FolderSize>> {
    let mut sizes = BTreeMap::new();
    for entry in walkdir::WalkDir::new(dir) {
        let entry = entry.with_context(|| format!("cannot read {}", dir.display()))?;
        let path = entry.path().strip_prefix(dir)?.to_string_lossy().replace('\\', "/");
        let kinds = KINDS.iter().copied().chain([MANIFEST]);
        let Some(kind) = kinds.into_iter().find(|known| *known == kind(&path)) else { continue };
        if entry.file_type().is_file() {
            let size: &mut FolderSize = sizes.entry(kind).or_default();
            size.files += 1;
            size.bytes += entry.metadata()?.len();
        }
    }
    Ok(sizes)
}

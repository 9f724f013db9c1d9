//! The overview of the whole archive in its manifest: totals, months and the most frequent names, so
//! that a first visit needs nothing else.

use anyhow::Result;
use bundle::format::{
    ArticleOrder, Facet, FacetSummary, Manifest, SegmentId, Source as _, Totals, length_of_class,
};
use bundle::search::{Request, SearchResults, search};
use bundle_folder::BundleFolder;

use crate::names::names_of;
use crate::writer::Writer;

/// How many values of a facet the manifest lists.
const TOP: usize = 12;
/// All years are listed: they are few, and readers look for the first and last.
const TOP_YEARS: usize = 60;

/// Completes a manifest that lists its segments and the order of their articles, and writes the names
/// in them.
pub async fn add_overview(manifest: &mut Manifest, source: &BundleFolder, writer: &Writer) -> Result<()> {
    let request = Request { every_value: true, ..Request::default() };
    let SearchResults { hits, facets, months, .. } = search(source, manifest, &request).await?;
    manifest.totals =
        Totals { articles: u32::try_from(hits.len())?, tokens: tokens(manifest, source).await? };
    manifest.names = names_of(&facets).map(|names| writer.write(&names)).transpose()?;
    manifest.facets = facets.into_iter().map(shortened).collect();
    manifest.months = months;
    Ok(())
}

fn shortened(mut summary: FacetSummary) -> FacetSummary {
    summary.top.truncate(if summary.facet == Facet::Year { TOP_YEARS } else { TOP });
    summary
}

/// The tokens of all articles, as exactly as the columns have them: the sum does not depend on how
/// articles are spread over segments.
async fn tokens(manifest: &Manifest, source: &BundleFolder) -> Result<u64> {
    let order = ArticleOrder::of(manifest);
    let mut tokens = 0;
    for (id, entry) in (0..).map(SegmentId).zip(&manifest.segments) {
        let lengths = source.load(&entry.folder.columns()).await?.lengths()?;
        let live = order.live(id);
        let lengths = live.ones().filter_map(|article| lengths.get(article));
        tokens += lengths.map(|&class| length_of_class(class).round() as u64).sum::<u64>();
    }
    Ok(tokens)
}

//! Feeds of an archive (Atom, RFC 4287): all of it, its categories, its authors, and queries.
//!
//! Everything comes from the bundle and nothing from a clock, so that an unchanged archive has
//! unchanged feeds.

mod atom;
pub(crate) mod paths;
mod plan;
mod prepared;

use anyhow::Result;
use bundle::format::Manifest;
use bundle_folder::BundleFolder;

use crate::address::Address;
use crate::articles::Articles;
use crate::feeds::atom::Writer;
use crate::feeds::plan::plans;
use crate::feeds::prepared::Prepared;
use crate::settings::publish::Publish;

/// The feeds of a site.
#[derive(Debug, Default)]
pub(crate) struct Feeds {
    pub(crate) feeds: Vec<Feed>,
    /// Which feeds were left out, a line for each kind.
    pub(crate) left_out: Vec<String>,
}

/// A feed.
#[derive(Debug)]
pub(crate) struct Feed {
    /// Its path in the site.
    pub(crate) path: String,
    pub(crate) title: String,
    /// Whether the page names it to browsers and readers of feeds; single categories and authors
    /// would be too many.
    pub(crate) is_announced: bool,
    pub(crate) xml: Vec<u8>,
}

impl Feeds {
    /// Writes the feeds of a bundle.
    pub(crate) async fn of(
        source: &BundleFolder,
        manifest: &Manifest,
        articles: &Articles,
        publish: &Publish,
    ) -> Result<Feeds> {
        let (plans, left_out) = plans(source, manifest, publish).await?;
        let prepared = Prepared::all(source, manifest, articles, &plans).await?;
        let writer = Writer { site: &manifest.site, articles, prepared: &prepared };
        let feeds = plans.into_iter().map(|plan| {
            let address = Address::of(publish.base_url.as_ref(), &plan.path);
            let xml = writer.write(&plan, &address)?;
            let is_announced = plan.has_bodies;
            Ok(Feed { path: plan.path, title: plan.title, is_announced, xml })
        });
        Ok(Feeds { feeds: feeds.collect::<Result<_>>()?, left_out })
    }
}

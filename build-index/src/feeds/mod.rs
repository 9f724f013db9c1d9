//! Feeds of an archive (Atom, RFC 4287): all of it, its categories, its authors, and queries.
//!
//! Everything comes from the bundle, and nothing from a clock: an archive that is as it was has the
//! feeds that it had.

mod atom;
mod content;
mod names;
mod plan;
mod prepared;

use anyhow::Result;
use bundle::format::Manifest;
use bundle_folder::BundleFolder;

use crate::settings::Publish;
use crate::site::Address;
use atom::Writer;
use plan::plans;
use prepared::Prepared;

/// The path of the feed of all articles, in the site.
pub(crate) const ALL: &str = "feed.xml";
/// The folder of the others.
pub(crate) const FOLDER: &str = "feeds";
/// What a feed is to a browser.
pub(crate) const MEDIA_TYPE: &str = "application/atom+xml";

/// Whether a file of a site is a feed, by its path.
pub(crate) fn is_feed(path: &str) -> bool {
    let inner = path.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/') && rest.ends_with(".xml"));
    path == ALL || inner
}

/// The feeds of a site.
#[derive(Debug, Default)]
pub(crate) struct Feeds {
    pub(crate) feeds: Vec<Feed>,
    /// Which were left out, a line for each kind.
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
    pub(crate) async fn of(source: &BundleFolder, manifest: &Manifest, publish: &Publish) -> Result<Feeds> {
        let (plans, left_out) = plans(source, manifest, publish).await?;
        let articles = Prepared::all(source, manifest, &plans).await?;
        let writer = Writer { site: &manifest.site, articles: &articles };
        let feeds = plans.into_iter().map(|plan| {
            let address = Address::of(publish.base_url.as_ref(), &plan.path);
            let xml = writer.write(&plan, &address)?;
            let is_announced = plan.has_bodies;
            Ok(Feed { path: plan.path, title: plan.title, is_announced, xml })
        });
        Ok(Feeds { feeds: feeds.collect::<Result<_>>()?, left_out })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_feed() {
        let check = |path: &str, expected: bool| assert_eq!(is_feed(path), expected, "{path}");
        check("feed.xml", true);
        check("feeds/author/a-1.xml", true);
        check("feeds.xml", false);
        check("sitemap.xml", false);
        check("bundle/feed.xml", false);
    }
}

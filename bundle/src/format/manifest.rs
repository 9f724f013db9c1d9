//! The manifest: the file that a reader loads first, and the only file of a bundle that changes.

use serde::Serialize;

use super::{ArticleRef, FORMAT, Facet, FacetSummary, FormatError, Link, Names, Pictures, Run, SegmentEntry};
use crate::json::{ReadJson as _, parse, read_fields};

/// What a bundle holds and where its segments are. It grows with the number of segments, not of
/// articles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Manifest {
    /// The version of the format, [`FORMAT`].
    pub format: u32,
    /// The program that wrote the bundle.
    pub generator: String,
    /// A hash of everything but the posts that decides how articles are made, such as the version and
    /// the settings. A build updates a bundle only if its own recipe is the same.
    pub recipe: String,
    /// What the archive says of itself.
    pub site: Site,
    /// Sums over all segments.
    pub totals: Totals,
    /// The segments. The order of articles across segments is in [`order`](Self::order).
    pub segments: Vec<SegmentEntry>,
    /// All articles, newest first. An article in no run is no longer part of the archive.
    pub order: Vec<Run>,
    /// Articles per month, `("2019-07", 12)`, oldest first; months without articles are left out.
    pub months: Vec<(String, u32)>,
    /// The most frequent values of each facet.
    pub facets: Vec<FacetSummary>,
    /// The names that a reader is offered while typing; `None` where articles have none.
    pub names: Option<Link<Names>>,
    /// The path of the archive's feed, relative to the manifest; `None` if it has no feed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feed: Option<String>,
}

read_fields!(Manifest {
    format: "format",
    generator: "generator",
    recipe: "recipe",
    site: "site",
    totals: "totals",
    segments: "segments",
    order: "order",
    months: "months",
    facets: "facets",
    names: "names" or default,
    feed: "feed" or default,
});

/// What an archive says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Site {
    /// Its name.
    pub title: String,
    /// A sentence about it; may be empty.
    pub description: String,
    /// Where it is published; may be empty.
    pub url: String,
    /// The language of its interface texts and names, such as `zh` or `en-GB`; may be empty.
    pub language: String,
    /// The person who keeps it; may be empty.
    pub author: String,
    /// Whether pictures of other sites are loaded, unless the reader chooses otherwise.
    #[serde(skip_serializing_if = "Pictures::is_default")]
    pub pictures: Pictures,
}

read_fields!(Site {
    title: "title",
    description: "description",
    url: "url",
    language: "language",
    author: "author",
    pictures: "pictures" or default,
});

/// Sums over all segments.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Articles.
    pub articles: u32,
    /// Tokens of all titles and bodies, summed up from [length classes](super::length_class), so not
    /// exact. Divided by `articles` it is the mean length that ranking needs.
    pub tokens: u64,
}

read_fields!(Totals { articles: "articles", tokens: "tokens" });

impl Manifest {
    /// The articles of the archive, newest first.
    pub fn articles(&self) -> impl DoubleEndedIterator<Item = ArticleRef> {
        self.order.iter().flat_map(|run| run.articles())
    }

    /// The runs that list these articles in this order.
    pub fn runs(articles: impl IntoIterator<Item = ArticleRef>) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for ArticleRef { segment, article } in articles {
            match runs.last_mut() {
                Some(last) if last.0 == segment.0 && u32::from(last.1) + last.2 == u32::from(article.0) => {
                    last.2 += 1;
                }
                _ => runs.push(Run(segment.0, article.0, 1)),
            }
        }
        runs
    }
}

impl Manifest {
    /// Decodes a manifest. Its version is read first, so that another version is not reported as damage.
    ///
    /// # Errors
    ///
    /// [`FormatError::Version`] for another version of the format, [`FormatError::Damaged`] for bytes that
    /// are no manifest.
    pub fn decode(json: &[u8]) -> Result<Manifest, FormatError> {
        let json = parse(json).map_err(FormatError::damaged)?;
        match json.get("format").and_then(|format| format.whole(0, u32::MAX.into()).ok()) {
            Some(format) if format == i64::from(FORMAT) => Manifest::read(json).map_err(FormatError::damaged),
            Some(format) => Err(FormatError::Version { found: format as u32 }),
            None => Err(FormatError::damaged("it states no version")),
        }
    }

    /// Encodes the manifest as the bytes of its file.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the value has no JSON form.
    pub fn encode(&self) -> Result<Vec<u8>, FormatError> {
        serde_json::to_vec(self).map_err(FormatError::damaged)
    }

    /// The summary of a facet, if the bundle has one.
    pub fn facet(&self, facet: Facet) -> Option<&FacetSummary> {
        self.facets.iter().find(|summary| summary.facet == facet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_refused_with_the_remedy() {
        let error = Manifest::decode(br#"{"format": 7, "whatever": []}"#).unwrap_err();
        assert_eq!(error, FormatError::Version { found: 7 });
        assert!(error.to_string().contains("build it again"));
    }

    #[test]
    fn the_setting_of_pictures_is_written_unless_it_is_the_default() {
        let check = |pictures: Pictures, is_written: bool| {
            let site = Site { pictures, ..Site::default() };
            let json = serde_json::to_string(&site).unwrap();
            assert_eq!(json.contains("pictures"), is_written, "{json}");
            assert_eq!(crate::json::from_slice::<Site>(json.as_bytes()).unwrap(), site);
        };
        check(Pictures::Load, false);
        check(Pictures::Click, true);
        check(Pictures::Never, true);
    }

    #[test]
    fn a_cut_manifest_is_damaged() {
        let cut = format!(r#"{{"format": {FORMAT}, "sit"#);
        assert!(matches!(Manifest::decode(cut.as_bytes()), Err(FormatError::Damaged(_))));
    }
}

//! Columns: what filters, facet counts, histograms and ranking need of every article.

use serde::Serialize;

use super::{BundleFile, FormatError, Numbers};
use crate::date::Day;
use crate::json::{Json, JsonError, ReadJson, read_fields};
use crate::text::Script;

/// A property of articles that a reader can choose values of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(strum::VariantArray))]
pub enum Facet {
    /// `categories` of the front matter.
    Category,
    /// `author` of the front matter.
    Author,
    /// The year of the date.
    Year,
    /// The [site](crate::site) of the original: the host of its address without `www.`.
    Site,
    /// `tags` of the front matter.
    Tag,
    /// [`Script`] of title and body.
    Script,
}

impl Facet {
    /// All facets, in the order in which a reader is offered them.
    pub const ALL: [Facet; 6] =
        [Facet::Category, Facet::Author, Facet::Year, Facet::Site, Facet::Tag, Facet::Script];

    /// The name in the bundle, in addresses and in queries.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Category => "category",
            Facet::Author => "author",
            Facet::Year => "year",
            Facet::Site => "site",
            Facet::Tag => "tag",
            Facet::Script => "script",
        }
    }
}

impl ReadJson for Facet {
    fn read(json: Json<'_>) -> Result<Facet, JsonError> {
        let name = json.text()?;
        let facet = Facet::ALL.into_iter().find(|facet| facet.name() == name);
        facet.ok_or_else(|| JsonError::new(format!("{name:?} is no facet")))
    }
}

/// Date, length and facet values of every article of a segment, stored by column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Columns {
    /// The day of the first article, as in [`Day`].
    pub newest: i32,
    /// For each article, how many days it is older than the one before (0 for the first).
    pub days: Numbers,
    /// The dictionary of authors, which profiles index into.
    pub authors: Vec<String>,
    /// The dictionary of categories.
    pub categories: Vec<String>,
    /// The dictionary of tags.
    pub tags: Vec<String>,
    /// The dictionary of sites.
    pub sites: Vec<String>,
    /// The different combinations of facet values.
    pub profiles: Vec<Profile>,
    /// For each article, the index of its profile.
    pub profile_of: Numbers,
    /// What [`Columns::lengths`] are made of: those of bodies that no article before shares, and of the
    /// others how much each differs from the one before with the same body, in zigzag encoding.
    pub lengths: Numbers,
    /// See `lengths`.
    pub length_steps: Numbers,
    /// What [`Columns::shared_bodies`] are made of: 0 where it is that of the last article with the same
    /// profile, else 1 more than it is.
    pub shared_bodies: Numbers,
    /// What [`Columns::body_files`] are made of.
    pub files: Numbers,
}

read_fields!(Columns {
    newest: "newest",
    days: "days",
    authors: "authors",
    categories: "categories",
    tags: "tags",
    sites: "sites",
    profiles: "profiles",
    profile_of: "profile_of",
    lengths: "lengths",
    length_steps: "length_steps",
    shared_bodies: "shared_bodies",
    files: "files",
});

impl BundleFile for Columns {
    const FOLDER: &'static str = "columns";
}

/// A combination of facet values. In archives that are filled automatically, thousands of articles share
/// one, so one number per article stands for all of its facet values but the year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Profile {
    /// Index into the authors; `None` where unknown.
    #[serde(rename = "a")]
    pub author: Option<u32>,
    /// Indices into the categories.
    #[serde(rename = "c")]
    pub categories: Vec<u32>,
    /// Indices into the tags.
    #[serde(rename = "t")]
    pub tags: Vec<u32>,
    /// Index into the sites; `None` where unknown.
    #[serde(rename = "s")]
    pub site: Option<u32>,
    /// The script of title and body.
    #[serde(rename = "w")]
    pub script: Script,
}

read_fields!(Profile { author: "a", categories: "c", tags: "t", site: "s", script: "w" });

impl Columns {
    /// Decodes the day of every article.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if `days` cannot be decoded.
    pub fn decode_days(&self) -> Result<Vec<Day>, FormatError> {
        let mut day = self.newest;
        let older = self.days.decode()?;
        let days = older.into_iter().map(|older| {
            day = day.saturating_sub_unsigned(older);
            Day(day)
        });
        Ok(days.collect())
    }

    /// The values that a profile has of a facet; none of [`Facet::Year`], which is not in profiles.
    pub fn values<'a>(&'a self, profile: &'a Profile, facet: Facet) -> Vec<&'a str> {
        let names = |dictionary: &'a [String], indices: &[u32]| {
            indices.iter().filter_map(|&index| dictionary.get(index as usize)).map(String::as_str).collect()
        };
        match facet {
            Facet::Category => names(&self.categories, &profile.categories),
            Facet::Tag => names(&self.tags, &profile.tags),
            Facet::Author => names(&self.authors, profile.author.as_slice()),
            Facet::Site => names(&self.sites, profile.site.as_slice()),
            Facet::Script => vec![profile.script.name()],
            Facet::Year => Vec::new(),
        }
    }
}

/// The length of an article in tokens, on a logarithmic scale: twice the binary logarithm, rounded. That
/// is exact enough for ranking and takes one character. Lucene's norms are a similar scale.
pub fn length_class(tokens: u32) -> u32 {
    (2.0 * f64::from(tokens.max(1)).log2()).round() as u32
}

/// The length in tokens that a [`length_class`] stands for: within a fifth of the length.
pub fn length_of_class(class: u32) -> f32 {
    (class as f32 / 2.0).exp2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_facets_are_all() {
        assert_eq!(Facet::ALL, strum::VariantArray::VARIANTS);
        assert!(Facet::ALL.iter().all(|facet| serde_json::to_value(facet).unwrap() == facet.name()));
    }

    #[test]
    fn days_run_backwards() {
        let columns = Columns { newest: 100, days: Numbers::from_iter([0, 0, 3, 40]), ..Columns::default() };
        assert_eq!(columns.decode_days(), Ok(vec![Day(100), Day(100), Day(97), Day(57)]));
    }

    #[test]
    fn length_classes_stay_close() {
        for tokens in [1, 2, 10, 100, 1_000, 50_000] {
            let back = length_of_class(length_class(tokens));
            assert!((0.8..1.25).contains(&(back / tokens as f32)), "{tokens}: {back}");
        }
    }
}

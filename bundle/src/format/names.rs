//! Names: facet values that the search box suggests while a reader types.

use serde::{Serialize, Serializer};

use super::link::read_hash;
use super::{BundleFile, Facet, FacetSummary, Link};
use crate::json::{Json, JsonError, ReadJson, read_fields};

/// The values of the facets in [`Names::FACETS`], and the pinyin by which they can be typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Names {
    /// The facets that have values, with their most frequent ones.
    pub facets: Vec<FacetSummary>,
    /// The Han characters of all values, each once, sorted.
    pub han: String,
    /// For each of these characters, its readings in pinyin, without tones, separated by `/`.
    pub pinyin: Vec<String>,
}

read_fields!(Names { facets: "facets", han: "han", pinyin: "pinyin" });

impl Names {
    /// The facets whose values are suggested, in the order in which a reader is offered them.
    pub const FACETS: [Facet; 4] = [Facet::Author, Facet::Category, Facet::Tag, Facet::Site];
}

impl Serialize for Link<Names> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl ReadJson for Link<Names> {
    fn read(json: Json<'_>) -> Result<Link<Names>, JsonError> {
        read_hash(json).map(|hash| Link::new(&hash))
    }
}

impl BundleFile for Names {
    const FOLDER: &'static str = "names";
}

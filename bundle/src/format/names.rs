//! Names: facet values that the search box suggests while a reader types.

use serde::Serialize;

use super::{BundleFile, Facet, FacetSummary};
use crate::json::read_fields;

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

impl BundleFile for Names {
    const FOLDER: &'static str = "names";
}

//! Names: what a reader who types is offered to choose.

use serde::{Deserialize, Serialize};

use super::{Facet, FacetSummary, Part};

/// The names that articles go by: values of the facets that have names, and how those are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The facets that have any, with their most frequent values.
    pub facets: Vec<FacetSummary>,
    /// The Han characters of all values, each once, in order.
    pub han: String,
    /// The pinyin of each of them, without tones; with `/` between where there are several.
    pub pinyin: Vec<String>,
}

impl Names {
    /// The facets whose values are names, in the order in which a reader is offered them.
    pub const FACETS: [Facet; 4] = [Facet::Author, Facet::Category, Facet::Tag, Facet::Site];
}

impl Part for Names {
    const FOLDER: &'static str = "names";
}

//! What a manifest says of a facet without any other file.

use serde::{Deserialize, Serialize};

use super::Facet;

/// The most frequent values of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetSummary {
    /// The facet.
    pub facet: Facet,
    /// The number of its different values.
    pub values: u32,
    /// The most frequent values with the number of their articles, most frequent first.
    pub top: Vec<(String, u32)>,
}

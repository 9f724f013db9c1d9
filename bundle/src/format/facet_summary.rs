//! What a manifest says of a facet without any other file.

use serde::Serialize;

use super::Facet;
use crate::json::read_fields;

/// The most frequent values of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetSummary {
    /// The facet.
    pub facet: Facet,
    /// The number of its different values.
    pub values: u32,
    /// The most frequent values with the number of their articles, most frequent first.
    pub top: Vec<(String, u32)>,
}

read_fields!(FacetSummary { facet: "facet", values: "values", top: "top" });

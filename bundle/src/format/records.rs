//! Records: what the next build must know of a segment's posts to tell which have changed.

use serde::Serialize;

use super::BundleFile;
use crate::json::read_fields;

/// The length of the fingerprint of a post, in characters of 5 bits: 35 bits, enough to tell a changed
/// post from an unchanged one.
pub const FINGERPRINT_LENGTH: usize = 7;

/// The posts of a segment, in the order of its catalog. Only a build reads them, never the viewer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Records {
    /// For each path of each article, the first [`FINGERPRINT_LENGTH`] letters and digits of a hash of the post.
    #[serde(rename = "prints")]
    pub fingerprints: String,
    /// The names of the files in `media` that bodies of the segment refer to.
    pub media: Vec<String>,
}

read_fields!(Records { fingerprints: "prints", media: "media" });

impl BundleFile for Records {
    const FOLDER: &'static str = "records";
}

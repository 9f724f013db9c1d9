//! What the next build must know of the posts of a segment, to leave it as it is.

use serde::{Deserialize, Serialize};

use super::Part;

/// Characters of the fingerprint of a file: 35 bits, to tell a changed one from an unchanged one.
pub const PRINT_LENGTH: usize = 7;

/// The posts of a segment, in the order of its catalog. No reader loads them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Records {
    /// For each path of each article, [`PRINT_LENGTH`] letters and digits of a hash of the file.
    pub prints: String,
    /// The files in `media` that bodies of the segment show.
    pub media: Vec<String>,
}

impl Part for Records {
    const FOLDER: &'static str = "records";
}

//! The files of a bundle.
//!
//! ```text
//! manifest.json                 the only file that changes: what the bundle holds, and its segments
//! segments/HASH/                the folder of a segment, named by the hash of its Hashes
//!     catalog/17.json.gz        a CatalogPage: what a list shows of some articles, and their posts
//!     columns/0.json.gz         Columns: date, length and facet values of every article
//!     directory/0.json.gz       the TermDirectory: which shard holds which terms
//!     terms/3.json.gz           a TermShard: terms and postings
//!     positions/3.json.gz       Positions of a TermShard's postings, for phrases and proximity
//!     bodies/5.json.gz          Bodies: sanitised HTML of neighbouring articles
//!     records/0.json.gz         Records: what the next build must know; no reader loads them
//!     hashes/0.json.gz          Hashes of the files of the segment, to verify them
//! names/HASH.json.gz            Names: values of facets, for suggestions while a reader types
//! media/HASH.EXTENSION          pictures that stood in bodies as data: URLs
//! ```
//!
//! The manifest says all that a reader must know before it asks for files of a segment by their numbers:
//! no file has to come to tell where another is. Paths are put together by [`SegmentFolder`] and [`Link`]
//! alone. Every list in these files is a column: the n-th value of each belongs to the n-th article or
//! term.
//!
//! This module encodes and decodes; it never opens a file. [`Source`] is how files come in.

mod bodies;
mod body_columns;
mod catalog;
mod columns;
mod facet_summary;
mod link;
mod manifest;
mod names;
mod numbers;
mod order;
mod pictures;
mod records;
mod run;
mod segment;
mod segment_folder;
mod terms;
mod zigzag;

pub use bodies::Bodies;
pub use catalog::{ArticleCard, BodyPlace, CatalogPage, KEY_LENGTH, Version};
pub use columns::{Columns, Facet, Profile, length_class, length_of_class};
pub use facet_summary::FacetSummary;
pub use link::{BundleFile, Link, Source, kind};
pub use manifest::{Manifest, Site, Totals};
pub use names::Names;
pub use numbers::{Numbers, NumbersReader, WideNumbers};
pub use order::ArticleOrder;
pub use pictures::Pictures;
pub use records::{FINGERPRINT_LENGTH, Records};
pub use run::Run;
pub use segment::SegmentEntry;
pub use segment_folder::{HASH_LENGTH, Hashes, SEGMENTS, SegmentFolder};
pub use terms::{
    Positions, Posting, ShardPostings, ShardWriter, TermDirectory, TermShard, is_prefix_term, prefix_term,
};

/// The version of the format that this crate writes and reads.
///
/// It changes with every change after which an older viewer cannot read a new bundle, or a new viewer an
/// older one.
pub const FORMAT: u32 = 4;

/// The name of the manifest in a bundle's folder.
pub const MANIFEST: &str = "manifest.json";

/// The most articles a segment can hold, so that an [`ArticleId`] fits 16 bits.
pub const SEGMENT_ARTICLES: usize = 1 << 16;

/// An article's number in its segment, from 0, newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u16);

/// A segment's number, from 0: its index in the manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentId(pub u16);

/// An article of the bundle, by segment and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleRef {
    /// The segment.
    pub segment: SegmentId,
    /// The article in it.
    pub article: ArticleId,
}

impl ArticleId {
    /// As an index into the columns of a segment.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl SegmentId {
    /// As an index into the manifest's list.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Why the bytes of a file cannot be read as what they should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The manifest is of a version that this crate does not know.
    #[error(
        "the bundle has format version {found}, but only version {FORMAT} can be read here; \
         build it again with this version of build-index, or use a viewer as new as the bundle"
    )]
    Version {
        /// The version that the manifest states.
        found: u32,
    },
    /// Not JSON, or not JSON of this kind of file: cut off or damaged.
    #[error("the file is damaged ({0}); copy or build the bundle again")]
    Damaged(String),
}

impl FormatError {
    /// A [`FormatError::Damaged`] that says what is wrong.
    pub fn damaged(what: impl std::fmt::Display) -> FormatError {
        FormatError::Damaged(what.to_string())
    }
}

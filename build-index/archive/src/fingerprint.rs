//! Fingerprints, which tell whether the file of a post has changed.

use compact_str::CompactString;
use content_hash::short_hash;

/// The fingerprint of a file: [`FINGERPRINT_LENGTH`] characters that tell its content from any other.
pub type Fingerprint = CompactString;

/// Letters and digits of a fingerprint. A bundle stores as many for each post.
pub const FINGERPRINT_LENGTH: usize = 7;

/// The fingerprint of a file's content.
pub(crate) fn fingerprint_of(bytes: &[u8]) -> Fingerprint {
    short_hash(bytes, FINGERPRINT_LENGTH).into()
}

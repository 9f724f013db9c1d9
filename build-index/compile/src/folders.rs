//! What the folders of a bundle and the files in them are called.

use bundle::format::{BundleFile as _, HASH_LENGTH, Names, SEGMENTS};

/// The folder of pictures, which are files as they are.
pub const MEDIA: &str = "media";
/// The folders of a bundle, which belong to it alone.
pub(crate) const FOLDERS: &[&str] = &[SEGMENTS, Names::FOLDER, MEDIA];
/// Characters of a file's name: 60 bits.
pub const NAME_LENGTH: usize = HASH_LENGTH;

//! How one file of a bundle names another, and how a reader loads it.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::rc::Rc;

use serde::Serialize;

use super::FormatError;
use crate::json::{Json, JsonError, ReadJson, from_slice};

/// What the names of all files but the manifest end with.
const ENDING: &str = ".json.gz";

/// A kind of file of a bundle. Implemented by the type that the file decodes to.
pub trait BundleFile: Serialize + ReadJson + 'static {
    /// The folder that holds files of this kind: of a segment, or of the bundle.
    const FOLDER: &'static str;

    /// Decodes a file from its bytes, which must not be compressed any more.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the bytes are not JSON of this kind of file.
    fn decode(json: &[u8]) -> Result<Self, FormatError> {
        from_slice(json).map_err(FormatError::damaged)
    }

    /// Encodes the file as bytes, to be compressed.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the value has no JSON form.
    fn encode(&self) -> Result<Vec<u8>, FormatError> {
        serde_json::to_vec(self).map_err(FormatError::damaged)
    }
}

/// A link to a file that holds a `T`.
pub struct Link<T> {
    /// Without the ending.
    path: String,
    file: PhantomData<fn() -> T>,
}

impl<T: BundleFile> Link<T> {
    /// A link to the file of this kind whose content has this hash, outside of the segments.
    pub fn new(hash: &str) -> Link<T> {
        Link { path: format!("{}/{hash}", T::FOLDER), file: PhantomData }
    }

    /// A link to the file of this kind with this number, in a folder such as that of a segment.
    pub(super) fn numbered(folder: &str, number: usize) -> Link<T> {
        Link { path: format!("{folder}/{}/{number}", T::FOLDER), file: PhantomData }
    }

    /// What the file is called, without its folder and its ending.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The path of the file, relative to the bundle's folder.
    pub fn path(&self) -> String {
        format!("{}{ENDING}", self.path)
    }
}

/// The kind of a file of a bundle, given by its path: the folder that holds it.
pub fn kind(path: &str) -> &str {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or(path);
    parts.next().unwrap_or(name)
}

/// Where the files of a bundle come from: a folder, a server, memory, or a cache in front of these.
///
/// The search awaits several loads at once. A source whose futures are always ready is fine too.
pub trait Source {
    /// Why a file could not be loaded. It should name the file.
    type Error;

    /// Loads and decodes the file that `link` names.
    ///
    /// # Errors
    ///
    /// Fails if the file is missing, cannot be read or cannot be decoded.
    fn load<T: BundleFile>(&self, link: &Link<T>) -> impl Future<Output = Result<Rc<T>, Self::Error>>;

    /// The error for a file that was loaded but whose content makes no sense.
    fn damaged(&self, path: String, error: FormatError) -> Self::Error;
}

impl<T> Clone for Link<T> {
    fn clone(&self) -> Self {
        Link { path: self.path.clone(), file: PhantomData }
    }
}

impl<T> PartialEq for Link<T> {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl<T> Eq for Link<T> {}

impl<T: BundleFile> fmt::Debug for Link<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}

/// Reads a hash: letters and digits, so that a damaged one cannot point out of the bundle.
pub(super) fn read_hash(json: Json<'_>) -> Result<String, JsonError> {
    let hash = String::read(json)?;
    let is_hash = !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_hash { Ok(hash) } else { Err(JsonError::new(format!("{hash:?} is not the name of a file"))) }
}

//! How one file of a bundle names another, and how a reader loads it.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::FormatError;

/// A kind of file of a bundle, named by a hash of its content. Implemented by the type that the file
/// decodes to.
pub trait BundleFile: Serialize + DeserializeOwned + 'static {
    /// The folder of the bundle that holds files of this kind.
    const FOLDER: &'static str;

    /// Decodes a file from its bytes, which must not be compressed any more.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if the bytes are not JSON of this kind of file.
    fn decode(json: &[u8]) -> Result<Self, FormatError> {
        serde_json::from_slice(json).map_err(FormatError::damaged)
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

/// A link to a file that holds a `T`: the hash of the content that the file is named by.
pub struct Link<T> {
    hash: String,
    file: PhantomData<fn() -> T>,
}

impl<T: BundleFile> Link<T> {
    /// A link to the file with this hash.
    pub fn new(hash: String) -> Link<T> {
        Link { hash, file: PhantomData }
    }

    /// The path of the file, relative to the bundle's folder.
    pub fn path(&self) -> String {
        format!("{}/{}.json.gz", T::FOLDER, self.hash)
    }
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
        Link { hash: self.hash.clone(), file: PhantomData }
    }
}

impl<T> PartialEq for Link<T> {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl<T> Eq for Link<T> {}

impl<T: BundleFile> fmt::Debug for Link<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}

impl<T> Serialize for Link<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.hash)
    }
}

impl<'de, T> Deserialize<'de> for Link<T> {
    /// A hash is letters and digits, so that a damaged link cannot point out of the bundle.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hash = String::deserialize(deserializer)?;
        if hash.is_empty() || !hash.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(serde::de::Error::custom(format_args!("{hash:?} is not the name of a file")));
        }
        Ok(Link { hash, file: PhantomData })
    }
}

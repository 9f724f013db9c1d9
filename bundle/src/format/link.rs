//! How one file of a bundle names another, and how a reader gets at it.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::FormatError;

/// A kind of file that is named by its content.
pub trait Part: Serialize + DeserializeOwned + 'static {
    /// The folder of the bundle that holds files of this kind.
    const FOLDER: &'static str;

    /// Reads the part from the bytes of its (decompressed) file.
    fn decode(json: &[u8]) -> Result<Self, FormatError> {
        serde_json::from_slice(json).map_err(FormatError::damaged)
    }

    /// Writes the part as the bytes of its file, before compression.
    fn encode(&self) -> Result<Vec<u8>, FormatError> {
        serde_json::to_vec(self).map_err(FormatError::damaged)
    }
}

/// The name of a file that holds a `T`: a hash of its content.
pub struct Link<T> {
    hash: String,
    part: PhantomData<fn() -> T>,
}

impl<T: Part> Link<T> {
    /// A link to the file with this hash.
    pub fn new(hash: String) -> Link<T> {
        Link { hash, part: PhantomData }
    }

    /// The path of the file, relative to the bundle's folder.
    pub fn path(&self) -> String {
        format!("{}/{}.json.gz", T::FOLDER, self.hash)
    }
}

/// Something that has the files of a bundle: a folder, a server, a cache in front of one.
///
/// The futures of one reader may be polled together; a reader that is never pending is fine.
pub trait Source {
    /// Why a file could not be had. It names the file.
    type Error;

    /// The part that `link` names.
    fn load<T: Part>(&self, link: &Link<T>) -> impl Future<Output = Result<Rc<T>, Self::Error>>;

    /// Says that a file that was loaded is not what it should be.
    fn damaged(&self, path: String, error: FormatError) -> Self::Error;
}

impl<T> Clone for Link<T> {
    fn clone(&self) -> Self {
        Link { hash: self.hash.clone(), part: PhantomData }
    }
}

impl<T> PartialEq for Link<T> {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl<T> Eq for Link<T> {}

impl<T: Part> fmt::Debug for Link<T> {
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
    /// A hash is letters and digits, so that a damaged link can not point out of the bundle.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hash = String::deserialize(deserializer)?;
        if hash.is_empty() || !hash.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(serde::de::Error::custom(format_args!("{hash:?} is not the name of a file")));
        }
        Ok(Link { hash, part: PhantomData })
    }
}

//! The folder of a segment: its files are called by kind and number, so that no list of links comes first.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::link::read_hash;
use super::{
    Bodies, BundleFile, CatalogPage, Columns, FormatError, Link, Positions, Records, TermDirectory, TermShard,
};
use crate::json::{Json, JsonError, ReadJson};

/// The folder that holds those of the segments.
pub const SEGMENTS: &str = "segments";

/// The folder of a segment, named by the hash of its [`Hashes`]: it never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentFolder(String);

impl SegmentFolder {
    /// The folder with this name.
    pub fn new(name: String) -> SegmentFolder {
        SegmentFolder(name)
    }

    /// Its path, relative to the bundle's folder.
    pub fn path(&self) -> String {
        format!("{SEGMENTS}/{}", self.0)
    }

    /// The hash that it is named by.
    pub fn hash(&self) -> &str {
        &self.0
    }

    /// A catalog page, from 0.
    pub fn page(&self, number: usize) -> Link<CatalogPage> {
        self.file(number)
    }

    /// A file of bodies, from 0.
    pub fn bodies(&self, number: u32) -> Link<Bodies> {
        self.file(number as usize)
    }

    /// A shard of terms, from 0.
    pub fn terms(&self, number: usize) -> Link<TermShard> {
        self.file(number)
    }

    /// The positions that belong to a shard of terms.
    pub fn positions(&self, number: usize) -> Link<Positions> {
        self.file(number)
    }

    /// Date, length and facet values of every article.
    pub fn columns(&self) -> Link<Columns> {
        self.file(0)
    }

    /// Which shard holds which terms.
    pub fn directory(&self) -> Link<TermDirectory> {
        self.file(0)
    }

    /// What the next build must know.
    pub fn records(&self) -> Link<Records> {
        self.file(0)
    }

    /// The hashes of the other files.
    pub fn hashes(&self) -> Link<Hashes> {
        self.file(0)
    }

    /// The file of a kind with this number.
    pub fn file<T: BundleFile>(&self, number: usize) -> Link<T> {
        Link::numbered(&self.path(), number)
    }
}

impl Serialize for SegmentFolder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl ReadJson for SegmentFolder {
    fn read(json: Json<'_>) -> Result<SegmentFolder, JsonError> {
        read_hash(json).map(SegmentFolder)
    }
}

/// The length of the hash of a file's content, in letters and digits of 5 bits.
pub const HASH_LENGTH: usize = 12;

/// The hashes of all other files of a segment, for whoever verifies or copies it; no reader loads them.
/// They are of the content before compression.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Hashes {
    /// For each kind of file, the hashes of its files in the order of their numbers, [`HASH_LENGTH`]
    /// characters each.
    kinds: BTreeMap<String, String>,
}

impl ReadJson for Hashes {
    fn read(json: Json<'_>) -> Result<Hashes, JsonError> {
        let Json::Object(kinds) = json else { return Err(JsonError::new("not an object")) };
        let hashes = kinds.into_iter().map(|(kind, hashes)| Ok((kind.into_owned(), String::read(hashes)?)));
        Ok(Hashes { kinds: hashes.collect::<Result<_, JsonError>>()? })
    }
}

impl BundleFile for Hashes {
    const FOLDER: &'static str = "hashes";
}

impl Hashes {
    /// Adds the hash of the next file of a kind.
    pub fn push(&mut self, kind: &str, hash: &str) {
        self.kinds.entry(kind.to_owned()).or_default().push_str(hash);
    }

    /// How many files of a kind there are.
    pub fn count(&self, kind: &str) -> usize {
        self.kinds.get(kind).map_or(0, |hashes| hashes.len() / HASH_LENGTH)
    }

    /// The path of each file of a segment in this folder, with the hash of its content.
    ///
    /// # Errors
    ///
    /// [`FormatError::Damaged`] if there is a kind of file that segments do not have, or half a hash.
    pub fn files(&self, folder: &SegmentFolder) -> Result<Vec<(String, &str)>, FormatError> {
        let mut files = Vec::new();
        for (kind, hashes) in &self.kinds {
            let path =
                path_of(kind).ok_or_else(|| FormatError::damaged(format!("{kind} is no kind of file")))?;
            for number in 0..hashes.len().div_ceil(HASH_LENGTH) {
                let hash = hashes.get(number * HASH_LENGTH..(number + 1) * HASH_LENGTH);
                let hash = hash.ok_or_else(|| FormatError::damaged("it has half a hash"))?;
                files.push((path(folder, number), hash));
            }
        }
        Ok(files)
    }
}

type PathOf = fn(&SegmentFolder, usize) -> String;

/// The paths of the files of a kind.
fn path_of(kind: &str) -> Option<PathOf> {
    fn path<T: BundleFile>(folder: &SegmentFolder, number: usize) -> String {
        folder.file::<T>(number).path()
    }
    let kinds: [(&str, PathOf); 7] = [
        (CatalogPage::FOLDER, path::<CatalogPage>),
        (Columns::FOLDER, path::<Columns>),
        (TermDirectory::FOLDER, path::<TermDirectory>),
        (TermShard::FOLDER, path::<TermShard>),
        (Positions::FOLDER, path::<Positions>),
        (Bodies::FOLDER, path::<Bodies>),
        (Records::FOLDER, path::<Records>),
    ];
    kinds.into_iter().find(|(known, _)| *known == kind).map(|(_, path)| path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::from_slice;

    #[test]
    fn hashes_say_which_files_there_are() {
        let mut hashes = Hashes::default();
        hashes.push("catalog", "0123456789ab");
        hashes.push("catalog", "ba9876543210");
        hashes.push("columns", "cccccccccccc");
        let folder = SegmentFolder::new("s1".into());
        let files = hashes.files(&folder).unwrap();
        let expected = [
            ("segments/s1/catalog/0.json.gz".to_owned(), "0123456789ab"),
            ("segments/s1/catalog/1.json.gz".to_owned(), "ba9876543210"),
            ("segments/s1/columns/0.json.gz".to_owned(), "cccccccccccc"),
        ];
        assert_eq!(files, expected);
        assert_eq!((hashes.count("catalog"), hashes.count("bodies")), (2, 0));
        assert_eq!(Hashes::decode(&hashes.encode().unwrap()), Ok(hashes));
    }

    #[test]
    fn hashes_that_are_none_are_damage() {
        let folder = SegmentFolder::new("s1".into());
        for json in [r#"{"catalog":"0123"}"#, r#"{"../x":"0123456789ab"}"#, r#"{"catalog":"éééééééééé"}"#]
        {
            assert!(Hashes::decode(json.as_bytes()).unwrap().files(&folder).is_err(), "{json}");
        }
    }

    #[test]
    fn a_folder_is_a_hash() {
        for name in ["\"\"", "\"..\"", "\"a/b\"", "7"] {
            assert!(from_slice::<SegmentFolder>(name.as_bytes()).is_err(), "{name}");
        }
    }
}

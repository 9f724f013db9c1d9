//! What is decoded from the golden bundle is encoded to the same bytes: the names in JSON are part of the
//! format, whatever the fields are called.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use bundle::format::{
    Bodies, BundleFile, CatalogPage, Columns, FORMAT, MANIFEST, Manifest, Names, Positions, Records, Segment,
    TermDirectory, TermShard,
};
use bundle_folder::gunzip;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(FORMAT.to_string())
}

fn check<T: BundleFile>() {
    for entry in fs::read_dir(golden().join(T::FOLDER)).unwrap() {
        let path = entry.unwrap().path();
        let json = gunzip(fs::read(&path).unwrap()).unwrap();
        let encoded = T::decode(&json).unwrap().encode().unwrap();
        assert_eq!(String::from_utf8(encoded), String::from_utf8(json), "{}", path.display());
    }
}

#[test]
fn every_kind_of_file_is_encoded_as_it_was() {
    check::<Segment>();
    check::<CatalogPage>();
    check::<Columns>();
    check::<TermDirectory>();
    check::<TermShard>();
    check::<Positions>();
    check::<Bodies>();
    check::<Names>();
    check::<Records>();
}

#[test]
fn the_manifest_is_encoded_as_it_was() {
    let json = fs::read(golden().join(MANIFEST)).unwrap();
    assert_eq!(Manifest::decode(&json).unwrap().encode().unwrap(), json);
}

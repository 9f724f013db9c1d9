//! What is decoded from the golden bundle is encoded to the same bytes: the names in JSON are part of the
//! format, whatever the fields are called.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use bundle::format::{
    Bodies, BundleFile, CatalogPage, Columns, FORMAT, Hashes, MANIFEST, Manifest, Names, Positions, Records,
    TermDirectory, TermShard,
};
use bundle_folder::gunzip;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(FORMAT.to_string())
}

fn check<T: BundleFile>(folder: &Path) {
    for entry in fs::read_dir(folder.join(T::FOLDER)).unwrap() {
        let path = entry.unwrap().path();
        let json = gunzip(fs::read(&path).unwrap()).unwrap();
        let encoded = T::decode(&json).unwrap().encode().unwrap();
        assert_eq!(String::from_utf8(encoded), String::from_utf8(json), "{}", path.display());
    }
}

#[test]
fn every_kind_of_file_is_encoded_as_it_was() {
    check::<Names>(&golden());
    let manifest = Manifest::decode(&fs::read(golden().join(MANIFEST)).unwrap()).unwrap();
    for entry in &manifest.segments {
        let segment = golden().join(entry.folder.path());
        check::<CatalogPage>(&segment);
        check::<Columns>(&segment);
        check::<TermDirectory>(&segment);
        check::<TermShard>(&segment);
        check::<Positions>(&segment);
        check::<Bodies>(&segment);
        check::<Records>(&segment);
        check::<Hashes>(&segment);
    }
}

#[test]
fn the_manifest_is_encoded_as_it_was() {
    let json = fs::read(golden().join(MANIFEST)).unwrap();
    assert_eq!(Manifest::decode(&json).unwrap().encode().unwrap(), json);
}

//! What is damaged is an error, or something else, but stops nobody who reads it.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use bundle::format::{
    Bodies, BundleFile, CatalogPage, Columns, FORMAT, Hashes, MANIFEST, Manifest, Names, Positions, Records,
    SegmentFolder, TermDirectory, TermShard,
};
use bundle_folder::gunzip;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(FORMAT.to_string())
}

fn manifest() -> Vec<u8> {
    fs::read(golden().join(MANIFEST)).unwrap()
}

/// The content of the first file of a kind.
fn content<T: BundleFile>() -> Vec<u8> {
    let folder = Manifest::decode(&manifest()).unwrap().segments[0].folder.clone();
    gunzip(fs::read(golden().join(folder.file::<T>(0).path())).unwrap()).unwrap()
}

/// The same with one byte changed.
fn changed(json: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..json.len()).flat_map(move |place| {
        b"\"0~ ]z\xff".iter().map(move |&byte| {
            let mut changed = json.to_vec();
            changed[place] = byte;
            changed
        })
    })
}

fn check<T: BundleFile>(json: &[u8], read: impl Fn(&T)) {
    for end in 0..json.len() {
        assert!(T::decode(&json[..end]).is_err(), "{} cut after {end} bytes", T::FOLDER);
    }
    changed(json).filter_map(|json| T::decode(&json).ok()).for_each(|file| read(&file));
}

#[test]
fn damaged_files_are_read_without_harm() {
    check(&content::<CatalogPage>(), |page: &CatalogPage| assert!(page.cards.len() < 100));
    check(&content::<Columns>(), |columns: &Columns| {
        let _ = (columns.lengths(), columns.shared_bodies(), columns.body_files(), columns.decode_days());
    });
    check(&content::<TermDirectory>(), |directory: &TermDirectory| {
        let _ = directory.shards_between("a", "图");
    });
    check(&content::<Bodies>(), |_: &Bodies| ());
    check(&content::<Records>(), |_: &Records| ());
    check(&content::<Hashes>(), |hashes: &Hashes| drop(hashes.files(&SegmentFolder::new("a".into()))));
    let positions = Positions::decode(&content::<Positions>()).unwrap();
    check(&content::<TermShard>(), |shard: &TermShard| {
        let _ = shard.read().map(|postings| positions.read(&postings));
    });
    let postings = TermShard::decode(&content::<TermShard>()).unwrap().read().unwrap();
    check(&content::<Positions>(), |positions: &Positions| drop(positions.read(&postings)));
    let names = fs::read_dir(golden().join(Names::FOLDER)).unwrap().next().unwrap().unwrap().path();
    check(&gunzip(fs::read(names).unwrap()).unwrap(), |_: &Names| ());
}

#[test]
fn a_damaged_manifest_is_read_without_harm() {
    let json = manifest();
    for end in 0..json.len() {
        assert!(Manifest::decode(&json[..end]).is_err(), "cut after {end} bytes");
    }
    for manifest in changed(&json).filter_map(|json| Manifest::decode(&json).ok()) {
        for entry in &manifest.segments {
            assert!(!entry.folder.path()["segments/".len()..].contains(['/', '.']), "{:?}", entry.folder);
            let _ = entry.pages_of_day(bundle::date::Day(0));
        }
    }
}

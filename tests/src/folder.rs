//! Copies of folders, which a test may change.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::environment::in_checkout;

/// A copy of the sample archive, removed when it is dropped.
pub fn copy_of_sample() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    copy_folder(&in_checkout("sample"), folder.path());
    folder
}

/// Copies what is in a folder, and in the folders in it, into another.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

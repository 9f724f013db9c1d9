//! An archive that a test may change, and a site of the sample as a keeper gets it.

use std::fs;
use std::path::Path;
use std::process::Command;

use reading_room_tests::{build_index, in_checkout, viewer};
use tempfile::TempDir;

/// A copy of the sample archive, removed when it is dropped.
pub(crate) fn copy_of_sample() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    copy(&in_checkout("sample"), folder.path());
    folder
}

/// The sample's site in a folder.
pub(crate) fn write_site(folder: &Path) {
    let mut command = Command::new(build_index());
    command.arg("site").arg(in_checkout("sample")).arg("--out").arg(folder).arg("--viewer").arg(viewer());
    let output = command.output().expect("build-index can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the folder can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("a folder can be made");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a post can be copied");
        }
    }
}

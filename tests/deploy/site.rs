//! A site of the sample as a keeper gets it.

use std::path::Path;
use std::process::Command;

use reading_room_tests::{build_index, in_checkout, viewer};

/// The sample's site in a folder.
pub(crate) fn write_site(folder: &Path) {
    let mut command = Command::new(build_index());
    command.arg("site").arg(in_checkout("sample")).arg("--out").arg(folder).arg("--viewer").arg(viewer());
    let output = command.output().expect("build-index can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

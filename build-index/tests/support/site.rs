//! Sites, as a keeper makes them.

use std::path::Path;
use std::process::{Command, Output};

use super::archive;

/// The page as it is in the sources. Trunk leaves what the site fills in as it stands.
pub const PAGE: &str = include_str!("../../../index.html");

/// A built viewer, as far as a site looks at it.
pub fn viewer(script: &str) -> tempfile::TempDir {
    archive(&[
        ("index.html", PAGE.as_bytes()),
        (script, b"script"),
        ("card.png", b"card"),
        ("bundle/bodies/left-by-a-build", b""),
    ])
}

/// Runs the program in a folder of its own.
pub fn site(archive: &Path, out: &Path, viewer: &Path, arguments: &[&str]) -> Output {
    let elsewhere = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_build-index"))
        .current_dir(elsewhere.path())
        .arg("site")
        .arg(std::path::absolute(archive).unwrap())
        .args([Path::new("--out"), out, Path::new("--viewer"), viewer])
        .args(arguments)
        .output()
        .unwrap()
}

/// Writes a site; gives what was printed.
pub fn written(archive: &Path, out: &Path, viewer: &Path, arguments: &[&str]) -> String {
    let output = site(archive, out, viewer, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

pub fn text(out: &Path, path: &str) -> String {
    std::fs::read_to_string(out.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

//! What the tests of the built program share.

// Each of them uses a part of it.
#![allow(dead_code, unreachable_pub, clippy::panic, clippy::unwrap_used)]

pub mod site;
pub mod whole;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

pub fn build_index(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_build-index")).args(arguments).output().unwrap()
}

pub fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../sample")
}

/// A folder with files in it.
pub fn archive(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    dir
}

/// Builds an archive into a new folder; gives the folder, with the bundle in `bundle`, and the report.
pub fn build(archive: &Path) -> (tempfile::TempDir, Value) {
    let out = tempfile::tempdir().unwrap();
    let report = build_into(archive, &out.path().join("bundle"), &[]);
    (out, report)
}

/// Builds an archive into a folder, in which a bundle may be; gives the report.
pub fn build_into(archive: &Path, bundle: &Path, arguments: &[&str]) -> Value {
    let report = tempfile::NamedTempFile::new().unwrap();
    let output =
        building(archive, bundle).arg("--report").arg(report.path()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&std::fs::read(report).unwrap()).unwrap()
}

/// The command that builds an archive into a folder.
pub fn building(archive: &Path, bundle: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_build-index"));
    command.args([Path::new("build"), archive, Path::new("--out"), bundle]);
    command
}

/// Checks that a run fails with exit code 1 and one clear message.
pub fn check_failure(arguments: &[&str], expected: &[&str]) {
    let output = build_index(arguments);
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{message}");
    for part in expected {
        assert!(message.contains(part), "{message:?} does not say {part:?}");
    }
    assert!(!message.contains("panicked"), "{message}");
}

/// All files of a folder with their content.
pub fn contents(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(dir) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(dir).unwrap().to_owned();
            files.insert(path, std::fs::read(entry.path()).unwrap());
        }
    }
    files
}

pub fn search(bundle: &Path, arguments: &[&str]) -> Value {
    let bundle = bundle.to_str().unwrap();
    let output = build_index(&[&["search", bundle], arguments, &["--json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Writes down that a test found nothing to do, and why: `cargo xtask test` reads it, and counts the test
/// as skipped.
pub fn skipped(test: &str, why: &str) {
    println!("skipped {test}: {why}");
    let Some(path) = std::env::var_os("READING_ROOM_SKIPPED") else { return };
    let mut file = std::fs::File::options().create(true).append(true).open(path).unwrap();
    std::io::Write::write_all(&mut file, format!("{test}: {why}\n").as_bytes()).unwrap();
}

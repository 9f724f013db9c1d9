//! Drives the built program as a keeper does.

// A test is meant to stop at the first surprise; Clippy sees helpers outside of #[test] as code.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn build_index(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_build-index")).args(arguments).output().unwrap()
}

fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../sample")
}

/// A folder with files in it.
fn archive(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    dir
}

/// Builds an archive into a new folder; gives the folder and the report.
fn build(archive: &Path) -> (tempfile::TempDir, Value) {
    let out = tempfile::tempdir().unwrap();
    let report = out.path().join("report.json");
    let bundle = out.path().join("bundle");
    let output = build_index(&[
        "build",
        archive.to_str().unwrap(),
        "--out",
        bundle.to_str().unwrap(),
        "--report",
        report.to_str().unwrap(),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report = serde_json::from_slice(&std::fs::read(report).unwrap()).unwrap();
    (out, report)
}

/// Checks that a run fails with exit code 1 and one clear message.
fn check_failure(arguments: &[&str], expected: &[&str]) {
    let output = build_index(arguments);
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{message}");
    for part in expected {
        assert!(message.contains(part), "{message:?} does not say {part:?}");
    }
    assert!(!message.contains("panicked"), "{message}");
}

/// All files of a folder with their content.
fn contents(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
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

fn search(bundle: &Path, arguments: &[&str]) -> Value {
    let bundle = bundle.to_str().unwrap();
    let output = build_index(&[&["search", bundle], arguments, &["--json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_post_of_the_sample_is_accounted_for() {
    let (_out, report) = build(&sample());
    let number = |name: &str| report[name].as_u64().unwrap();
    let skipped = report["skipped"].as_array().unwrap().len() as u64;
    assert_eq!(number("posts_found"), number("articles") + number("merged") + skipped);
    assert_eq!((number("posts_found"), number("merged"), skipped), (71, 2, 0));
}

#[test]
fn two_builds_are_the_same_bytes() {
    let (first, _) = build(&sample());
    let (second, _) = build(&sample());
    assert_eq!(contents(&first.path().join("bundle")), contents(&second.path().join("bundle")));
}

#[test]
fn a_search_answers_in_json() {
    let (out, _) = build(&sample());
    let bundle = out.path().join("bundle");
    let simplified = search(&bundle, &["图书馆", "--limit", "all"]);
    let traditional = search(&bundle, &["圖書館", "--limit", "all", "--sort", "oldest"]);
    assert_eq!(simplified["total"], traditional["total"]);
    assert_eq!(simplified["hits"].as_array().unwrap().len() as u64, simplified["total"].as_u64().unwrap());
    let hit = &simplified["hits"][0];
    assert!(sample().join(hit["paths"][0].as_str().unwrap()).exists());
    assert!(hit["score"].as_f64().unwrap() > 0.0);
    let dates: Vec<_> =
        traditional["hits"].as_array().unwrap().iter().map(|hit| hit["date"].to_string()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    assert_eq!(search(&bundle, &["图书馆", "--limit", "2"])["hits"].as_array().unwrap().len(), 2);
}

#[test]
fn a_missing_or_empty_archive_fails_and_leaves_the_bundle_alone() {
    let (out, _) = build(&sample());
    let bundle = out.path().join("bundle");
    let before = contents(&bundle);
    let empty = archive(&[("README.md", b"no posts here")]);
    let bundle_name = bundle.to_str().unwrap();
    let missing = empty.path().join("nowhere");
    check_failure(
        &["build", missing.to_str().unwrap(), "--out", bundle_name],
        &["nowhere", "does not exist"],
    );
    check_failure(
        &["build", empty.path().to_str().unwrap(), "--out", bundle_name],
        &[empty.path().to_str().unwrap(), "holds no posts"],
    );
    assert_eq!(contents(&bundle), before);
}

#[test]
fn an_archive_of_nothing_readable_fails_with_the_reasons() {
    let archive = archive(&[("_posts/2020-01-01-empty.md", b"\n")]);
    let out = archive.path().join("out");
    check_failure(
        &["build", archive.path().to_str().unwrap(), "--out", out.to_str().unwrap()],
        &["_posts/2020-01-01-empty.md", "the file is empty"],
    );
    assert!(!out.join("manifest.json").exists());
}

#[test]
fn a_bad_post_is_named_and_the_rest_is_built() {
    let archive = archive(&[
        ("_posts/2020-01-01-good.md", "---\ntitle: good\ndate: 2020-01-01\n---\n茶".as_bytes()),
        ("_posts/2020-01-02-not-yaml.md", "---\ntitle: \"a\\智\ndate: [\n---\n茶".as_bytes()),
        ("_posts/2020-01-03-latin1.md", b"---\ntitle: caf\xe9\ndate: 2020-01-03\n---\ntea"),
        ("_posts/2020-01-04-empty.md", b""),
    ]);
    let (_out, report) = build(archive.path());
    assert_eq!(report["articles"], 3);
    assert_eq!(report["skipped"][0]["path"], "_posts/2020-01-04-empty.md");
    let warned: Vec<_> =
        report["warnings"].as_array().unwrap().iter().map(|w| w["path"].as_str().unwrap()).collect();
    assert!(warned.contains(&"_posts/2020-01-02-not-yaml.md"), "{warned:?}");
    assert!(warned.contains(&"_posts/2020-01-03-latin1.md"), "{warned:?}");
}

#[test]
fn an_output_that_can_not_be_written_is_an_error() {
    let archive = archive(&[("_posts/2020-01-01-a.md", b"---\ntitle: a\n---\n"), ("file", b"")]);
    let out = archive.path().join("file/bundle");
    check_failure(
        &["build", archive.path().to_str().unwrap(), "--out", out.to_str().unwrap()],
        &["file/bundle", "can not make the folder"],
    );
}

#[test]
fn a_damaged_bundle_names_the_file() {
    let (out, _) = build(&sample());
    let bundle = out.path().join("bundle");
    for folder in ["segments", "columns", "directory", "terms", "catalog", "bodies", "origins"] {
        let noticed = std::fs::read_dir(bundle.join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                let whole = std::fs::read(path).unwrap();
                std::fs::write(path, &whole[..whole.len() / 2]).unwrap();
                let noticed_half = names_file(&bundle, path);
                std::fs::remove_file(path).unwrap();
                let noticed_none = names_file(&bundle, path);
                std::fs::write(path, &whole).unwrap();
                noticed_half && noticed_none
            });
        assert!(noticed.count() > 0, "damage in {folder} goes unnoticed");
    }
}

/// Whether a search fails because of `file`. One that fails for another reason is a fault.
fn names_file(bundle: &Path, file: &Path) -> bool {
    let output = build_index(&["search", bundle.to_str().unwrap(), "图书馆 OR tea", "--limit", "all"]);
    let message = String::from_utf8_lossy(&output.stderr);
    let failed = !output.status.success();
    assert!(!failed || message.contains(file.file_name().unwrap().to_str().unwrap()), "{message}");
    assert!(!message.contains("panicked"), "{message}");
    failed
}

#[test]
fn a_manifest_of_another_version_or_none_is_refused() {
    let newer = archive(&[("manifest.json", b"{\"format\": 999}")]);
    check_failure(
        &["search", newer.path().to_str().unwrap(), "茶"],
        &["manifest.json", "format version 999", "build it again"],
    );
    let cut = archive(&[("manifest.json", b"{\"format\": 1, \"si")]);
    check_failure(&["search", cut.path().to_str().unwrap(), "茶"], &["manifest.json", "damaged"]);
    check_failure(&["search", "/nowhere", "茶"], &["/nowhere/manifest.json"]);
}

//! Drives the built program as a keeper does.

// A test is meant to stop at the first surprise; Clippy sees helpers outside of #[test] as code.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use support::{archive, build, build_index, check_failure, contents, sample, search};

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn every_post_of_the_sample_is_accounted_for() {
    let (_out, report) = build(&sample());
    let number = |name: &str| report[name].as_u64().unwrap();
    let skipped = report["skipped"].as_array().unwrap().len() as u64;
    assert_eq!(number("posts_found"), number("articles") + number("merged") + skipped);
    assert_eq!((number("posts_found"), number("merged"), skipped), (71, 3, 0));
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn two_builds_are_the_same_bytes() {
    let (first, _) = build(&sample());
    let (second, _) = build(&sample());
    assert_eq!(contents(&first.path().join("bundle")), contents(&second.path().join("bundle")));
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
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

/// Builds with these arguments and environment variables; gives the exit code and, where a bundle
/// was written, its manifest and report.
fn build_with(archive: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> (i32, Value, Value) {
    let out = tempfile::tempdir().unwrap();
    let (bundle, report) = (out.path().join("bundle"), out.path().join("report.json"));
    let output = Command::new(env!("CARGO_BIN_EXE_build-index"))
        .arg("build")
        .arg(archive)
        .args([Path::new("--out"), &bundle, Path::new("--report"), &report])
        .args(arguments)
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    let read = |path: &Path| serde_json::from_slice(&std::fs::read(path).unwrap_or_default());
    let manifest = read(&bundle.join("manifest.json")).unwrap_or_default();
    (output.status.code().unwrap(), manifest, read(&report).unwrap_or_default())
}

#[test]
fn flags_go_before_the_environment_and_that_before_the_file() {
    let archive = archive(&[
        ("_posts/2020-01-01-a.md", b"---\ntitle: a\n---\ntext"),
        ("_config.yml", b"name: config\nurl: https://example.org\nbaseurl: /a\nlang: zh\nauthor: {name: b}"),
        ("reading-room.toml", b"[site]\ntitle = 'file'\n"),
        ("other.toml", b"[site]\ntitle = 'other'\n"),
    ]);
    let other = archive.path().join("other.toml");
    let check = |arguments: &[&str], environment: &[(&str, &str)], expected: &str| {
        let (code, manifest, _) = build_with(archive.path(), arguments, environment);
        assert_eq!((code, &manifest["site"]["title"]), (0, &Value::from(expected)));
        assert_eq!(manifest["site"]["url"], "https://example.org/a");
        assert_eq!((&manifest["site"]["language"], &manifest["site"]["author"]), (&"zh".into(), &"b".into()));
    };
    let environment = &[("READING_ROOM_TITLE", "environment")];
    check(&["--title", "flag"], environment, "flag");
    check(&[], environment, "environment");
    check(&[], &[], "file");
    check(&["--config", other.to_str().unwrap()], &[], "other");
}

#[test]
fn a_setting_that_means_nothing_is_an_error_with_the_remedy() {
    let archive = archive(&[
        ("_posts/2020-01-01-a.md", b"---\ntitle: a\n---\ntext"),
        ("reading-room.toml", b"[build]\nout = 'made'\ndraft = true\n"),
    ]);
    let folder = archive.path().to_str().unwrap();
    check_failure(&["build", folder], &["`draft`", "reading-room.toml, line 3", "did you mean `drafts`?"]);
    check_failure(&["build", folder, "--config", "/nowhere/x.toml"], &["cannot read /nowhere/x.toml"]);
    std::fs::write(archive.path().join("reading-room.toml"), "[build]\nout = 'made'\n").unwrap();
    assert!(build_index(&["build", folder]).status.success());
    assert!(archive.path().join("made/manifest.json").exists());
}

#[test]
fn drafts_are_built_on_request() {
    let archive = archive(&[
        ("_posts/2020-01-01-a.md", b"---\ntitle: a\n---\ntext"),
        ("_posts/2020-01-02-b.md", b"---\ntitle: b\npublished: false\n---\ntext"),
        ("_drafts/c.md", b"---\ntitle: c\ndate: 2020-01-03\n---\ntext"),
    ]);
    let check = |arguments: &[&str], found: u64, articles: u64, skipped: usize| {
        let (code, _, report) = build_with(archive.path(), arguments, &[]);
        assert_eq!((code, &report["posts_found"], &report["articles"]), (0, &found.into(), &articles.into()));
        assert_eq!(report["skipped"].as_array().unwrap().len(), skipped);
    };
    check(&["--strict"], 2, 1, 1);
    check(&["--drafts"], 3, 3, 0);
    check(&["--drafts=false"], 2, 1, 1);
}

#[test]
fn a_post_of_a_hundred_megabytes_is_skipped_and_strict_says_so() {
    let archive = archive(&[("_posts/2020-01-01-a.md", b"---\ntitle: a\n---\ntext"), ("_posts/b.md", b"")]);
    let large = std::fs::File::options().write(true).open(archive.path().join("_posts/b.md")).unwrap();
    large.set_len(100_000_000).unwrap();
    for (arguments, expected) in [(&[][..], 0), (&["--strict"], 1)] {
        let (code, manifest, report) = build_with(archive.path(), arguments, &[]);
        assert_eq!((code, &manifest["totals"]["articles"]), (expected, &1.into()));
        let notice = &report["skipped"][0];
        assert_eq!((&notice["path"], &notice["kind"]), (&"_posts/b.md".into(), &"too-large".into()));
        assert!(notice["reason"].as_str().unwrap().contains("100.0 MB, more than 20.0 MB"), "{notice}");
    }
}

#[test]
fn a_site_of_hugo() {
    let archive = archive(&[
        (
            "hugo.toml",
            "title = '茶'\nbaseURL = 'https://example.org/'\ntimeZone = 'Asia/Hong_Kong'".as_bytes(),
        ),
        ("content/_index.md", b"+++\ntitle = 'the section'\n+++\n"),
        ("content/posts/tea/index.md", b"+++\ndate = 2019-05-25T08:30:00\n+++\nclipper one"),
        ("content/posts/tea/notes.md", b"clipper, but no page"),
        ("content/posts/race.md", b"{\n\"date\": \"2020-01-01\"\n}\n# The race\n\nclipper two"),
    ]);
    let (out, report) = build(archive.path());
    assert_eq!((&report["articles"], &report["warnings"]), (&2.into(), &Value::Array(vec![])));
    let found = search(&out.path().join("bundle"), &["clipper", "--sort", "newest"]);
    let of_hit = |n: usize| ["title", "date"].map(|name| found["hits"][n][name].as_str().unwrap().to_owned());
    assert_eq!(of_hit(0), ["The race", "2020-01-01"]);
    assert_eq!(of_hit(1), ["tea", "2019-05-25T08:30:00+08:00"]);
}

#[test]
fn warnings_name_the_line() {
    let archive = archive(&[
        ("_posts/2020-01-01-a.md", b"---\nlayout: post\ntitle: \"a\\y\"\n---\ntext"),
        ("_posts/2020-01-02-b.md", b"---\ntitle: b\ndate: someday\n---\ntext"),
        ("_posts/2020-01-03-c.md", b"---\ntitle: c\n---\n\ncaf\xe9"),
        ("_posts/2020-01-04-d.md", b"no front matter"),
    ]);
    let (_out, report) = build(archive.path());
    let warnings = report["warnings"].as_array().unwrap().iter();
    let lines: Vec<_> = warnings.map(|w| (w["kind"].as_str().unwrap(), w["line"].as_u64())).collect();
    assert_eq!(
        lines,
        [("front-matter", Some(3)), ("date", Some(3)), ("encoding", Some(5)), ("front-matter", None)]
    );
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn stats_count_what_is_there() {
    let (out, report) = build(&sample());
    let bundle = out.path().join("bundle");
    let run = |arguments: &[&str]| {
        let output = build_index(&[&["stats", bundle.to_str().unwrap()], arguments].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let stats: Value = serde_json::from_str(&run(&["--json"])).unwrap();
    assert_eq!(stats["articles"], report["articles"]);
    assert_eq!(stats["files"], report["folders"]);
    let years = stats["facets"]["year"].as_array().unwrap().iter();
    assert_eq!(Value::from(years.map(|year| year[1].as_u64().unwrap()).sum::<u64>()), report["articles"]);
    let bytes = |what: &str| stats["costs"][what]["bytes"].as_u64().unwrap();
    assert!(bytes("first_visit") > 0 && bytes("query") > bytes("article"), "{}", stats["costs"]);
    let table = run(&[]);
    for part in ["articles\n", "\ncategory\n", "together", "the first list"] {
        assert!(table.contains(part), "{part} is not in\n{table}");
    }
    check_failure(&["stats", "/nowhere"], &["/nowhere/manifest.json", "is /nowhere a bundle?"]);
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
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
fn an_output_that_cannot_be_written_is_an_error() {
    let archive = archive(&[("_posts/2020-01-01-a.md", b"---\ntitle: a\n---\n"), ("file", b"")]);
    let out = archive.path().join("file/bundle");
    check_failure(
        &["build", archive.path().to_str().unwrap(), "--out", out.to_str().unwrap()],
        &["file/bundle", "cannot make the folder"],
    );
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn a_damaged_bundle_names_the_file() {
    let (out, _) = build(&sample());
    let bundle = out.path().join("bundle");
    let segments = std::fs::read_dir(bundle.join("segments")).unwrap();
    let segment = segments.map(|entry| entry.unwrap().path()).next().unwrap();
    for folder in ["columns", "directory", "terms", "catalog", "bodies"] {
        let noticed = std::fs::read_dir(segment.join(folder))
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

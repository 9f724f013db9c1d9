//! Checks archives as a keeper does, with the built program.

// A test is meant to stop at the first surprise; Clippy sees helpers outside of #[test] as code.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn check(archive: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_build-index");
    Command::new(program).arg("check").arg(archive).args(arguments).output().unwrap()
}

fn findings(archive: &Path, arguments: &[&str]) -> Value {
    let output = check(archive, &[arguments, &["--json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../sample")
}

/// A folder with posts in it, each without its line of `---` at the start and with its path below
/// `_posts`.
fn archive(posts: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, post) in posts {
        write(dir.path(), path, format!("---\n{post}").as_bytes());
    }
    dir
}

fn write(archive: &Path, path: &str, post: &[u8]) {
    let path = archive.join("_posts").join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, post).unwrap();
}

/// Checks what is found in an archive beside posts that are as they should be: kind, path, line, and
/// a part of the message.
fn check_findings(archive: &Path, expected: &[(&str, &str, Option<u64>, &str)]) {
    let report = findings(archive, &[]);
    let findings = report["findings"].as_array().unwrap();
    let text = |finding: &Value, name: &str| finding[name].as_str().unwrap().to_owned();
    assert_eq!(findings.len(), expected.len(), "{findings:#?}");
    for (finding, (kind, path, line, message)) in findings.iter().zip(expected) {
        let seen = (text(finding, "kind"), text(finding, "path"), finding["line"].as_u64());
        assert_eq!(seen, (kind.to_string(), format!("_posts/{path}"), *line));
        assert!(text(finding, "message").contains(message), "{finding}");
    }
    let counted: u64 = report["counts"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum();
    assert_eq!(counted, findings.len() as u64);
}

#[test]
fn faults() {
    let archive = archive(&[
        ("2020-01-01-good.md", "title: good\n---\n[next](2020-01-02-next.md) [web](https://x.org/)"),
        (
            "2020-01-02-next.md",
            "title: next\n---\n[first]({% post_url 2020-01-01-good %}) ![](https://x.org/a.png)",
        ),
        ("2020-01-03-yaml.md", "title: \"a\\y\"\n---\nyaml"),
        ("2020-01-04-date.md", "title: date\ndate: someday\n---\ndate"),
        ("2020-01-05-damaged.md", "title: damaged\n---\n\ntea\u{fffd}"),
        ("2020-01-06-untitled.md", "layout: post\n---\nuntitled"),
        ("2020-01-07-.md", "layout: post\n---\nnameless"),
        ("2020-01-08-heading.md", "layout: post\n---\n# A title\n\nheading"),
        ("2020-01-09-blank.md", "title: blank\n---\n<div>\n<script>shown()</script>\n</div>\n"),
        ("2020-01-10-picture.md", "title: picture\n---\n<img src=\"https://x.org/b.png\">"),
        ("2020-01-11-film.md", "title: film\nfrom: https://www.youtube.com/watch?v=abc\n---\n"),
        (
            "2020-01-12-links.md",
            "title: links\n---\n[a]({% post_url 2019-01-01-gone %})\n\n<a href=\"../gone.html\">b</a>\n\
             <a href=\"../gone.html\">again</a>\n",
        ),
        ("2020-01-13-original.md", "title: original\nfrom: https://x.org/1\n---\n[on its site](/about)"),
    ]);
    write(archive.path(), "2020-02-01-empty.md", b"\n");
    write(archive.path(), "2020-02-02-latin.md", b"---\ntitle: a\n---\n\ncaf\xe9");
    std::fs::create_dir_all(archive.path().join("_posts/2020-02-03-folder.md")).unwrap();
    check_findings(
        archive.path(),
        &[
            ("empty", "2020-02-01-empty.md", None, "the file is empty"),
            ("encoding", "2020-01-05-damaged.md", Some(5), "damaged character"),
            ("encoding", "2020-02-02-latin.md", Some(5), "not UTF-8"),
            ("front-matter", "2020-01-03-yaml.md", Some(2), "not YAML"),
            ("date", "2020-01-04-date.md", Some(3), "\"someday\" cannot be read"),
            ("no-title", "2020-01-06-untitled.md", None, "taken as \"untitled\""),
            ("no-title", "2020-01-07-.md", None, "its file name tells none"),
            ("empty-body", "2020-01-09-blank.md", None, "no text, no picture"),
            ("broken-link", "2020-01-12-links.md", Some(4), "/_posts/2019-01-01-gone.md leads to no article"),
            ("broken-link", "2020-01-12-links.md", Some(6), "../gone.html leads to no article"),
        ],
    );
}

// Other systems refuse some of these names, or take two of them for one.
#[cfg(target_os = "linux")]
#[test]
fn remarks() {
    let large = format!("title: large\n---\n{}", "tea ".repeat(300_000));
    let archive = archive(&[
        ("2020-01-01-Tea.md", "title: Tea\n---\none"),
        ("2020-01-01-tea.md", "title: tea\n---\ntwo"),
        ("2020-01-02-a?\u{8}.md", "title: a\n---\nthree"),
        ("2020-01-03-draft.md", "title: draft\ndraft: true\n---\nfour"),
        ("2020-01-04-large.md", &large),
        ("a/2020-01-05-new.md", "title: new\nfrom: https://x.org/1\ndate: 2020-01-05\n---\nfive"),
        ("b/2020-01-05-new.md", "title: new\nfrom: https://x.org/1\ndate: 2020-01-05\n---\nfive\n"),
        ("2020-01-04-old.md", "title: old\nfrom: https://x.org/1\ndate: 2020-01-04\n---\nsix"),
        ("2020-02-01-a.md", "title: x\n---\nloading"),
        ("2020-02-02-b.md", "title: y\n---\nloading"),
        ("2020-02-03-c.md", "title: z\n---\nloading"),
    ]);
    check_findings(
        archive.path(),
        &[
            ("draft", "2020-01-03-draft.md", None, "--drafts"),
            ("name", "2020-01-01-tea.md", None, "_posts/2020-01-01-Tea.md in case only"),
            ("name", "2020-01-02-a?\u{8}.md", None, "U+0008, and holds ?, which Windows refuses"),
            ("oversized", "2020-01-04-large.md", None, "it has 1.2 MB"),
            ("duplicate", "2020-01-04-old.md", None, "an earlier version of _posts/a/2020-01-05-new.md"),
            ("duplicate", "b/2020-01-05-new.md", None, "the same as _posts/a/2020-01-05-new.md"),
            ("same-body", "2020-02-01-a.md", None, "of 3 articles"),
        ],
    );
    let printed = String::from_utf8(check(archive.path(), &[]).stdout).unwrap();
    assert!(printed.contains("2020-01-02-a?\\u{8}.md: its name holds"), "{printed}");
    assert!(printed.ends_with("\n11 posts found, 8 articles: 0 faults, 7 remarks\n"), "{printed}");
}

#[test]
fn the_settings_of_the_archive_count() {
    let archive = archive(&[("2020-01-01-a.md", "title: a\n---\n<p class=tea>a</p>")]);
    write(archive.path(), "../reading-room.toml", b"[build]\nrules = 'rules.txt'\n");
    write(archive.path(), "../rules.txt", b".tea\n");
    check_findings(archive.path(), &[("empty-body", "2020-01-01-a.md", None, "no text")]);
    assert_eq!(std::fs::read_dir(archive.path()).unwrap().count(), 3, "a check writes nothing");
}

#[test]
fn thresholds() {
    let archive = archive(&[
        ("2020-01-01-a.md", "title: a\n---\n[a](gone.md)"),
        ("2020-01-02-b.md", "title: b\n---\n[b](gone.md)"),
        ("2020-01-03-c.md", "title: c\ndraft: true\n---\nc"),
    ]);
    let check = |arguments: &[&str], code: i32, expected: &str| {
        let output = check(archive.path(), arguments);
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?} {message}");
        assert!(message.contains(expected), "{message}");
    };
    check(&[], 0, "");
    check(&["--fail-on", "encoding,date"], 0, "");
    check(&["--fail-on", "encoding,broken-link,draft"], 1, "--fail-on names: draft: 1, broken-link: 2");
    check(&["--fail-on", "encoding", "--fail-on", "broken-link", "--json"], 1, "broken-link: 2");
    check(&["--fail-on", "tea"], 2, "possible values: unreadable");
    check(&["--max-faults", "2"], 0, "");
    check(&["--max-faults", "1"], 1, "faults: 2; --max-faults allows 1");
}

#[test]
fn a_long_list_is_cut_for_people_only() {
    let posts: Vec<_> = (10..22).map(|day| format!("2020-01-{day}-a.md")).collect();
    let posts: Vec<_> = posts.iter().map(|path| (path.as_str(), "title: a\n---\n")).collect();
    let archive = archive(&posts);
    let printed = String::from_utf8(check(archive.path(), &[]).stdout).unwrap();
    assert!(printed.starts_with("fault: empty-body (12)\n  _posts/2020-01-10-a.md: it shows"), "{printed}");
    assert!(printed.contains("\n  … and 2 more; --json lists them all\n"), "{printed}");
    assert_eq!(findings(archive.path(), &[])["counts"]["empty-body"], 12);
    assert!(check(archive.path(), &["--quiet"]).stdout.is_empty());
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn the_sample() {
    let findings = findings(&sample(), &[]);
    assert_eq!((&findings["posts_found"], &findings["articles"]), (&71.into(), &68.into()));
    let expected = serde_json::json!({
        "encoding": 1, "front-matter": 2, "no-title": 1, "name": 9, "duplicate": 3, "same-body": 1
    });
    assert_eq!(findings["counts"], expected);
}

#[test]
fn an_archive_without_posts_is_an_error() {
    let output = check(archive(&[]).path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("holds no posts"));
}

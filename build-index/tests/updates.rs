//! Builds into a folder that has a bundle.

// A test is meant to stop at the first surprise; Clippy sees helpers outside of #[test] as code.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt as _, SeedableRng as _};
use support::{archive, build, build_into, building, contents, sample, whole};

/// A post as robots write it.
fn post(date: &str, title: &str, body: &str) -> String {
    format!(
        "---\nlayout: post\ntitle: \"{title}\"\ndate: {date}T08:00:00.000Z\nauthor: 雨窗\n\
         from: https://www.example.org/{date}/{title}\ntags: [ 茶 ]\ncategories: [ news ]\n---\n\n\
         <div>\n<p>{body}</p>\n</div>\n"
    )
}

/// An archive of `posts` posts, one a day since 2001.
fn archive_of(posts: usize) -> tempfile::TempDir {
    let dir = archive(&[]);
    std::fs::create_dir(dir.path().join("_posts")).unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    for number in 0..posts {
        let day = bundle::date::Day(11_323 + number as i32).to_string();
        let words: Vec<String> = (0..40).map(|_| format!("word{}", rng.random_range(0..5_000))).collect();
        add(dir.path(), &day, &format!("number {number}"), &words.join(" "));
    }
    dir
}

fn add(archive: &Path, date: &str, title: &str, body: &str) {
    std::fs::write(archive.join(format!("_posts/{date}-{title}.md")), post(date, title, body)).unwrap();
}

/// When each file of a folder was written last.
fn written_at(dir: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let files = contents(dir).into_keys();
    files.map(|path| (path.clone(), dir.join(path).metadata().unwrap().modified().unwrap())).collect()
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn a_build_with_nothing_to_do_writes_nothing() {
    let (out, report) = build(&sample());
    assert_eq!((&report["files_written"], &report["bytes_written"]), (&report["files"], &report["bytes"]));
    assert_eq!(report["articles_kept"], 0);
    assert!(report["peak_memory_bytes"].as_u64().is_none_or(|bytes| bytes > 1_000_000), "{report}");
    let bundle = out.path().join("bundle");
    let (before, at) = (contents(&bundle), written_at(&bundle));
    let report = build_into(&sample(), &bundle, &[]);
    assert_eq!((&report["files_written"], &report["bytes_written"]), (&0.into(), &0.into()));
    assert_eq!(report["articles_kept"], report["articles"]);
    assert_eq!((contents(&bundle), written_at(&bundle)), (before, at));
}

#[test]
fn the_summary_says_what_was_new() {
    let archive = archive(&[]);
    std::fs::create_dir(archive.path().join("_posts")).unwrap();
    let bundle = archive.path().join("bundle");
    let check = |expected: &str| {
        let output = building(archive.path(), &bundle).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(printed.lines().last().unwrap().starts_with(expected), "{printed}");
        assert!(output.stderr.is_empty(), "there is no progress where there is no terminal");
    };
    add(archive.path(), "2020-01-01", "one", "tea");
    add(archive.path(), "2020-01-02", "two", "tide");
    check("2 of 2 articles are new or changed; ");
    add(archive.path(), "2020-01-03", "three", "tea");
    add(archive.path(), "2020-01-02", "two", "changed");
    check("2 of 3 articles are new or changed; ");
    check("0 of 3 articles are new or changed; 0 files, 0 B written, in ");
    let quiet = building(archive.path(), &bundle).args(["--full", "--quiet"]).output().unwrap();
    assert_eq!((quiet.stdout, quiet.stderr), (Vec::new(), Vec::new()));
}

#[test]
fn a_new_post_changes_little() {
    let archive = archive_of(1_500);
    let (out, report) = build(archive.path());
    assert_eq!(report["articles"], 1_500);
    let bundle = out.path().join("bundle");
    let mut before = contents(&bundle);
    for (date, title) in [("2030-01-01", "late"), ("1950-01-01", "old"), ("2003-05-05", "between")] {
        add(archive.path(), date, title, "a lighthouse");
        let report = build_into(archive.path(), &bundle, &[]);
        let after = contents(&bundle);
        let stayed = before.iter().filter(|(path, bytes)| after.get(*path) == Some(bytes)).count();
        let written = report["files_written"].as_u64().unwrap();
        assert_eq!(after.len(), stayed + written as usize, "{title}");
        assert!(before.len() - stayed <= 12 && written <= 12, "{title}: {written} of {}", after.len());
        assert!(report["bytes_written"].as_u64().unwrap() < 20_000, "{title}: {report}");
        assert_eq!(whole::read(&bundle).articles.len(), report["articles"].as_u64().unwrap() as usize);
        before = after;
    }
}

#[test]
fn neither_threads_nor_folders_show_in_the_bytes() {
    let archive = archive_of(200);
    let (out, _) = build(archive.path());
    let expected = contents(&out.path().join("bundle"));
    let elsewhere = tempfile::tempdir().unwrap();
    let moved = elsewhere.path().join("a folder of another name");
    std::fs::create_dir_all(moved.join("_posts")).unwrap();
    for (path, text) in contents(archive.path()) {
        std::fs::write(moved.join(path), text).unwrap();
    }
    let title = archive.path().file_name().unwrap().to_str().unwrap();
    for (archive, threads) in [(archive.path(), "1"), (archive.path(), "4"), (&moved, "3")] {
        let bundle = elsewhere.path().join(format!("bundle-{threads}"));
        let mut build = building(archive, &bundle);
        let build = build.args(["--full", "--quiet", "--title", title]).env("RAYON_NUM_THREADS", threads);
        assert!(build.status().unwrap().success());
        assert!(build.status().unwrap().success(), "again, into the same folder");
        assert!(contents(&bundle) == expected, "{threads} threads, {}", archive.display());
    }
}

/// A picture that becomes a file.
fn picture() -> String {
    use base64::Engine as _;
    let mut gif = b"GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x02\0\x01\0\0\x02\x01D\0;".to_vec();
    gif.resize(5_000, 0);
    let base64 = base64::prelude::BASE64_STANDARD.encode(gif);
    format!("<img src='data:image/gif;base64,{base64}'>")
}

#[test]
#[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
fn damage_is_mended() {
    let archive = archive_of(6);
    add(archive.path(), "2020-01-01", "picture", &picture());
    let (out, _) = build(archive.path());
    let bundle = out.path().join("bundle");
    let sound = contents(&bundle);
    let check = |what: &str, file: &Path| {
        build_into(archive.path(), &bundle, &[]);
        let after = contents(&bundle);
        assert!(after == sound, "{} {what}: {:?}", file.display(), after.keys());
    };
    let folders: BTreeMap<_, _> = sound.iter().map(|(path, bytes)| (path.parent(), (path, bytes))).collect();
    assert_eq!(folders.len(), 11, "{folders:?}");
    for (path, bytes) in folders.into_values() {
        let file = bundle.join(path);
        std::fs::remove_file(&file).unwrap();
        check("missing", path);
        for (what, content) in [
            ("truncated", &bytes[..bytes.len() / 2]),
            ("full of zeros", &vec![0; bytes.len()]),
            ("empty", b""),
            ("another", &std::fs::read(sample().join("README.md")).unwrap_or_default()),
            ("of another version", b"{\"format\": 999}"),
        ] {
            std::fs::write(&file, content).unwrap();
            check(what, path);
        }
    }
    for stray in [
        "names/0123456789ab.json.gz",
        "names/.unfinished-x",
        ".unfinished-manifest",
        "segments/0123456789ab/terms/0.json.gz",
        "segments/.unfinished-x/terms/0.json.gz",
        "terms/0123456789ab.json.gz",
    ] {
        let file = bundle.join(stray);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, "left over").unwrap();
        check("left over", Path::new(stray));
    }
}

/// A folder of the tests of bundles in folders.
fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bundle-folder/tests/golden").join(name)
}

#[test]
fn a_bundle_of_an_earlier_format_is_replaced() {
    let out = tempfile::tempdir().unwrap();
    for (path, bytes) in contents(&golden("3")) {
        let file = out.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    let catalog = std::fs::read_dir(out.path().join("catalog")).unwrap().next().unwrap().unwrap().path();
    let catalog = bundle_folder::gunzip(std::fs::read(catalog).unwrap()).unwrap();
    let catalog: serde_json::Value = serde_json::from_slice(&catalog).unwrap();
    build_into(&golden("archive"), out.path(), &[]);
    let bundle = whole::read(out.path());
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 4, "the folders of before are gone");
    let keys: Vec<_> = bundle.addresses().into_iter().map(|(_, key, _)| key).collect();
    assert_eq!(catalog["k"], keys.concat(), "addresses live on");
}

//! Builds where something is against it: odd posts, full and read-only disks, and being killed.

// A test is meant to stop at the first surprise; Clippy sees helpers outside of #[test] as code.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use rand::distr::Alphanumeric;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt as _, SeedableRng as _};
use support::{archive, build, build_into, building, check_failure, contents, search, skipped, whole};

fn write(archive: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = archive.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// A post with this title and body.
fn post(title: &str, body: &str) -> String {
    format!("---\ntitle: \"{title}\"\ndate: 2020-01-02\n---\n\n{body}\n")
}

/// An archive in one of two states, which has much in common with the other.
fn write_state(archive: &Path, word: &str) {
    for number in 0..12 {
        let text = if number % 3 == 0 { word } else { "the same in both" };
        write(archive, &format!("_posts/2020-01-02-{number}.md"), post(&format!("{number}"), text));
    }
    let own = format!("_posts/2020-01-03-{word}.md");
    let _ = std::fs::remove_file(archive.join("_posts/2020-01-03-clipper.md"));
    let _ = std::fs::remove_file(archive.join("_posts/2020-01-03-lighthouse.md"));
    write(archive, &own, post(word, word));
}

/// What a reader finds in a bundle, all of which is read.
fn texts(bundle: &Path) -> BTreeSet<(String, String)> {
    let articles = whole::read(bundle).articles.into_iter();
    articles.map(|(card, body)| (card.title, body)).collect()
}

#[test]
fn a_killed_build_leaves_a_whole_bundle() {
    let archive = archive(&[]);
    let states = ["clipper", "lighthouse"];
    let expected = states.map(|word| {
        write_state(archive.path(), word);
        texts(&build(archive.path()).0.path().join("bundle"))
    });
    let out = tempfile::tempdir().unwrap();
    let bundle = out.path().join("bundle");
    build_into(archive.path(), &bundle, &[]);
    let start = std::time::Instant::now();
    let mut state = 1;
    build_into(archive.path(), &bundle, &["--full"]);
    let usual = start.elapsed();
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    let mut was_cut_short = 0;
    for round in 0..50 {
        write_state(archive.path(), states[1 - state]);
        let mut build = building(archive.path(), &bundle).arg("--quiet").spawn().unwrap();
        std::thread::sleep(usual.mul_f64(rng.random::<f64>()));
        build.kill().unwrap();
        was_cut_short += usize::from(!build.wait().unwrap().success());
        let seen = texts(&bundle);
        state = expected.iter().position(|expected| *expected == seen).unwrap_or_else(|| {
            panic!("round {round}: neither of the two states, but {seen:?}");
        });
        if round % 10 == 0 {
            let total = |word: &str| search(&bundle, &[word])["total"].as_u64().unwrap();
            assert_eq!([0, 1].map(|n| total(states[n]) > 0), [state == 0, state == 1]);
        }
    }
    assert!(was_cut_short > 10, "only {was_cut_short} builds were killed before they were done");
    build_into(archive.path(), &bundle, &[]);
    assert_eq!(contents(&bundle).into_keys().collect::<BTreeSet<_>>(), whole::read(&bundle).files);
}

/// A small disk of its own; unmounted when dropped.
struct Disk {
    dir: tempfile::TempDir,
}

impl Disk {
    /// `None` where the system does not allow it.
    fn mount(size: &str) -> Option<Disk> {
        let disk = Disk { dir: tempfile::tempdir().unwrap() };
        let mounted = mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"], disk.dir.path());
        if !mounted {
            std::mem::forget(disk);
            return None;
        }
        Some(disk)
    }

    fn remount(&self, options: &str) {
        assert!(mount(&["-o", &format!("remount,{options}")], self.dir.path()));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.dir.path()).status();
    }
}

fn mount(options: &[&str], dir: &Path) -> bool {
    let command = Command::new("mount").args(options).arg(dir).stderr(Stdio::null()).status();
    cfg!(target_os = "linux") && command.is_ok_and(|status| status.success())
}

/// Checks that a build fails, says why, and leaves a bundle as it was.
fn check_refused(archive: &Path, bundle: &Path, expected: &[&str]) {
    let before = contents(bundle);
    check_failure(&["build", archive.to_str().unwrap(), "--out", bundle.to_str().unwrap()], expected);
    assert!(contents(bundle) == before, "{:?}", contents(bundle).keys());
    whole::read(bundle);
}

#[test]
fn a_full_disk_and_one_that_is_read_only() {
    let Some(disk) = Disk::mount("400k") else {
        return skipped("faults::a_full_disk_and_one_that_is_read_only", "no disk can be mounted here");
    };
    let bundle = disk.dir.path().join("bundle");
    let archive = archive(&[]);
    write_state(archive.path(), "clipper");
    build_into(archive.path(), &bundle, &[]);
    let rng = ChaCha8Rng::seed_from_u64(13);
    let noise: String = rng.sample_iter(Alphanumeric).take(450_000).map(char::from).collect();
    write(archive.path(), "_posts/2020-01-04-large.md", post("large", &noise));
    let folder = bundle.to_str().unwrap();
    check_refused(archive.path(), &bundle, &["cannot write", folder, ".json.gz", "make room"]);
    disk.remount("size=10m");
    build_into(archive.path(), &bundle, &[]);
    assert_eq!(search(&bundle, &["large"])["total"], 1);
    write_state(archive.path(), "lighthouse");
    disk.remount("ro");
    check_refused(archive.path(), &bundle, &["cannot make a folder", folder, "choose another folder"]);
    disk.remount("rw");
    build_into(archive.path(), &bundle, &[]);
    assert_eq!(search(&bundle, &["lighthouse"])["total"], 5);
}

#[test]
fn a_file_in_the_place_of_a_folder() {
    let archive = archive(&[]);
    write_state(archive.path(), "clipper");
    let bundle = archive.path().join("bundle");
    write(archive.path(), "bundle/names", "in the way");
    let arguments = ["build", archive.path().to_str().unwrap(), "--out", bundle.to_str().unwrap()];
    let names = Path::new("bundle").join("names").display().to_string();
    check_failure(&arguments, &["cannot make the folder", &names, "remove what stands in its way"]);
}

#[cfg(unix)]
#[test]
fn odd_files_are_named_and_the_rest_is_built() {
    let archive = archive(&[]);
    write(archive.path(), "_posts/2020-01-01-good.md", post("good", "tea"));
    write(archive.path(), "_posts/2020-01-01-latin1.md", b"---\ntitle: latin\n---\ncaf\xe9 tea");
    write(archive.path(), "_posts/2020-01-01-nul.md", b"---\ntitle: nul\n---\ntea\0 and\0tide");
    write(archive.path(), "_posts/2020-01-01-binary.md", [0xff, 0, 0xfe, 1, 2, 3].repeat(500));
    let posts = archive.path().join("_posts");
    std::os::unix::fs::symlink("..", posts.join("loop")).unwrap();
    std::os::unix::fs::symlink("itself.md", posts.join("itself.md")).unwrap();
    assert!(Command::new("mkfifo").arg(posts.join("2020-01-01-x.md")).status().unwrap().success());
    let (out, report) = build(archive.path());
    assert_eq!((&report["posts_found"], &report["articles"]), (&6.into(), &4.into()));
    let named = |list: &str| -> BTreeMap<String, String> {
        let notices = report[list].as_array().unwrap().iter();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let names =
            notices.map(|n| (text(&n["path"]), format!("{}: {}", text(&n["kind"]), text(&n["message"]))));
        names.collect()
    };
    let skipped = named("skipped");
    assert_eq!(skipped["_posts/2020-01-01-x.md"], "unreadable: not a regular file");
    assert!(skipped["_posts/itself.md"].contains("ymbolic link"), "{skipped:?}");
    assert_eq!(report["skipped"][0]["reason"], report["skipped"][0]["message"]);
    let warnings = named("warnings");
    assert!(warnings["_posts/2020-01-01-latin1.md"].starts_with("encoding: "), "{warnings:?}");
    assert!(warnings.contains_key("_posts/2020-01-01-binary.md"), "{warnings:?}");
    assert_eq!(search(&out.path().join("bundle"), &["tea"])["total"], 3);
}

type Addresses = BTreeMap<String, (String, String)>;

/// The day and the key of each post's article. Those of two articles differ.
fn addresses(bundle: &Path) -> Addresses {
    let articles = whole::read(bundle).addresses();
    let distinct: BTreeSet<_> = articles.iter().map(|(day, key, _)| (day.clone(), key.clone())).collect();
    assert_eq!(distinct.len(), articles.len());
    let of_posts = |(day, key, paths): (String, String, Vec<String>)| {
        paths.into_iter().map(move |path| (path, (day.clone(), key.clone())))
    };
    articles.into_iter().flat_map(of_posts).collect()
}

/// Checks that the posts that are in both have the same address in both.
fn check_same(before: &Addresses, after: &Addresses, at_least: usize) {
    let in_both: Vec<_> = before.iter().filter(|(path, _)| after.contains_key(*path)).collect();
    assert!(in_both.len() >= at_least);
    in_both.into_iter().for_each(|(path, address)| assert_eq!(&after[path], address, "{path}"));
}

// Other systems refuse some of these names, or take two of them for one.
#[cfg(target_os = "linux")]
#[test]
fn every_name_has_an_address_that_stays() {
    let archive = archive(&[]);
    let long = "茶".repeat(64) + "-2020-01-02-ab";
    assert_eq!(long.len() + ".md".len(), 209);
    let names =
        ["a\u{8}b", "a\u{fffd}b", "-a", "Tea", "tea", "tea!", "tea?", "a\"<>|:*b", "a b", "a  b", &long];
    for (number, name) in names.iter().enumerate() {
        write(archive.path(), &format!("_posts/{name}.md"), post("one title", &format!("text {number}")));
    }
    let (out, report) = build(archive.path());
    assert_eq!(report["articles"], names.len());
    let bundle = out.path().join("bundle");
    let before = addresses(&bundle);
    let two_of_a_name = ["archived/tea.md", "archived/a/tea.md"];
    two_of_a_name.iter().for_each(|path| write(archive.path(), path, post("one title", path)));
    write(archive.path(), "_posts/0.md", post("one title", "comes first"));
    build_into(archive.path(), &bundle, &[]);
    let more = addresses(&bundle);
    check_same(&before, &more, names.len());
    // Those of one name, of which the first goes, and the others change.
    std::fs::remove_file(archive.path().join("_posts/tea.md")).unwrap();
    std::fs::remove_file(archive.path().join("_posts/a b.md")).unwrap();
    two_of_a_name.iter().for_each(|path| write(archive.path(), path, post("another title", path)));
    build_into(archive.path(), &bundle, &[]);
    check_same(&more, &addresses(&bundle), names.len());
    // Names of their own need no memory of the bundle before.
    let written_at_once = addresses(&build(archive.path()).0.path().join("bundle"));
    let own: Addresses = before.into_iter().filter(|(path, _)| !path.ends_with("/tea.md")).collect();
    check_same(&own, &written_at_once, names.len() - 2);
}

#[test]
fn ten_thousand_posts_of_one_title_and_day() {
    let archive = archive(&[]);
    for number in 0..10_000 {
        write(archive.path(), &format!("_posts/2020-01-02-{number}.md"), post("茶", &number.to_string()));
    }
    let (out, report) = build(archive.path());
    assert_eq!((&report["articles"], &report["merged"]), (&10_000.into(), &0.into()));
    let bundle = out.path().join("bundle");
    let before = addresses(&bundle);
    assert_eq!(before.len(), 10_000);
    std::fs::remove_file(archive.path().join("_posts/2020-01-02-17.md")).unwrap();
    write(archive.path(), "_posts/2020-01-02--1.md", post("茶", "one more"));
    build_into(archive.path(), &bundle, &[]);
    check_same(&before, &addresses(&bundle), 9_999);
}

/// Ends a process when dropped.
struct Running(std::process::Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_watched_archive_is_built_again_after_each_change() {
    let archive = archive(&[]);
    write(archive.path(), "_posts/2020-01-02-a.md", post("a", "tea"));
    write(archive.path(), ".git/HEAD", "");
    let (bundle, printed) = (archive.path().join("bundle"), tempfile::NamedTempFile::new().unwrap());
    let mut watch = building(archive.path(), &bundle);
    watch.arg("--watch").arg("--report").arg(archive.path().join("report.json"));
    let (out, errors) = (printed.reopen().unwrap(), tempfile::NamedTempFile::new().unwrap());
    let _running = Running(watch.stdout(out).stderr(errors.reopen().unwrap()).spawn().unwrap());
    let read = |file: &tempfile::NamedTempFile| std::fs::read_to_string(file.path()).unwrap();
    let await_that = |what: &str, holds: &dyn Fn() -> bool| {
        let start = std::time::Instant::now();
        while !holds() {
            assert!(start.elapsed() < Duration::from_secs(20), "{what}: {}{}", read(&printed), read(&errors));
            std::thread::sleep(Duration::from_millis(30));
        }
    };
    let rebuilds = || read(&printed).lines().skip_while(|line| !line.starts_with("watching ")).count();
    await_that("the first build", &|| rebuilds() == 1);
    let finds = |word: &str| search(&bundle, &[word])["total"] == 1;
    write(archive.path(), "_posts/2020-01-02-a.md", post("a", "lighthouse"));
    await_that("a change", &|| rebuilds() == 2);
    assert!(finds("lighthouse") && !finds("tea"));
    // As editors save: to another file, which then takes the name.
    write(archive.path(), "_posts/.a.md.swp", post("a", "clipper"));
    std::fs::rename(archive.path().join("_posts/.a.md.swp"), archive.path().join("_posts/2020-01-02-a.md"))
        .unwrap();
    await_that("a rename", &|| rebuilds() == 3 && finds("clipper"));
    write(archive.path(), ".git/HEAD", "changed");
    let posts: PathBuf = archive.path().join("_posts");
    std::fs::rename(&posts, archive.path().join("gone")).unwrap();
    await_that("an error", &|| read(&errors).contains("holds no posts"));
    std::fs::rename(archive.path().join("gone"), &posts).unwrap();
    write(archive.path(), "archived/2020-01-03-b.md", post("b", "tide"));
    await_that("a new folder", &|| finds("tide"));
    assert!(rebuilds() <= 6, "{}", read(&printed));
}

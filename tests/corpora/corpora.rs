//! Real archives, where they lie beside the checkout: every post is accounted for, and a search
//! finds what a scan of the posts finds.
//!
//! The scan knows nothing of Reading Room but its fold: it reads the posts as they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use bundle::text::fold;
use reading_room_tests::{NO_CORPORA, build_index, corpora, skip, without_inner_space};
use serde_json::Value;

fn run_build_index(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(build_index()).args(arguments).output().expect("build-index runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Builds an archive and checks that no post of it is lost.
fn check_accounts(archive: &Path, posts: u64) {
    let out = archive.with_extension("accounts");
    let report = out.join("report.json");
    let text = |path: &Path| path.to_str().expect("the path is UTF-8").to_owned();
    fs::create_dir_all(&out).expect("the folder can be made");
    run_build_index(&[
        "build",
        &text(archive),
        "--out",
        &text(&out.join("bundle")),
        "--report",
        &text(&report),
        "--quiet",
    ]);
    let report: Value =
        serde_json::from_slice(&fs::read(report).expect("the report is there")).expect("it is JSON");
    let number = |name: &str| report[name].as_u64().unwrap_or_default();
    let skipped = report["skipped"].as_array().map_or(0, Vec::len) as u64;
    assert_eq!(number("posts_found"), posts);
    assert_eq!(number("articles") + number("merged") + skipped, posts);
}

#[test]
fn every_post_is_accounted_for() {
    let Some(corpora) = corpora() else { skip!("{NO_CORPORA}") };
    check_accounts(&corpora.join("society"), 15_271);
    check_accounts(&corpora.join("oped2"), 2_641);
}

#[test]
fn a_search_finds_what_a_scan_finds() {
    let Some(corpora) = corpora() else { skip!("{NO_CORPORA}") };
    let posts = scan(&corpora.join("society"));
    for typed in
        ["习近平", "習近平", "台灣", "打工", "新聞自由", "的", "東莞常平", "今天我被通知", "沒有的東西"]
    {
        let folded = fold(typed);
        let expected: BTreeSet<&str> =
            posts.iter().filter(|(_, text)| text.contains(&folded)).map(|(path, _)| path.as_str()).collect();
        let found = search(&corpora.join("society-bundle"), typed);
        let all: BTreeSet<&str> = found.iter().flatten().map(String::as_str).collect();
        assert!(expected.is_subset(&all), "{typed}: {:?} are missing", expected.difference(&all));
        // One of the posts of an article has it: what it shows, or what it said before.
        let has_it = |paths: &&Vec<String>| paths.iter().any(|path| expected.contains(path.as_str()));
        assert_eq!(found.iter().find(|paths| !has_it(paths)), None, "{typed}");
    }
}

/// The posts of each article that a search finds.
fn search(bundle: &Path, typed: &str) -> Vec<Vec<String>> {
    let bundle = bundle.to_str().expect("the path is UTF-8");
    let answer = run_build_index(&["search", bundle, typed, "--limit", "all", "--json"]);
    let answer: Value = serde_json::from_slice(&answer).expect("it is JSON");
    let hits = answer["hits"].as_array().expect("there is a list of hits");
    let paths = |hit: &Value| hit["paths"].as_array().expect("a hit has paths").clone();
    let text = |path: Value| path.as_str().map(str::to_owned);
    hits.iter().map(|hit| paths(hit).into_iter().filter_map(text).collect()).collect()
}

/// Title, author and text of every post, folded, by its path in the archive.
fn scan(archive: &Path) -> BTreeMap<String, String> {
    let mut posts = BTreeMap::new();
    let mut folders = vec![archive.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                let name =
                    path.strip_prefix(archive).expect("it is in the archive").to_string_lossy().into_owned();
                posts.insert(name, searchable(&fs::read_to_string(&path).expect("the post is UTF-8")));
            }
        }
    }
    posts
}

/// What of a post in the form of this archive can be searched. Its bodies hold no HTML but the
/// `<div>` around them.
fn searchable(post: &str) -> String {
    let mut parts = post.splitn(3, "---\n");
    let front_matter = parts.nth(1).unwrap_or_default();
    let body = parts.next().and_then(|rest| rest.split_once("<div>")).map_or("", |(_, body)| body);
    let field = |name: &str| {
        let line = front_matter.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        line.trim().trim_matches('"').replace("\\\"", "\"")
    };
    let text = body.trim_end().trim_end_matches("</div>");
    let all = format!("{}\n\n{}\n\n{}", field("title: "), field("author: "), text.replace('\n', " "));
    without_inner_space(&fold(&all))
}

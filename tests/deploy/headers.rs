//! deploy/_headers, which Netlify and Cloudflare Pages read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use reading_room_tests::{Bundle, in_checkout};

/// The rules of a `_headers` file: of each pattern, the headers.
fn rules(text: &str) -> BTreeMap<&str, Vec<(&str, &str)>> {
    let mut rules: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    let mut pattern = "";
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.is_empty()) {
        match line.strip_prefix("  ") {
            Some(header) => rules.entry(pattern).or_default().push(header.split_once(": ").unwrap()),
            None => pattern = line,
        }
    }
    rules
}

#[test]
fn every_folder_of_a_bundle_is_kept_and_nothing_else_of_it() {
    let text = fs::read_to_string(in_checkout("deploy/_headers")).unwrap();
    let rules = rules(&text);
    let kept: BTreeSet<&str> =
        rules.iter().filter(|(_, headers)| is_kept(headers)).map(|(rule, _)| *rule).collect();
    let mut expected = BTreeSet::from(["/reading-room-*".to_owned()]);
    for entry in fs::read_dir(Bundle::sample().folder()).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            expected.insert(format!("/bundle/{}/*", entry.file_name().to_string_lossy()));
        }
    }
    assert_eq!(kept, expected.iter().map(String::as_str).collect());
    // Hosts put the values of two rules together, so that the rule for all must not have this header.
    assert!(rules["/*"].iter().all(|(name, _)| *name != "Cache-Control"));
}

fn is_kept(headers: &[(&str, &str)]) -> bool {
    headers.contains(&("Cache-Control", "public, max-age=31536000, immutable"))
}

//! deploy/_headers, which Netlify and Cloudflare Pages read.

use std::collections::BTreeMap;
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
fn every_folder_of_a_bundle_is_kept_but_not_its_manifest() {
    let text = fs::read_to_string(in_checkout("deploy/_headers")).unwrap();
    let rules = rules(&text);
    let is_kept = |pattern: &str| rules.get(pattern).is_some_and(|headers| is_kept(headers));
    for entry in fs::read_dir(Bundle::sample().folder()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let pattern =
            if entry.path().is_dir() { format!("/bundle/{name}/*") } else { format!("/bundle/{name}") };
        assert_eq!(is_kept(&pattern), entry.path().is_dir(), "{pattern}");
    }
    assert!(is_kept("/reading-room-*"));
    assert!(is_kept("/viewer-*"));
    assert!(is_kept("/parts/*"));
    assert!(is_kept("/texts/*"));
    // Hosts put the values of two rules together, so that no rule for more may have this header.
    assert!(!is_kept("/bundle/*"));
    assert!(rules["/*"].iter().all(|(name, _)| *name != "Cache-Control"));
}

fn is_kept(headers: &[(&str, &str)]) -> bool {
    headers.contains(&("Cache-Control", "public, max-age=31536000, immutable"))
}

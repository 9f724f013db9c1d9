//! Names of files that make trouble where an archive is copied to.

use content_hash::Hash;
use notice::{Notice, NoticeKind};
use rustc_hash::FxHashMap;

/// Names with more bytes are refused by some systems, once a program adds an ending to them.
const LONGEST: usize = 200;
/// Characters that Windows allows in no name; `/` is in no name anyway.
const REFUSED_BY_WINDOWS: &[char] = &['<', '>', ':', '"', '\\', '|', '?', '*'];

/// Checks the names of the files at these paths.
pub(super) fn check<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<Notice> {
    let mut paths: Vec<&str> = paths.collect();
    paths.sort_unstable();
    let mut known: FxHashMap<Hash, &str> = FxHashMap::default();
    let mut findings = Vec::new();
    for path in paths {
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut reasons = troubles(name);
        // File systems compare names by tables of their own; this is close to all of them.
        let twin = *known.entry(Hash::of(path.to_lowercase().as_bytes())).or_insert(path);
        if twin != path {
            reasons.push(format!(
                "differs from {twin} in case only, so that Windows and macOS keep one of the two"
            ));
        }
        if !reasons.is_empty() {
            let message = format!("its name {}: rename it", reasons.join(", and "));
            findings.push(Notice::new(path, NoticeKind::Name, None, message));
        }
    }
    findings
}

/// What is the matter with the name of a file itself.
fn troubles(name: &str) -> Vec<String> {
    let mut troubles = Vec::new();
    if let Some(control) = name.chars().find(|c| c.is_control()) {
        troubles.push(format!("holds the control character U+{:04X}", u32::from(control)));
    }
    if name.contains(char::REPLACEMENT_CHARACTER) {
        troubles.push("holds a damaged character, \u{fffd}".to_owned());
    }
    let refused: String = REFUSED_BY_WINDOWS.iter().filter(|&&c| name.contains(c)).collect();
    if !refused.is_empty() {
        troubles.push(format!("holds {refused}, which Windows refuses"));
    }
    if name.len() > LONGEST {
        troubles.push(format!("has {} bytes, more than the {LONGEST} that are safe", name.len()));
    }
    troubles
}

#[cfg(test)]
mod tests {
    fn check(paths: &[&str], expected: &[(&str, &str)]) {
        let findings = super::check(paths.iter().copied());
        let seen: Vec<_> = findings.iter().map(|notice| (notice.path.as_str(), &*notice.message)).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn names_that_make_trouble() {
        check(
            &["_posts/a\u{8}.md", "a\u{fffd}.md", "_posts/a: \"b\"?.md"],
            &[
                ("_posts/a\u{8}.md", "its name holds the control character U+0008: rename it"),
                ("_posts/a: \"b\"?.md", "its name holds :\"?, which Windows refuses: rename it"),
                ("a\u{fffd}.md", "its name holds a damaged character, \u{fffd}: rename it"),
            ],
        );
        let long = format!("{}.md", "茶".repeat(66));
        check(&[&long], &[(&long, "its name has 201 bytes, more than the 200 that are safe: rename it")]);
        check(&["_posts/2020-01-01-茶 (1), '2'!.md", "-a.md"], &[]);
    }

    #[test]
    fn names_that_are_one_where_case_does_not_count() {
        let message = "its name differs from _posts/Éa.md in case only, so that Windows and macOS keep one \
                       of the two: rename it";
        check(&["_posts/éA.md", "archived/éa.md", "_posts/Éa.md"], &[("_posts/éA.md", message)]);
    }
}

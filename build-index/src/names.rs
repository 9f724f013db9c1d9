//! What files are called that are about something with a name: so that a person knows them, and every system
//! takes them.

use content_hash::short_hash;

/// Bytes of a name that its file shows.
const READABLE: usize = 48;
/// Characters of the hash that makes the name the only one of its kind.
const HASH: usize = 8;

/// A word of a path for something called `name`: its letters and digits, and a hash of all of it, so that
/// names which differ in case or punctuation only have paths that differ in more.
pub(crate) fn path_name(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut readable = words.collect::<Vec<_>>().join("-");
    readable.truncate(readable.floor_char_boundary(READABLE));
    let readable = readable.trim_end_matches('-');
    let dash = if readable.is_empty() { "" } else { "-" };
    format!("{readable}{dash}{}", short_hash(name.as_bytes(), HASH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_can_be_read_and_do_no_harm() {
        let check = |name: &str, expected: &str| {
            let file = path_name(name);
            let (readable, hash) = file.split_at(expected.len());
            assert_eq!(readable, expected, "{name}");
            assert!(hash.len() == HASH, "{file}");
        };
        check("茶事", "茶事-");
        check("A/B: \u{8}c", "a-b-c-");
        check("../../etc/passwd", "etc-passwd-");
        check("CON", "con-");
        check("", "");
        check("…", "");
        check(&"长".repeat(100), &format!("{}-", "长".repeat(16)));
    }

    #[test]
    fn names_that_look_alike_have_files_that_do_not() {
        let names = ["Tea", "tea", "tea ", "te/a", "te-a", "te\u{301}a"];
        let files: std::collections::BTreeSet<_> = names.map(path_name).into();
        assert_eq!(files.len(), names.len());
    }
}

//! How tables of characters are written in the source: one entry a line.

/// The first character of a line and the rest.
pub(super) fn split_first(line: &str) -> Option<(char, &str)> {
    let mut rest = line.chars();
    Some((rest.next()?, rest.as_str()))
}

/// The first two characters of each line.
pub(super) fn read_pairs(lines: &str) -> Vec<(char, char)> {
    lines
        .lines()
        .filter_map(|line| split_first(line).and_then(|(first, rest)| Some((first, rest.chars().next()?))))
        .collect()
}

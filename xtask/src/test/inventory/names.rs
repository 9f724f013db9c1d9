//! What a name on the command line means.

use std::collections::BTreeSet;

use super::Test;

/// How many near names are offered.
const OFFERED: usize = 5;
/// How much alike a name must be to be offered, of 1.
const NEAR: f64 = 0.75;

/// The tests that a name means: those of that kind, else those with it among the parts of their whole
/// name, else those with it anywhere in their whole name.
pub(super) fn meant<'a>(tests: &'a [Test], name: &str) -> Vec<&'a Test> {
    let wanted = plain(name);
    let parts: Vec<&str> = wanted.split("::").collect();
    let of_kind = |test: &Test| test.kind.name() == wanted;
    let has_parts = |test: &Test| {
        let path: Vec<String> = test.path().into_iter().map(plain).collect();
        path.windows(parts.len()).any(|window| window == parts)
    };
    let has_text = |test: &Test| plain(&test.to_string()).contains(&wanted);
    let ways: [&dyn Fn(&Test) -> bool; 3] = [&of_kind, &has_parts, &has_text];
    let found = ways.iter().map(|is_meant| tests.iter().filter(|test| is_meant(test)).collect::<Vec<_>>());
    found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

/// Says that a name means nothing, and which names are near.
pub(super) fn unknown(tests: &[Test], name: &str) -> String {
    let wanted = plain(name);
    let wanted = wanted.rsplit("::").next().unwrap_or_default();
    let parts: BTreeSet<&str> = tests.iter().flat_map(Test::path).collect();
    let likeness = |part: &str| strsim::jaro_winkler(wanted, &plain(part));
    let mut near: Vec<(f64, &str)> = parts.into_iter().map(|part| (likeness(part), part)).collect();
    near.retain(|(likeness, _)| *likeness >= NEAR);
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let near: Vec<&str> = near.into_iter().map(|(_, part)| part).take(OFFERED).collect();
    let offer = if near.is_empty() { String::new() } else { format!(" Near names: {}.", near.join(", ")) };
    format!("no test, module or program is called {name}.{offer}\n  `cargo xtask test --list` shows all")
}

/// A name without the difference between `build-index` and `build_index`.
fn plain(name: &str) -> String {
    name.replace('-', "_")
}

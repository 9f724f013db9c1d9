//! Counts tests by what their runners print and by what the tests themselves write down.
//!
//! Every Rust test runner prints `test result:` lines. It knows of tests that are ignored, but not of
//! those that found nothing to do: these write a line into a file, and the runner counts them as passed.

use std::fmt;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::project::Project;

/// The variable that names the file for skipped tests. `tests/src/skip.rs` reads it.
pub(crate) const SKIPPED: &str = "READING_ROOM_SKIPPED";

/// Tests that passed, failed and were skipped.
#[derive(Default)]
pub(crate) struct Tally {
    passed: u64,
    failed: u64,
    ignored: u64,
    /// Those that were skipped and are known by name, each with the reason.
    skipped: Vec<String>,
    /// How many of these the runner counted as passed.
    had_for_passed: u64,
}

impl Tally {
    /// Reads a line of a runner's output.
    pub(crate) fn read(&mut self, line: &str) {
        if let Some((_, counts)) = line.split_once("test result: ") {
            self.passed += number_before(counts, "passed");
            self.failed += number_before(counts, "failed");
            self.ignored += number_before(counts, "ignored");
        } else if let Some((test, why)) =
            line.strip_prefix("test ").and_then(|rest| rest.split_once(" ... ignored"))
        {
            let why = why.strip_prefix(", ").unwrap_or("it says no reason");
            self.skipped.push(format!("{test}: {why}"));
        }
    }

    /// Reads what tests wrote down of themselves: `NAME: REASON`, a line each.
    pub(crate) fn read_skipped(&mut self, lines: &str) {
        let lines: Vec<String> = lines.lines().map(str::to_owned).collect();
        self.had_for_passed += lines.len() as u64;
        self.skipped.extend(lines);
    }

    /// How many tests there were.
    pub(crate) fn total(&self) -> u64 {
        self.passed + self.failed + self.ignored
    }

    /// The skipped tests that are known by name, each with the reason.
    pub(crate) fn skipped(&self) -> &[String] {
        &self.skipped
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let passed = self.passed.saturating_sub(self.had_for_passed);
        let skipped = self.ignored + self.had_for_passed;
        write!(f, "{passed} passed, {} failed, {skipped} skipped", self.failed)
    }
}

/// A file that tests write down in that they were skipped, while a step runs.
pub(crate) struct SkippedFile(PathBuf);

impl SkippedFile {
    /// An empty one.
    pub(crate) fn new(project: &Project) -> Result<Self> {
        let path = project.target("skipped-tests.txt");
        fs::write(&path, "").with_context(|| format!("writing {}", path.display()))?;
        Ok(Self(path))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &PathBuf {
        &self.0
    }

    /// Adds what it says to a tally.
    pub(crate) fn count(self, tally: &mut Tally) -> Result<()> {
        let lines = fs::read_to_string(&self.0).with_context(|| format!("reading {}", self.0.display()))?;
        tally.read_skipped(&lines);
        Ok(())
    }
}

fn number_before(counts: &str, word: &str) -> u64 {
    let words: Vec<&str> = counts.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
    let pair = words.windows(2).find(|pair| pair[1] == word);
    pair.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, expected: &str) -> Tally {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        assert_eq!(tally.to_string(), expected);
        tally
    }

    #[test]
    fn runners_are_added_up() {
        check(
            "running 3 tests\n\
             test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
             test result: FAILED. 4 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out\n",
            "7 passed, 2 failed, 1 skipped",
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        check("test it_passed ... ok\n9 passed; 9 failed\n", "0 passed, 0 failed, 0 skipped");
    }

    #[test]
    fn what_was_ignored_is_named() {
        let tally = check(
            "test a::b ... ignored, Windows has no such names\ntest c ... ignored\ntest d ... ok\n\
             test result: ok. 1 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out\n",
            "1 passed, 0 failed, 2 skipped",
        );
        assert_eq!(tally.skipped(), ["a::b: Windows has no such names", "c: it says no reason"]);
    }

    #[test]
    fn what_found_nothing_to_do_did_not_pass() {
        let mut tally =
            check("test result: ok. 4 passed; 0 failed; 1 ignored\n", "4 passed, 0 failed, 1 skipped");
        tally.read_skipped("browser::society::a: there are no real archives\nb: no nginx\n");
        assert_eq!(tally.to_string(), "2 passed, 0 failed, 3 skipped");
        assert_eq!(tally.total(), 5);
    }
}

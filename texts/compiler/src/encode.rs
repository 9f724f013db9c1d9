//! The file of a language: see `texts/src/loaded.rs`, which reads it.

use crate::CompiledLanguage;
use crate::check::Checked;
use crate::declare::Signature;
use crate::fault::Fault;
use crate::generate::fingerprint;
use crate::hash::hash;
use crate::pattern::{Pattern, Piece};
use crate::plural;
use crate::rows::{Row, rows};

/// The file of a language.
pub(crate) fn encode(
    language: &Checked<'_>,
    signatures: &[Signature],
) -> Result<CompiledLanguage, Vec<Fault>> {
    let tag = &language.language.tag;
    let said = |name: &str| {
        let place = signatures.iter().position(|signature| signature.name == name);
        let pattern = place.and_then(|place| language.patterns.get(place));
        pattern.map(|pattern| message(pattern, &[])).ok_or_else(|| {
            let remedy = "Add it: the project needs it";
            vec![Fault::new(&language.language.file, name, "it is missing", remedy)]
        })
    };
    let mut strings = vec![fingerprint(signatures), tag.clone(), plural::table(tag).trim_end().to_owned()];
    strings.extend(language.patterns.iter().zip(signatures).map(|(pattern, signature)| {
        let names: Vec<&str> = signature.variables.iter().map(|variable| variable.name.as_str()).collect();
        message(pattern, &names)
    }));
    let data = serde_json::Value::from(strings).to_string();
    Ok(CompiledLanguage {
        tag: tag.clone(),
        name: said("language-name")?,
        mark: said("language-mark")?,
        other_tags: said("language-tags")?.split(' ').map(str::to_ascii_lowercase).collect(),
        file: format!("{tag}-{}.json", hash(&data)),
        data,
    })
}

/// A message in one string. Where there is a choice, it has a line for each text, with the conditions
/// before a tab: `0=one` is that the first variable is of that category.
fn message(pattern: &Pattern, variables: &[&str]) -> String {
    let place = |name: &str| variables.iter().position(|known| *known == name).unwrap_or_default();
    let text = |row: &Row| -> String {
        let written = row.text.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Variable(name) => format!("{{{}}}", place(name)),
            Piece::Message(_) | Piece::Select(_) => String::new(),
        });
        written.collect()
    };
    let line = |row: &Row| {
        let conditions = row.conditions.iter();
        let conditions: Vec<_> =
            conditions.map(|condition| format!("{}={}", place(&condition.variable), condition.key)).collect();
        format!("{}\t{}", conditions.join(" "), text(row))
    };
    match rows(pattern).as_slice() {
        [row] => text(row),
        rows => rows.iter().map(line).collect::<Vec<_>>().join("\n"),
    }
}

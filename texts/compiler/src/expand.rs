//! Puts messages in the place of references to them.

use crate::fault::Fault;
use crate::pattern::{Language, Message, Pattern, Piece, Select, Variant};

/// The pattern of a message, without references.
pub(crate) fn expanded(language: &Language, message: &Message) -> Result<Pattern, Fault> {
    pattern(language, &message.pattern, &mut vec![&message.name])
        .map_err(|(problem, remedy)| Fault::new(&language.file, &message.name, problem, remedy))
}

type Problem = (String, &'static str);

fn pattern<'a>(
    language: &'a Language,
    pieces: &'a Pattern,
    within: &mut Vec<&'a str>,
) -> Result<Pattern, Problem> {
    let mut expanded = Pattern::new();
    for piece in pieces {
        match piece {
            Piece::Message(name) => expanded.extend(referred(language, name, within)?),
            Piece::Select(select) => expanded.push(Piece::Select(selected(language, select, within)?)),
            piece => expanded.push(piece.clone()),
        }
    }
    Ok(expanded)
}

fn referred<'a>(
    language: &'a Language,
    name: &'a str,
    within: &mut Vec<&'a str>,
) -> Result<Pattern, Problem> {
    let Some(message) = language.message(name) else {
        return Err((
            format!("there is no message {name} to refer to"),
            "Refer to one of this file, or write it out",
        ));
    };
    if within.contains(&name) {
        return Err((format!("it is part of itself, by {name}"), "Write one of them out"));
    }
    within.push(name);
    let expanded = pattern(language, &message.pattern, within);
    within.pop();
    expanded
}

fn selected<'a>(
    language: &'a Language,
    select: &'a Select,
    within: &mut Vec<&'a str>,
) -> Result<Select, Problem> {
    let variant = |variant: &'a Variant| {
        let pattern = pattern(language, &variant.pattern, within)?;
        Ok(Variant { pattern, ..variant.clone() })
    };
    let variants: Result<_, _> = select.variants.iter().map(variant).collect();
    Ok(Select { variable: select.variable.clone(), variants: variants? })
}

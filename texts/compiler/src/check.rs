//! Holds a language to what the reference declares.

use std::collections::BTreeSet;

use crate::declare::{Kind, Signature, Variable};
use crate::expand::expanded;
use crate::fault::{self, Fault};
use crate::pattern::{Language, Pattern, Piece, Select, is_number};
use crate::{CompiledLanguage, REFERENCE, plural};

/// A language that has all that it should.
pub(crate) struct Checked<'a> {
    pub(crate) language: &'a Language,
    /// Of each message, in the order of the reference, without references.
    pub(crate) patterns: Vec<Pattern>,
}

/// Checks a language.
pub(crate) fn check<'a>(language: &'a Language, signatures: &[Signature]) -> Result<Checked<'a>, Vec<Fault>> {
    let known: BTreeSet<&str> = signatures.iter().map(|signature| signature.name.as_str()).collect();
    let extra =
        language.messages.iter().filter(|message| !known.contains(message.name.as_str())).map(|message| {
            let remedy = format!("Remove it, or add it to {REFERENCE}.ftl and use it");
            Err(vec![Fault::new(
                &language.file,
                &message.name,
                format!("{REFERENCE}.ftl has no such message"),
                remedy,
            )])
        });
    let patterns = signatures.iter().map(|signature| message(language, signature));
    let patterns = fault::all(patterns.chain(extra))?;
    Ok(Checked { language, patterns })
}

/// The pattern of a message, if it is there and its variables are right.
fn message(language: &Language, signature: &Signature) -> Result<Pattern, Vec<Fault>> {
    let name = &signature.name;
    let Some(message) = language.message(name) else {
        let remedy = format!("Translate the one of {REFERENCE}.ftl");
        return Err(vec![Fault::new(&language.file, name, "it is missing", remedy)]);
    };
    let pattern = expanded(language, message).map_err(|fault| vec![fault])?;
    let mut check = Check { language, signature, used: BTreeSet::new(), faults: Vec::new() };
    check.pattern(&pattern);
    check.unused();
    if check.faults.is_empty() { Ok(pattern) } else { Err(check.faults) }
}

/// Checks that no two languages answer to the same tag, or call themselves the same, as happens where one
/// is made from a copy of another.
pub(crate) fn tags_and_names(languages: &[CompiledLanguage]) -> Result<(), Vec<Fault>> {
    let mut faults = Vec::new();
    for (place, language) in languages.iter().enumerate() {
        let file = format!("{}.ftl", language.tag);
        for other in languages.iter().skip(place + 1) {
            let of_other = format!("{}.ftl", other.tag);
            let is_of_other =
                |tag: &&String| other.tag.eq_ignore_ascii_case(tag) || other.other_tags.contains(tag);
            if let Some(tag) = language.other_tags.iter().find(is_of_other) {
                let problem = format!("{tag} is a tag of {of_other} too");
                faults.push(Fault::new(&file, "language-tags", problem, "Leave it to one of the two"));
            }
            if language.name == other.name {
                let problem = format!("{of_other} has the same");
                faults.push(Fault::new(
                    &file,
                    "language-name",
                    problem,
                    "Write what the language calls itself",
                ));
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

struct Check<'a> {
    language: &'a Language,
    signature: &'a Signature,
    used: BTreeSet<String>,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, problem: impl Into<String>, remedy: impl Into<String>) {
        self.faults.push(Fault::new(&self.language.file, &self.signature.name, problem, remedy));
    }

    fn pattern(&mut self, pattern: &Pattern) {
        for piece in pattern {
            match piece {
                Piece::Text(_) | Piece::Message(_) => {}
                Piece::Variable(name) => self.written(name),
                Piece::Select(select) => self.select(select),
            }
        }
    }

    fn written(&mut self, name: &str) {
        if let Some(Variable { kind: Kind::OneOf(_), .. }) = self.variable(name) {
            let remedy = format!("Select by it: `{{ ${name} -> … }}`");
            self.fault(format!("${name} is not for readers"), remedy);
        }
    }

    fn variable(&mut self, name: &str) -> Option<Variable> {
        self.used.insert(name.to_owned());
        let variable = self.signature.variable(name).cloned();
        if variable.is_none() {
            let names: Vec<_> =
                self.signature.variables.iter().map(|variable| format!("${}", variable.name)).collect();
            let remedy = match names.as_slice() {
                [] => format!("Remove it, or declare it in the comment in {REFERENCE}.ftl"),
                names => format!("Use {}, or declare it in the comment in {REFERENCE}.ftl", names.join(", ")),
            };
            self.fault(format!("there is no variable ${name}"), remedy);
        }
        variable
    }

    fn select(&mut self, select: &Select) {
        let Select { variable: name, variants } = select;
        match self.variable(name).map(|variable| variable.kind) {
            Some(Kind::Number) => self.count(select),
            Some(Kind::OneOf(values)) => self.values(select, &values),
            Some(Kind::String) => {
                let remedy = format!("Write it: `{{ ${name} }}`, or declare its values in {REFERENCE}.ftl");
                self.fault(format!("${name} is a text, which nothing can be selected by"), remedy);
            }
            None => {}
        }
        let mut keys = BTreeSet::new();
        if let Some(twice) = variants.iter().find(|variant| !keys.insert(variant.key.as_str())) {
            self.fault(format!("[{}] is there twice", twice.key), "Remove one of the two");
        }
        variants.iter().for_each(|variant| self.pattern(&variant.pattern));
    }

    /// The variants of a count: all categories of the language, or none and numbers alone.
    fn count(&mut self, select: &Select) {
        let keys: Vec<&str> = select.variants.iter().map(|variant| variant.key.as_str()).collect();
        let wanted = plural::categories(&self.language.tag);
        let has = format!("{} has {}", self.language.tag, wanted.join(", "));
        for key in keys.iter().filter(|key| !is_number(key) && !wanted.contains(key)) {
            self.fault(format!("[{key}] is no plural category"), format!("Remove it: {has}"));
        }
        if keys.iter().all(|key| is_number(key)) {
            return;
        }
        for category in wanted.iter().filter(|category| !keys.contains(category)) {
            self.fault(format!("the plural category [{category}] is missing"), format!("Add it: {has}"));
        }
        let default = select.variants.iter().find(|variant| variant.is_default);
        if default.is_some_and(|variant| variant.key != "other") {
            self.fault("its default is not the plural category other", "Mark that one: `*[other]`");
        }
    }

    fn values(&mut self, select: &Select, values: &[String]) {
        let Select { variable: name, variants } = select;
        let all = values.join(", ");
        for key in variants.iter().map(|variant| &variant.key).filter(|key| !values.contains(key)) {
            self.fault(
                format!("${name} is never [{key}]"),
                format!("Remove it, or declare it in the comment in {REFERENCE}.ftl: it is one of {all}"),
            );
        }
        for value in values.iter().filter(|value| !variants.iter().any(|variant| variant.key == **value)) {
            self.fault(format!("[{value}] of ${name} is missing"), format!("Add it: it is one of {all}"));
        }
    }

    fn unused(&mut self) {
        let unused = self.signature.variables.iter().filter(|variable| !self.used.contains(&variable.name));
        let unused: Vec<_> = unused.map(|variable| variable.name.clone()).collect();
        for name in unused {
            self.fault(format!("the variable ${name} is missing"), format!("Say it: `{{ ${name} }}`"));
        }
    }
}

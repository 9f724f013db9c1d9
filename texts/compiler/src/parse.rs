//! Reads a file in Fluent's syntax, as far as it is understood.

use std::collections::BTreeSet;

use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::fault::{self, Fault};
use crate::pattern::{Language, Message, Pattern, Piece, Select, Variant, is_number};
use crate::{Source, plural};

/// Reads a file.
pub(crate) fn parse(source: &Source<'_>) -> Result<Language, Vec<Fault>> {
    let file = source.name;
    let tag = file.strip_suffix(".ftl").filter(|tag| plural::is_tag(tag)).ok_or_else(|| {
        let remedy = "Name it by the tag of the language (BCP 47) and `.ftl`, such as `pt-BR.ftl`";
        vec![Fault::new(file, "", "this is not the name of a language", remedy)]
    })?;
    let resource = parser::parse(source.text)
        .map_err(|(_, errors)| errors.iter().map(|error| unreadable(source, error)).collect::<Vec<_>>())?;
    let entries = resource.body.into_iter().map(|entry| messages(file, entry));
    let messages: Vec<Message> = fault::all(entries)?.into_iter().flatten().collect();
    let mut names = BTreeSet::new();
    let twice = messages.iter().filter(|message| !names.insert(message.name.as_str()));
    let twice: Vec<_> = twice
        .map(|message| Fault::new(file, &message.name, "it is there twice", "Remove one of the two"))
        .collect();
    if twice.is_empty() {
        Ok(Language { file: file.to_owned(), tag: tag.to_owned(), messages })
    } else {
        Err(twice)
    }
}

fn unreadable(source: &Source<'_>, error: &parser::ParserError) -> Fault {
    let before = source.text.get(..error.pos.start).unwrap_or(source.text);
    let line = before.matches('\n').count() + 1;
    let remedy = format!("Mend line {line}; https://projectfluent.org/fluent/guide explains the syntax");
    Fault::new(source.name, "", format!("line {line} is not in Fluent's syntax: {}", error.kind), remedy)
}

/// A message and its attributes.
fn messages(file: &str, entry: Entry<&str>) -> Result<Vec<Message>, Vec<Fault>> {
    let message = match entry {
        Entry::Message(message) => message,
        Entry::Term(term) => {
            let name = format!("-{}", term.id.name);
            let remedy = "Make it a message, without `-`, or write it out where it is needed";
            return Err(vec![Fault::new(file, &name, "terms are not understood", remedy)]);
        }
        _ => return Ok(Vec::new()),
    };
    let name = message.id.name;
    let comment = message.comment.map(|comment| comment.content).unwrap_or_default();
    let comment: Vec<String> = comment.into_iter().map(str::to_owned).collect();
    let value = message.value.map(|value| (name.to_owned(), value));
    let attributes = message.attributes.into_iter();
    let attributes = attributes.map(|attribute| (format!("{name}.{}", attribute.id.name), attribute.value));
    fault::all(value.into_iter().chain(attributes).map(|(name, value)| {
        let reader = Reader { file, message: &name };
        let pattern = reader.pattern(&value).map_err(|fault| vec![fault])?;
        Ok(Message { pattern, comment: comment.clone(), name })
    }))
}

struct Reader<'a> {
    file: &'a str,
    message: &'a str,
}

impl Reader<'_> {
    fn fault(&self, problem: impl Into<String>, remedy: impl Into<String>) -> Fault {
        Fault::new(self.file, self.message, problem, remedy)
    }

    fn pattern(&self, pattern: &ast::Pattern<&str>) -> Result<Pattern, Fault> {
        pattern.elements.iter().map(|element| self.element(element)).collect()
    }

    fn element(&self, element: &PatternElement<&str>) -> Result<Piece, Fault> {
        match element {
            PatternElement::TextElement { value } => self.text(value),
            PatternElement::Placeable { expression } => self.expression(expression),
        }
    }

    fn text(&self, text: &str) -> Result<Piece, Fault> {
        if text.contains('\n') {
            return Err(self.fault("its text goes over several lines", "Write it in one line"));
        }
        match text.find(['{', '}', '\t']) {
            Some(_) => Err(self.fault("its text has a brace or a tab", "Leave it out")),
            None => Ok(Piece::Text(text.to_owned())),
        }
    }

    fn expression(&self, expression: &Expression<&str>) -> Result<Piece, Fault> {
        match expression {
            Expression::Inline(expression) => self.inline(expression),
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                let variants: Result<_, _> = variants.iter().map(|variant| self.variant(variant)).collect();
                Ok(Piece::Select(Select { variable: id.name.to_owned(), variants: variants? }))
            }
            Expression::Select { .. } => {
                let remedy = "Select on a variable: `{ $name -> … }`";
                Err(self.fault("it selects on something else than a variable", remedy))
            }
        }
    }

    fn variant(&self, variant: &ast::Variant<&str>) -> Result<Variant, Fault> {
        let key = match variant.key {
            VariantKey::Identifier { name } => name,
            VariantKey::NumberLiteral { value } if is_number(value) => value,
            VariantKey::NumberLiteral { value } => {
                return Err(self.fault(format!("no count is [{value}]"), "Use whole numbers from 0 on"));
            }
        };
        let pattern = self.pattern(&variant.value)?;
        Ok(Variant { key: key.to_owned(), is_default: variant.default, pattern })
    }

    fn inline(&self, expression: &InlineExpression<&str>) -> Result<Piece, Fault> {
        match expression {
            InlineExpression::StringLiteral { value } => self.text(&unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => self.text(value),
            InlineExpression::VariableReference { id } => Ok(Piece::Variable(id.name.to_owned())),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| format!(".{}", attribute.name));
                Ok(Piece::Message(format!("{}{}", id.name, attribute.unwrap_or_default())))
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { id, .. } => {
                let remedy =
                    "Write the variable alone: `{ $name }`; a number is written as the language does";
                Err(self.fault(format!("the function {} is not understood", id.name), remedy))
            }
            InlineExpression::TermReference { id, .. } => {
                let remedy = "Refer to a message, without `-`, or write it out";
                Err(self.fault(format!("-{} is a term, which is not understood", id.name), remedy))
            }
        }
    }
}

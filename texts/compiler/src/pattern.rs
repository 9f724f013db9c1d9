//! Messages, as far as their syntax is understood.

/// A file of texts.
#[derive(Debug)]
pub(crate) struct Language {
    /// The name of the file.
    pub(crate) file: String,
    /// The tag of the language (BCP 47).
    pub(crate) tag: String,
    /// In the order of the file.
    pub(crate) messages: Vec<Message>,
}

/// A message. An attribute is one too, with the name `message.attribute`.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) name: String,
    /// The lines of its comment.
    pub(crate) comment: Vec<String>,
    pub(crate) pattern: Pattern,
}

/// Pieces, one after the other.
pub(crate) type Pattern = Vec<Piece>;

/// A piece of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As it stands.
    Text(String),
    /// The value of a variable.
    Variable(String),
    /// Another message.
    Message(String),
    /// What the value of a variable selects.
    Select(Select),
}

/// A choice by the value of a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Select {
    pub(crate) variable: String,
    pub(crate) variants: Vec<Variant>,
}

/// One of the things to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variant {
    pub(crate) key: String,
    pub(crate) is_default: bool,
    pub(crate) pattern: Pattern,
}

impl Language {
    pub(crate) fn message(&self, name: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.name == name)
    }
}

impl Select {
    /// The default at the end, where it is looked at last.
    pub(crate) fn in_order(&self) -> impl Iterator<Item = &Variant> {
        let (default, others): (Vec<_>, Vec<_>) =
            self.variants.iter().partition(|variant| variant.is_default);
        others.into_iter().chain(default)
    }
}

/// Whether the key of a variant is a number.
pub(crate) fn is_number(key: &str) -> bool {
    key.bytes().all(|byte| byte.is_ascii_digit())
}

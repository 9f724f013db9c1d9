//! What the comments of the reference say of each message: its meaning, and the kinds of its variables.
//!
//! ```text
//! # How many articles there are.
//! # Variables:
//! #   $count (Number) - of the articles
//! ```

use crate::fault::{self, Fault};
use crate::pattern::{Language, Message};

/// What is declared of a message.
#[derive(Debug)]
pub(crate) struct Signature {
    pub(crate) name: String,
    /// What a translator and a programmer should know.
    pub(crate) meaning: String,
    pub(crate) variables: Vec<Variable>,
}

/// A variable of a message.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) meaning: String,
}

/// What a variable can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    String,
    /// One of these, to select by.
    OneOf(Vec<String>),
}

const VARIABLES: &str = "Variables:";

/// What is declared of each message, in the order of the reference.
pub(crate) fn signatures(reference: &Language) -> Result<Vec<Signature>, Vec<Fault>> {
    fault::all(reference.messages.iter().map(|message| {
        signature(message).map_err(|line| {
            let remedy =
                "Write `$name (Number) - what it is`; instead of Number, String or values to select by";
            let problem = format!("its comment declares no variable with `{line}`");
            vec![Fault::new(&reference.file, &message.name, problem, remedy)]
        })
    }))
}

fn signature(message: &Message) -> Result<Signature, String> {
    let mut lines = message.comment.iter().map(|line| line.trim());
    let meaning: Vec<&str> = lines.by_ref().take_while(|line| *line != VARIABLES).collect();
    let variables: Result<_, _> = lines.map(|line| variable(line).ok_or_else(|| line.to_owned())).collect();
    Ok(Signature { name: message.name.clone(), meaning: meaning.join(" "), variables: variables? })
}

fn variable(line: &str) -> Option<Variable> {
    let (name, rest) = line.strip_prefix('$')?.split_once(" (")?;
    let (kind, meaning) = rest.split_once(") - ")?;
    let kind = match kind {
        "Number" => Kind::Number,
        "String" => Kind::String,
        values => Kind::OneOf(values.split(", ").map(str::to_owned).collect()),
    };
    Some(Variable { name: name.to_owned(), kind, meaning: meaning.to_owned() })
}

impl Signature {
    pub(crate) fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.iter().find(|variable| variable.name == name)
    }

    /// Whether its text is one of a few that are known before.
    pub(crate) fn is_choice(&self) -> bool {
        self.variables.iter().all(|variable| matches!(variable.kind, Kind::OneOf(_)))
    }
}

//! What is wrong with a file of texts.

use std::fmt;

/// What is wrong with a message, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The name of the file.
    pub file: String,
    /// The name of the message; empty where it is about the whole file.
    pub message: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

impl Fault {
    pub(crate) fn new(
        file: &str,
        message: &str,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Fault {
        Fault {
            file: file.to_owned(),
            message: message.to_owned(),
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { file, message, problem, remedy } = self;
        write!(f, "{file}: ")?;
        if !message.is_empty() {
            write!(f, "{message}: ")?;
        }
        write!(f, "{problem}. {remedy}.")
    }
}

impl std::error::Error for Fault {}

/// What all of them give, or all that is wrong with any.
pub(crate) fn all<T>(results: impl Iterator<Item = Result<T, Vec<Fault>>>) -> Result<Vec<T>, Vec<Fault>> {
    let (mut good, mut faults) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(value) => good.push(value),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(good) } else { Err(faults) }
}

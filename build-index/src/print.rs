//! Printing to a program that may stop reading.

use std::io::{ErrorKind, Write as _};

use anyhow::Result;

/// Writes to the standard output.
pub(crate) fn print(text: &str) -> Result<()> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        // A program that reads this, such as `head`, may stop early.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

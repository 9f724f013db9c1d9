//! Printing to a program that may stop reading.

use std::io::{ErrorKind, Write as _};

use anyhow::Result;

/// Writes to the standard output.
pub(crate) fn print(text: &str) -> Result<()> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads, as `head` does, may have read enough.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

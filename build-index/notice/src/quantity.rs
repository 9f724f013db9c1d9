//! Bytes and times, as a person reads them.

use std::fmt;

/// A number of bytes, as a person reads it.
#[derive(Debug, Clone, Copy)]
pub struct Bytes(pub u64);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self.0 {
            bytes @ ..1_000 => format!("{bytes} B"),
            bytes @ ..1_000_000 => format!("{:.1} KB", bytes as f64 / 1e3),
            bytes => format!("{:.1} MB", bytes as f64 / 1e6),
        };
        f.pad(&text)
    }
}

/// Milliseconds, written as seconds.
#[derive(Debug, Clone, Copy)]
pub struct Seconds(pub u128);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} s", self.0 as f64 / 1000.0)
    }
}

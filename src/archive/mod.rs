//! The archive that is read: its files, and what has been loaded of them.
//!
//! `loader` and what it is made of are the only modules that fetch. `library` is the bundle that was
//! opened, `load_state` what a component shows of something that is still on its way.

mod cache;
mod early;
mod fetch;
mod gunzip;
#[cfg(test)]
pub(crate) mod in_memory;
pub(crate) mod library;
pub(crate) mod load_state;
pub(crate) mod loader;
pub(crate) mod original;
pub(crate) mod progress_line;

//! `build-index`: compiles an archive of posts into a bundle or a whole site, and searches bundles.
//!
//! Only `main` decides the exit code; everything else returns what it did or why it could not.

mod address;
mod articles;
mod build;
mod check;
mod cli;
mod consistent_read;
mod content;
mod feeds;
mod metered_source;
mod names;
mod print;
mod progress;
mod search;
mod serve;
mod settings;
mod site;
mod stats;
mod summary;
mod survey;
mod watch;

use std::process::ExitCode;

use clap::Parser as _;
use mimalloc::MiMalloc;

/// A build makes and drops millions of small texts; the system's allocator takes a fifth of its time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match cli::run(cli::Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

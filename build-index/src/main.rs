//! `build-index`: compiles an archive of posts into a bundle or a whole site, and searches bundles.
//!
//! Only `main` decides the exit code; everything else returns what it did or why it could not.

mod archive;
mod body;
mod build;
mod check;
mod cli;
mod compile;
mod feeds;
mod hash;
mod links;
mod memory;
mod names;
mod output;
mod previous;
mod progress;
mod publication;
mod render;
mod report;
mod scale;
mod search;
mod serve;
mod settings;
mod settled;
mod site;
mod stats;
mod summary;
mod survey;
mod update;
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

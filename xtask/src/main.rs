//! The commands of the README: `cargo xtask serve`, `test`, `prove`, `dist`, `bench`.
//!
//! Each command is a module; what they share is `project` (where things are), `run` (calling other
//! programs) and `tools` (what must be installed). Only this file decides the exit code.

mod bench;
mod build_index;
mod bundle;
mod dist;
mod fold_table;
mod fresh;
mod generate;
#[cfg(test)]
mod invariants;
mod module;
mod open_script;
mod page;
mod parts;
mod policy;
mod project;
mod run;
mod rust_source;
mod serve;
mod short_names;
mod styles;
mod test;
mod texts;
mod tools;
mod traditional_table;
mod viewer;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::project::Project;
use crate::test::Verdict;

/// Serves, tests and publishes Reading Room.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Shows an archive in the viewer, and again after each change to a post or to the viewer.
    Serve(serve::Options),
    /// Runs the whole gate: format, lints, documentation, native, wasm and system tests; or some tests.
    Test(test::Options),
    /// Runs the long forms of what the gate draws at random: properties, edits, queries.
    Prove,
    /// Makes the program that keepers use, build-index with the viewer in it, into target/dist.
    Dist(dist::Options),
    /// Compiles an archive into target/bundle, and into the site that Trunk is building.
    ///
    /// Trunk calls this during each build (see Trunk.toml).
    Bundle(bundle::Options),
    /// Finishes the page: puts the texts of all languages beside it and into it, and then what it may load
    /// and run, its Content-Security-Policy.
    ///
    /// Trunk calls this after each build (see Trunk.toml).
    Page(page::Options),
    /// Measures builds, of ours and of Pagefind side by side, and prints Markdown tables.
    Bench(bench::Options),
    /// Runs a program and prints what it took; the bench calls this.
    #[command(hide = true)]
    Measured(bench::measured::Options),
    /// Writes an archive of any size, of posts that nobody wrote.
    Generate(generate::Options),
    /// Makes the table from Traditional to Simplified anew, from OpenCC's data.
    FoldTable(fold_table::Options),
    /// Makes the table from Simplified to Traditional anew, from OpenCC's data.
    TraditionalTable(traditional_table::Options),
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(Verdict::Passed) => ExitCode::SUCCESS,
        Ok(Verdict::Failed) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<Verdict> {
    let project = Project::here()?;
    match command {
        Command::Serve(options) => serve::run(&project, options)?,
        Command::Dist(options) => dist::run(&project, options)?,
        Command::Bundle(options) => bundle::run(&project, options)?,
        Command::Page(options) => page::run(&options)?,
        Command::Bench(options) => bench::run(&project, options)?,
        Command::Measured(options) => bench::measured::run(&options)?,
        Command::Generate(options) => generate::run(&project, &options)?,
        Command::FoldTable(options) => fold_table::run(&project, &options)?,
        Command::TraditionalTable(options) => traditional_table::run(&project, &options)?,
        Command::Test(options) => return test::run(&project, options),
        Command::Prove => return Ok(test::prove(&project)),
    }
    Ok(Verdict::Passed)
}

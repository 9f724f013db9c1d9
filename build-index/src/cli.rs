//! The commands. The doc comments here are what `--help` prints of each; its arguments stand beside
//! what it runs.

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::build::{self, BuildArguments};
use crate::check::{self, CheckArguments};
use crate::search::{self, SearchArguments};
use crate::serve::{self, ServeArguments};
use crate::site::{self, SiteArguments};
use crate::stats::{self, StatsArguments};
use crate::summary::{self, SummaryArguments};

/// Compiles an archive of Jekyll posts into a Reading Room bundle, and searches bundles.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compile the posts of an archive into a bundle
    ///
    /// A setting is taken from its flag, else from its environment variable, else from
    /// reading-room.toml, whose keys are the names of the flags. Paths in that file are relative to
    /// its folder.
    Build(Box<BuildArguments>),
    /// Write a whole site for any static host: the viewer, the bundle, feeds
    ///
    /// Compiles the archive as `build` does, into DIR/bundle, and puts the viewer that this program
    /// carries around it, with feeds, a sitemap, icons, a page for addresses that lead nowhere. The
    /// site works in any folder of any host. Files in DIR that are not of an earlier run stay as they
    /// are. Queries get feeds by `[[feeds]]` in reading-room.toml, each with `name` and `query`.
    Site(Box<SiteArguments>),
    /// Show the site of an archive on this machine, and again after each change
    Serve(Box<ServeArguments>),
    /// Tell what is the matter with the posts of an archive; writes no bundle
    ///
    /// Reads the archive as `build` does, with the settings of its reading-room.toml. Faults are
    /// what readers miss or meet; remarks are good to know. Exits with 1 only if a threshold is
    /// crossed that --fail-on or --max-faults sets, or if nothing can be read.
    Check(Box<CheckArguments>),
    /// Search a bundle, as the viewer does
    Search(SearchArguments),
    /// Count the articles of a bundle by facet, and what a reader loads
    Stats(StatsArguments),
    /// Tell what a site holds and takes, beside what hosts allow, as Markdown
    Summary(SummaryArguments),
}

/// Runs the command that was asked for.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    match arguments.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Site(arguments) => site::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Stats(arguments) => stats::run(&arguments),
        Command::Summary(arguments) => summary::run(&arguments),
    }
}

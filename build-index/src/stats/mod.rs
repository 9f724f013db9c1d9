//! `build-index stats`: what is in a bundle, and what reading it costs.

mod costs;
mod count;
mod table;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::consistent_read::consistent_read;
use crate::print::print;
use crate::stats::count::count;

/// What `build-index stats` is asked to do.
#[derive(Debug, Args)]
pub(crate) struct StatsArguments {
    /// Folder of the bundle
    pub(crate) bundle: PathBuf,
    /// Print JSON, with all values of each facet
    #[arg(long)]
    pub(crate) json: bool,
}

/// Counts and prints.
pub(crate) fn run(arguments: &StatsArguments) -> Result<()> {
    let StatsArguments { bundle, json } = arguments;
    let stats = consistent_read(bundle, || pollster::block_on(count(bundle)))?;
    print(&if *json { serde_json::to_string_pretty(&stats)? + "\n" } else { table::of(&stats) })
}

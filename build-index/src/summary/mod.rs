//! `build-index summary`: what a site holds and costs, beside what hosts allow, for the page of the job
//! that wrote it. Reads only what other commands wrote.

mod inputs;
mod limits;
mod markdown;
mod measure;
mod values;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::print::print;
use crate::summary::inputs::{Summary, read};
use crate::summary::measure::Size;

/// What `build-index summary` is asked to do.
#[derive(Debug, Args)]
pub(crate) struct SummaryArguments {
    /// Folder of the site
    pub(crate) site: PathBuf,
    /// The report of the build that wrote it
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// What `check --json` said of its posts
    #[arg(long, value_name = "FILE")]
    pub(crate) findings: Option<PathBuf>,
    /// Print the numbers as lines of NAME=VALUE instead
    #[arg(long)]
    pub(crate) values: bool,
}

/// Prints the summary as Markdown, or its numbers for a script.
pub(crate) fn run(arguments: &SummaryArguments) -> Result<()> {
    let SummaryArguments { site, report, findings, values } = arguments;
    let summary = Summary {
        size: Size::of(site)?,
        built: report.as_deref().map(read).transpose()?,
        checked: findings.as_deref().map(read).transpose()?,
    };
    let text = if *values { values::write(&summary) } else { markdown::write(&summary) };
    print(&text)
}

//! `build-index summary`: what a site holds and costs, beside what hosts allow, for the page of the job
//! that wrote it. Reads only what other commands wrote.

mod limits;
mod markdown;
mod measure;
mod values;

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::check::print;
use crate::cli::SummaryArguments;
use crate::report::Notice;
use measure::Size;

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

/// What is told.
struct Summary {
    size: Size,
    /// What the build did, unless none took place.
    built: Option<Built>,
    /// What the check found, unless none took place.
    checked: Option<Checked>,
}

/// What is told of the report of a build.
#[derive(Debug, Default, Deserialize)]
struct Built {
    posts_found: usize,
    articles: usize,
    articles_kept: usize,
    merged: usize,
    skipped: Vec<Notice>,
    files_written: usize,
    bytes_written: u64,
    elapsed_ms: u64,
}

/// What is told of the findings of a check.
#[derive(Debug, Default, Deserialize)]
struct Checked {
    findings: Vec<Notice>,
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let remedy = || {
        format!(
            "{} is not what this version writes; give --report a report of `site` or `build`, and --findings \
             what `check --json` printed",
            path.display()
        )
    };
    let text = std::fs::read(path).with_context(|| format!("can not read {}", path.display()))?;
    serde_json::from_slice(&text).with_context(remedy)
}

//! `build-index build`: from an archive to a bundle.

mod memory;
mod pipeline;
mod render;
pub(crate) mod report;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::build::pipeline::build;
use crate::build::report::Report;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::settings::choices::{Choices, hide_what_only_sites_have};
use crate::watch::{Turn, after_each_change};

/// What `build-index build` is asked to do.
#[derive(Debug, Args)]
#[command(mut_args(hide_what_only_sites_have))]
pub(crate) struct BuildArguments {
    /// Folder of the archive: posts are read from every `_posts` and `archived` folder in it, and
    /// from `content` of a Hugo or Zola site
    pub(crate) archive: PathBuf,
    /// File with settings [default: reading-room.toml in the folder of the archive]
    #[arg(long, value_name = "FILE", env = "READING_ROOM_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// Build again whenever something in the folder of the archive changes, until interrupted
    #[arg(long)]
    pub(crate) watch: bool,
    #[command(flatten)]
    pub(crate) choices: Choices,
}

/// Builds the bundle and prints what was done; with `--watch` again after each change, until the
/// program is interrupted.
pub(crate) fn run(arguments: &BuildArguments) -> Result<()> {
    if arguments.watch {
        return after_each_change(&arguments.archive, |turn| {
            (build_in_turn(arguments, turn), read_settings(arguments).ok())
        });
    }
    let settings = read_settings(arguments)?;
    let report = build_and_report(&arguments.archive, &settings)?;
    if !settings.quiet {
        println!("{report}");
    }
    check_strict(&report, &settings)
}

/// Builds once and prints what was done: the first time all, then in one line. Gives whether anything
/// was written.
fn build_in_turn(arguments: &BuildArguments, turn: Turn) -> Result<bool> {
    let settings = read_settings(arguments)?;
    let report = build_and_report(&arguments.archive, &settings)?;
    match (settings.quiet, turn) {
        (true, _) => {}
        (false, Turn::First) => println!("{report}\nwatching {}", arguments.archive.display()),
        (false, Turn::Later) => println!("{}", report.news()),
    }
    check_strict(&report, &settings)?;
    Ok(report.files_written > 0)
}

/// Reads what the arguments, the environment and `reading-room.toml` say.
fn read_settings(arguments: &BuildArguments) -> Result<Settings> {
    let BuildArguments { archive, config, choices, watch: _ } = arguments;
    Settings::read(archive, config.as_deref(), choices)
}

/// Builds the bundle of an archive, and writes the report where one is asked for.
pub(crate) fn build_and_report(archive: &Path, settings: &Settings) -> Result<Report> {
    let report = build(archive, settings, Progress::new(settings.quiet))?;
    if let Some(path) = &settings.report {
        let json = serde_json::to_vec_pretty(&report)?;
        std::fs::write(path, json)
            .with_context(|| format!("cannot write the report to {}", path.display()))?;
    }
    Ok(report)
}

/// Fails if posts were skipped and the settings allow none.
pub(crate) fn check_strict(report: &Report, settings: &Settings) -> Result<()> {
    match report.failures() {
        failures @ 1.. if settings.strict => bail!("skipped posts: {failures}; --strict allows none"),
        _ => Ok(()),
    }
}

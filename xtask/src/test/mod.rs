//! The gate: every check of the project, in the order in which they are quickest to fail.
//!
//! It stops at the first step that fails. The last line it prints is `N passed, M failed`, over
//! all tests that ran.

mod corpora;
mod gate;
mod steps;
mod tally;

use clap::Args;

use crate::project::Project;
use gate::Gate;

/// What `cargo xtask test` is told.
#[derive(Args)]
pub(crate) struct Options {
    /// Leave out what needs a browser
    #[arg(long)]
    quick: bool,
}

/// How the gate ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Every step went well.
    Passed,
    /// A step failed, and the later ones did not run.
    Failed,
}

/// Runs the steps and prints the summary.
pub(crate) fn run(project: &Project, options: Options) -> Verdict {
    let Options { quick } = options;
    let mut gate = Gate::default();
    let finished = steps::native(project, &mut gate);
    let finished = if quick { finished } else { finished.and_then(|()| steps::browser(project, &mut gate)) };
    gate.summarize();
    match finished {
        Ok(()) => Verdict::Passed,
        Err(gate::Stopped) => Verdict::Failed,
    }
}

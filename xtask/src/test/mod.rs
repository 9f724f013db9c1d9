//! The gate: every check of the project, in the order in which they are quickest to fail; and any test
//! of it alone.
//!
//! It stops at the first step that fails. The last line it prints is `N passed, N failed, N skipped`,
//! over all tests that ran.

mod corpora;
mod environment;
mod gate;
mod inventory;
mod listing;
mod needs;
mod only;
mod prove;
mod steps;
mod tally;

use anyhow::Result;
use clap::Args;

use crate::project::Project;
use gate::{Gate, Stopped};
use inventory::Inventory;

/// The arguments of `cargo xtask test`.
#[derive(Args)]
pub(crate) struct Options {
    /// Leave out what needs a browser
    #[arg(long)]
    quick: bool,
    /// Run nothing but these tests: a kind (native, wasm, system), a package, a program, a module or a
    /// test, with `::` between them where one name is not enough
    #[arg(long, value_name = "NAME", conflicts_with = "quick", num_args = 1..)]
    only: Vec<String>,
    /// Print the names of all tests, by kind and module, and run none
    #[arg(long, conflicts_with_all = ["quick", "only"])]
    list: bool,
}

/// How the gate ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Every step went well.
    Passed,
    /// A step failed, and the later ones did not run.
    Failed,
}

/// Runs the steps and prints the summary, or lists the tests.
pub(crate) fn run(project: &Project, options: Options) -> Result<Verdict> {
    let Options { quick, only, list } = options;
    if list {
        listing::print(&Inventory::read(project)?);
        return Ok(Verdict::Passed);
    }
    if !only.is_empty() {
        let tests = Inventory::read(project)?;
        let wanted = tests.named(&only)?;
        return Ok(summarized(|gate| only::run(project, gate, &tests, &wanted)));
    }
    Ok(summarized(|gate| {
        steps::native(project, gate)?;
        if quick { Ok(()) } else { steps::browser(project, gate) }
    }))
}

/// Runs the long proofs and prints the summary.
pub(crate) fn prove(project: &Project) -> Verdict {
    summarized(|gate| prove::run(project, gate))
}

fn summarized(steps: impl FnOnce(&mut Gate) -> Result<(), Stopped>) -> Verdict {
    let mut gate = Gate::default();
    let finished = steps(&mut gate);
    gate.summarize();
    match finished {
        Ok(()) => Verdict::Passed,
        Err(Stopped) => Verdict::Failed,
    }
}

//! Runs the tests that a name means, after building what these need and nothing else.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use super::gate::{Gate, Stopped};
use super::inventory::{Inventory, Kind, Program, Test};
use super::needs::{self, Need};
use super::steps::{self, cargo, count};
use super::tally::Tally;
use crate::project::Project;

/// Runs the tests that are wanted.
pub(super) fn run(
    project: &Project,
    gate: &mut Gate,
    all: &Inventory,
    wanted: &[Test],
) -> Result<(), Stopped> {
    println!("{} tests of {}", wanted.len(), all.tests().len());
    let of_system: Vec<Test> = wanted.iter().filter(|test| test.kind == Kind::System).cloned().collect();
    if !of_system.is_empty() {
        needs::prepare(project, gate, &Need::of(&of_system))?;
    }
    let programs: BTreeSet<(Kind, &Program)> = wanted.iter().map(|test| (test.kind, &test.program)).collect();
    for (kind, program) in programs {
        let mut tests = wanted.iter().filter(|test| test.kind == kind && test.program == *program);
        let is_whole = all.is_all_of(program, kind, wanted);
        let names =
            if is_whole { Vec::new() } else { tests.by_ref().map(|test| test.name.as_str()).collect() };
        match kind {
            Kind::Wasm => steps::wasm(project, gate, &names)?,
            Kind::Native | Kind::System => {
                let threads = (kind == Kind::System).then_some(steps::SYSTEM_THREADS);
                let step = program.selection()[1..].join(" ");
                gate.step(step, |tally| {
                    let call = cargo(project.root(), &["test", "--no-fail-fast"]).args(program.selection());
                    let call = call.arg("--").args(threads.into_iter().flatten());
                    let exact = if names.is_empty() { None } else { Some("--exact") };
                    some_ran(tally, |tally| count(project, call.args(exact).args(&names), tally))
                })?;
            }
        }
    }
    Ok(())
}

/// Fails where no test was run: what is compiled for another system is in the sources too.
fn some_ran(tally: &mut Tally, run: impl FnOnce(&mut Tally) -> Result<()>) -> Result<()> {
    let before = tally.total();
    run(tally)?;
    if tally.total() == before {
        bail!("none of these tests is compiled on this system");
    }
    Ok(())
}

//! Runs the tests that a name means, after building what these need and nothing else.

use std::collections::BTreeSet;

use anyhow::bail;

use super::gate::{Gate, Stopped};
use super::inventory::{Inventory, Kind, Program, Test};
use super::needs::{self, Need};
use super::steps::{self, cargo, count};
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
    let packages = whole_packages(all, wanted);
    if !packages.is_empty() {
        gate.step("native tests", |tally| {
            let selection = packages.iter().flat_map(|package| ["--package", package]);
            count(project, cargo(project.root(), &["test", "--no-fail-fast"]).args(selection), tally)
        })?;
    }
    let programs: BTreeSet<(Kind, &Program)> = wanted.iter().map(|test| (test.kind, &test.program)).collect();
    for (kind, program) in programs {
        if kind == Kind::Native && packages.contains(program.package.as_str()) {
            continue;
        }
        let of_program = wanted.iter().filter(|test| test.kind == kind && test.program == *program);
        let names: Vec<&str> = match all.is_all_of(program, kind, wanted) {
            true => Vec::new(),
            false => of_program.map(|test| test.name.as_str()).collect(),
        };
        match kind {
            Kind::Wasm => steps::wasm(project, gate, &names)?,
            Kind::Native | Kind::System => run_program(project, gate, kind, program, &names)?,
        }
    }
    Ok(())
}

/// The packages of which all native tests are wanted, and that have no system tests: they are run with one
/// call, examples in their documentation included.
fn whole_packages<'a>(all: &Inventory, wanted: &'a [Test]) -> BTreeSet<&'a str> {
    let packages: BTreeSet<&str> = wanted.iter().map(|test| test.program.package.as_str()).collect();
    let is_whole = |package: &&str| {
        let mut tests = all.tests().iter().filter(|test| test.program.package == *package);
        tests.all(|test| test.kind == Kind::Wasm || test.kind == Kind::Native && wanted.contains(test))
    };
    packages.into_iter().filter(is_whole).collect()
}

/// Runs some tests of a program, or all of them where none is named.
fn run_program(
    project: &Project,
    gate: &mut Gate,
    kind: Kind,
    program: &Program,
    names: &[&str],
) -> Result<(), Stopped> {
    let threads: &[&str] = if kind == Kind::System { &steps::SYSTEM_THREADS } else { &[] };
    let exact: &[&str] = if names.is_empty() { &[] } else { &["--exact"] };
    gate.step(format!("tests of {}", program.selection()[1..].join(" ")), |tally| {
        let call = cargo(project.root(), &["test", "--no-fail-fast"]).args(program.selection());
        let before = tally.total();
        count(project, call.arg("--").args(threads).args(exact).args(names), tally)?;
        // What is compiled for another system is in the sources too.
        if tally.total() == before {
            bail!("none of these tests is compiled on this system");
        }
        Ok(())
    })
}

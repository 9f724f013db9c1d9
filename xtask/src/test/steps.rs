//! The steps of the gate.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use super::gate::{Gate, Stopped};
use super::inventory::{Inventory, Kind, Target};
use super::needs::{self, Need};
use super::tally::{SKIPPED, SkippedFile, Tally};
use crate::module::FEATURE;
use crate::project::Project;
use crate::run::Call;
use crate::tools::chromium::Browser;
use crate::tools::{Toolbox, wasm_target};

/// The viewer for the browser, and with it the lints of `bundle`, whose own tests are native:
/// proptest does not compile for wasm.
const WASM: [&str; 4] = ["--target", "wasm32-unknown-unknown", "--package", "reading-room"];

/// How many system tests run at a time, on two cores as on more: each has a browser to wait for, and with
/// more of them than this a page of a busy machine may not draw in the time that tests allow.
pub(super) const SYSTEM_THREADS: [&str; 2] = ["--test-threads", "3"];

/// The steps that need no browser.
pub(super) fn native(project: &Project, gate: &mut Gate) -> Result<(), Stopped> {
    let root = project.root();
    gate.step("format", |_| cargo(root, &["fmt", "--all", "--check"]).remedy("run `cargo fmt --all`").run())?;
    gate.step("lints", |_| clippy(root, &["--workspace"]))?;
    // As it is published; the step before sees it as it is under `trunk serve`.
    gate.step("lints, wasm", |_| {
        wasm_target::ensure()?;
        clippy(root, &[&WASM[..], &["--features", FEATURE]].concat())
    })?;
    gate.step("documentation", |_| {
        // With private items and links to them: whoever reads the documentation of an application works
        // on it.
        cargo(root, &["doc", "--no-deps", "--workspace", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private_intra_doc_links")
            .remedy("mend the doc comments named above")
            .run()
    })?;
    gate.step("native tests", |tally| {
        let call = tests_of_workspace(root).args(["--lib", "--bins"]);
        count(project, call.args(selection(&Inventory::read(project)?, Kind::Native)), tally)
    })?;
    gate.step("examples in the documentation", |tally| {
        count(project, tests_of_workspace(root).arg("--doc"), tally)
    })
}

/// The steps that need one, with the builds that they test.
pub(super) fn browser(project: &Project, gate: &mut Gate) -> Result<(), Stopped> {
    wasm(project, gate, &[])?;
    needs::prepare(project, gate, &Need::all())?;
    gate.step("system tests", |tally| {
        let call = tests_of_workspace(project.root());
        let call = call.args(selection(&Inventory::read(project)?, Kind::System));
        count(project, call.arg("--").args(SYSTEM_THREADS), tally)
    })
}

/// Runs the wasm tests with these names, or all of them where there is none.
pub(super) fn wasm(project: &Project, gate: &mut Gate, names: &[&str]) -> Result<(), Stopped> {
    let tools = gate.step("tools", |_| Toolbox::ready(project))?;
    let browser = gate.step("browser", |_| Browser::ready(project))?;
    gate.step("wasm tests", |tally| {
        if names.is_empty() {
            return count(project, wasm_tests(project, &tools, &browser), tally);
        }
        // Their runner takes one name at a time.
        names.iter().try_for_each(|name| {
            count(project, wasm_tests(project, &tools, &browser).args(["--", "--exact", name]), tally)
        })
    })
}

fn wasm_tests(project: &Project, tools: &Toolbox, browser: &Browser) -> Call {
    // Examples in the documentation are left to the native run.
    cargo(project.root(), &["test", "--no-fail-fast", "--lib", "--bins", "--tests"])
        .args(WASM)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &tools.wasm_test_runner)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &browser.capabilities)
        .env("CHROMEDRIVER", &browser.driver)
}

/// Tests of the workspace. All of it is named even where some programs are meant: features of dependencies
/// are those of all packages that are named, so that other names compile sixty of them a second time.
pub(super) fn tests_of_workspace(root: &Path) -> Call {
    cargo(root, &["test", "--no-fail-fast", "--workspace"])
}

/// What tells cargo to build the programs of a kind that are made from a folder `tests`.
fn selection(inventory: &Inventory, kind: Kind) -> Vec<String> {
    let programs = inventory.tests().iter().filter(|test| test.kind == kind).map(|test| &test.program.target);
    let names: BTreeSet<&str> = programs.filter_map(Target::test_name).collect();
    names.into_iter().flat_map(|name| ["--test".to_owned(), name.to_owned()]).collect()
}

fn clippy(root: &Path, selection: &[&str]) -> Result<()> {
    cargo(root, &["clippy", "--all-targets"])
        .args(selection)
        .args(["--", "-D", "warnings"])
        .remedy("mend what clippy says above; `cargo clippy --fix` does some of it")
        .run()
}

/// Runs tests and counts them.
pub(super) fn count(project: &Project, call: Call, tally: &mut Tally) -> Result<()> {
    let skipped = SkippedFile::new(project)?;
    let call = call.env(SKIPPED, skipped.path()).remedy("the tests that failed are named above");
    let ran = call.run_reading(|line| tally.read(line));
    skipped.count(tally)?;
    ran
}

pub(super) fn cargo(root: &Path, args: &[&str]) -> Call {
    Call::new("cargo").dir(root).args(args)
}

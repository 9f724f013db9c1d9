//! The steps of the gate.

use std::path::Path;

use anyhow::Result;

use super::corpora::{self, Corpora};
use super::gate::{Gate, Stopped};
use super::tally::Tally;
use crate::dist;
use crate::parts::FEATURE;
use crate::project::Project;
use crate::run::Call;
use crate::tools::chromium::Browser;
use crate::tools::{Toolbox, axe, blogs, wasm_target};
use crate::viewer;

/// The viewer for the browser, and with it the lints of `bundle`, whose own tests are native:
/// proptest does not compile for wasm.
const WASM: [&str; 4] = ["--target", "wasm32-unknown-unknown", "--package", "reading-room"];

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
        // With private items and links to them: who reads the documentation of an application works
        // on it.
        cargo(root, &["doc", "--no-deps", "--workspace", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private_intra_doc_links")
            .remedy("mend the doc comments named above")
            .run()
    })?;
    gate.step("native tests", |tally| count(cargo(root, &["test", "--no-fail-fast"]), tally))
}

/// The steps that need one, with the builds that they test.
pub(super) fn browser(project: &Project, gate: &mut Gate) -> Result<(), Stopped> {
    let tools = gate.step("tools", |_| Toolbox::ready(project))?;
    let browser = gate.step("browser", |_| Browser::ready(project))?;
    gate.step("blogs", |_| blogs::ready())?;
    let axe = gate.step("axe-core", |_| axe::ready(project))?;
    gate.step("wasm tests", |tally| wasm_tests(project, &tools, &browser, tally))?;
    let viewer = gate.step("viewer", |_| viewer::build(project, &tools))?;
    let build_index = gate.step("build-index", |_| dist::program(project, &viewer))?;
    let corpora = gate.step("real archives", |_| corpora::ready(project))?;
    gate.step("browser tests", |tally| {
        let mut call = cargo(project.root(), &["test", "--no-fail-fast", "-p", "reading-room-tests"])
            .search(&tools.folders)?
            .env("READING_ROOM_VIEWER", viewer)
            .env("READING_ROOM_BUILD_INDEX", build_index)
            .env("READING_ROOM_AXE", axe)
            .env("READING_ROOM_WEBDRIVER", &browser.capabilities)
            .env("CHROMEDRIVER", &browser.driver);
        if let Some(Corpora { folder, society }) = corpora {
            call = call.env("READING_ROOM_CORPORA", folder).env("READING_ROOM_SOCIETY", society);
        }
        count(call, tally)
    })
}

fn wasm_tests(project: &Project, tools: &Toolbox, browser: &Browser, tally: &mut Tally) -> Result<()> {
    // Doc tests are left to the native run.
    let call = cargo(project.root(), &["test", "--no-fail-fast", "--lib", "--bins", "--tests"])
        .args(WASM)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &tools.wasm_test_runner)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &browser.capabilities)
        .env("CHROMEDRIVER", &browser.driver);
    count(call, tally)
}

fn clippy(root: &Path, selection: &[&str]) -> Result<()> {
    cargo(root, &["clippy", "--all-targets"])
        .args(selection)
        .args(["--", "-D", "warnings"])
        .remedy("mend what clippy says above; `cargo clippy --fix` does some of it")
        .run()
}

fn count(call: Call, tally: &mut Tally) -> Result<()> {
    call.remedy("the tests that failed are named above").run_reading(|line| tally.read(line))
}

fn cargo(root: &Path, args: &[&str]) -> Call {
    Call::new("cargo").dir(root).args(args)
}

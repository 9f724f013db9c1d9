//! What the commands need that a checkout does not bring: found where it is, installed where it is
//! not.

mod apt;
pub(crate) mod axe;
pub(crate) mod blogs;
mod cargo_install;
pub(crate) mod chromium;
pub(crate) mod lighthouse;
pub(crate) mod nginx;
pub(crate) mod npm;
pub(crate) mod wasm_opt;
pub(crate) mod wasm_target;

use std::path::PathBuf;

use anyhow::Result;

use crate::project::Project;
use cargo_install::CargoTool;

/// The programs that build the viewer, all found at the versions the project works with.
pub(crate) struct Toolbox {
    /// The folders they lie in, to be put in front of PATH.
    pub(crate) folders: Vec<PathBuf>,
    /// The runner that cargo calls to run wasm tests in a browser.
    pub(crate) wasm_test_runner: PathBuf,
}

impl Toolbox {
    /// Finds the tools, and installs those that are missing, which can take minutes.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        wasm_target::ensure()?;
        let trunk = CargoTool::trunk(project)?.ensure(project)?;
        let wasm_bindgen = CargoTool::wasm_bindgen(project)?.ensure(project)?;
        let wasm_test_runner = crate::run::in_folder(&wasm_bindgen, "wasm-bindgen-test-runner");
        Ok(Self { folders: vec![trunk, wasm_bindgen], wasm_test_runner })
    }
}

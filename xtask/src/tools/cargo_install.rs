//! Trunk and wasm-bindgen, which must be the exact versions that the project works with.
//!
//! Trunk would download a wasm-bindgen that is missing, but from one host only; cargo gets it from
//! the same registry as everything else.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::run::{Call, in_folder, path_folders, variable};

/// A tool that `cargo install` compiles.
pub(crate) struct CargoTool {
    package: &'static str,
    version: String,
    /// The programs it brings; the first answers `--version`.
    programs: &'static [&'static str],
    features: &'static [&'static str],
    opt_level: &'static str,
    minutes: u8,
}

impl CargoTool {
    /// Trunk, without the parts that need OpenSSL.
    pub(crate) fn trunk(project: &Project) -> Result<Self> {
        Ok(Self {
            package: "trunk",
            version: project.trunk_version()?,
            programs: &["trunk"],
            features: &["--no-default-features", "--features", "rustls"],
            opt_level: "0",
            minutes: 5,
        })
    }

    /// The command line of wasm-bindgen, equal to the crate in Cargo.lock or it refuses to work.
    pub(crate) fn wasm_bindgen(project: &Project) -> Result<Self> {
        Ok(Self {
            package: "wasm-bindgen-cli",
            version: project.locked_version("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            features: &[],
            opt_level: "1",
            minutes: 3,
        })
    }

    /// The folder that holds the tool, after installing it if need be.
    pub(crate) fn ensure(&self, project: &Project) -> Result<PathBuf> {
        let folders = places(project);
        if let Some(folder) = self.find(&folders) {
            return Ok(folder);
        }
        self.install(project, &folders)?;
        self.find(&folders)
            .with_context(|| format!("{} {} was installed but is not found", self.package, self.version))
    }

    fn find(&self, folders: &[PathBuf]) -> Option<PathBuf> {
        folders.iter().find(|folder| self.is_in(folder)).cloned()
    }

    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| in_folder(folder, program).is_file())
            && self.version_in(folder).as_ref() == Some(&self.version)
    }

    fn version_in(&self, folder: &Path) -> Option<String> {
        let answer = Call::new(in_folder(folder, self.programs[0])).arg("--version").ask()?;
        answer.split_whitespace().nth(1).map(str::to_owned)
    }

    /// Compiles it with little optimisation: it runs for seconds, and compiles for minutes.
    fn install(&self, project: &Project, folders: &[PathBuf]) -> Result<()> {
        let Self { package, version, .. } = self;
        eprintln!(
            "{package} {version} is not here yet. Compiling it takes about {} minutes, once.",
            self.minutes
        );
        let call = Call::new("cargo")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            .dir(project.root())
            .args(["install", "--locked", package, "--version", version])
            .args(self.features)
            .arg("--target-dir")
            .arg(project.target("tools"))
            .remedy(format!("install {package} {version} by other means and put it on PATH"))
            .aside();
        match self.another_is_in(folders) {
            true => call.arg("--root").arg(project.private_tools()).run(),
            false => call.run(),
        }
    }

    /// Whether a version that somebody else may need is installed, which must then stay.
    fn another_is_in(&self, folders: &[PathBuf]) -> bool {
        folders.iter().any(|folder| in_folder(folder, self.programs[0]).is_file())
    }
}

/// The folders to look in: this checkout's own, then PATH, then where cargo installs.
fn places(project: &Project) -> Vec<PathBuf> {
    let mut folders = vec![project.private_tools().join("bin")];
    folders.extend(path_folders());
    folders.extend(cargo_home().map(|home| home.join("bin")));
    folders
}

fn cargo_home() -> Option<PathBuf> {
    let default = || env::home_dir().map(|home| home.join(".cargo"));
    variable("CARGO_HOME").map(PathBuf::from).or_else(default)
}

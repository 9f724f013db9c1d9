//! Trunk and wasm-bindgen, which must be the exact versions that the project works with.
//!
//! Trunk would download a wasm-bindgen that is missing, but from one host only; cargo gets it from
//! the same registry as everything else.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::run::{Call, in_folder, on_path, path_folders, variable};

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
    /// Trunk, without what it downloads other tools with: these are found or installed here.
    pub(crate) fn trunk(project: &Project) -> Result<Self> {
        Ok(Self {
            package: "trunk",
            version: project.trunk_version()?,
            programs: &["trunk"],
            features: &["--no-default-features"],
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

    /// Takes it as it was built by others where cargo-binstall can get that, and compiles it elsewhere.
    fn install(&self, project: &Project, folders: &[PathBuf]) -> Result<()> {
        let root = self.another_is_in(folders).then(|| project.private_tools());
        if on_path("cargo-binstall").is_some() && self.binstall(root.as_deref()).is_ok() {
            return Ok(());
        }
        self.compile(project, root.as_deref())
    }

    fn binstall(&self, root: Option<&Path>) -> Result<()> {
        let name = format!("{}@{}", self.package, self.version);
        let call = Call::new("cargo").args(["binstall", "--no-confirm", "--disable-strategies", "compile"]);
        rooted(call.arg(name).aside(), root).run()
    }

    /// Compiles it with little optimisation: it runs for seconds, and compiles for minutes.
    fn compile(&self, project: &Project, root: Option<&Path>) -> Result<()> {
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
        rooted(call, root).run()
    }

    /// Whether a version that somebody else may need is installed, which must then stay.
    fn another_is_in(&self, folders: &[PathBuf]) -> bool {
        folders.iter().any(|folder| in_folder(folder, self.programs[0]).is_file())
    }
}

/// Installs into a folder, or where cargo installs.
fn rooted(call: Call, root: Option<&Path>) -> Call {
    match root {
        Some(root) => call.arg("--root").arg(root),
        None => call,
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

//! The packages of the workspace, as cargo describes them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::project::Project;
use crate::run::Call;

/// All packages of the workspace.
#[derive(Deserialize)]
pub(crate) struct Workspace {
    pub(crate) packages: Vec<Package>,
}

/// A package of the workspace.
#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) targets: Vec<Target>,
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
}

/// What cargo makes of a package.
#[derive(Deserialize)]
pub(crate) struct Target {
    pub(crate) name: String,
    /// `lib`, `bin`, `test` and others.
    pub(crate) kind: Vec<String>,
    /// Whether its tests are run.
    pub(crate) test: bool,
    /// The file that it begins in.
    pub(crate) src_path: PathBuf,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// `dev` or `build`; nothing for what is always needed.
    kind: Option<String>,
    /// Where it is, if it is a package of the workspace.
    path: Option<PathBuf>,
}

impl Workspace {
    /// Asks cargo.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        let call = Call::new("cargo").dir(project.root());
        let answer = call.args(["metadata", "--no-deps", "--format-version", "1"]).ask();
        let answer = answer.context("`cargo metadata` failed; run it to see why")?;
        serde_json::from_str(&answer).context("reading what cargo metadata says")
    }

    /// The packages of the workspace that a package is made of, itself included. What only its tests
    /// need does not count.
    pub(crate) fn made_of(&self, package: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let mut waiting: Vec<&str> = vec![package];
        while let Some(name) = waiting.pop() {
            let Some(package) = self.packages.iter().find(|package| package.name == name) else { continue };
            if found.insert(package.name.as_str()) {
                let local = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
                let needed = local.filter(|dependency| dependency.kind.as_deref() != Some("dev"));
                waiting.extend(needed.map(|dependency| dependency.name.as_str()));
            }
        }
        found
    }

    /// The folder of a package.
    pub(crate) fn folder(&self, package: &str) -> Option<&Path> {
        self.packages.iter().find(|found| found.name == package)?.manifest_path.parent()
    }
}

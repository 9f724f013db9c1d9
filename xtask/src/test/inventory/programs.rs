//! The test programs that cargo can build of this workspace.

use std::path::PathBuf;

use anyhow::Result;

use crate::project::Project;
use crate::workspace::Workspace;

/// The package whose tests drive what the others build.
const SYSTEM_TESTS: &str = "reading-room-tests";

/// A test program, as cargo selects it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Program {
    pub(crate) package: String,
    pub(crate) target: Target,
}

/// What of a package a test program is made from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    Library,
    Binary(String),
    Test(String),
}

impl Program {
    /// What tells cargo to build it and nothing else.
    pub(crate) fn selection(&self) -> Vec<&str> {
        match &self.target {
            Target::Library => vec!["--package", &self.package, "--lib"],
            Target::Binary(name) => vec!["--package", &self.package, "--bin", name],
            // As the gate builds it, so that one does not build it for the other again.
            Target::Test(name) => vec!["--workspace", "--test", name],
        }
    }

    /// Whether its tests need what the project builds.
    pub(super) fn is_of_the_whole(&self) -> bool {
        self.package == SYSTEM_TESTS && matches!(self.target, Target::Test(_))
    }
}

impl Target {
    /// Its name, if it is one of the programs of a folder `tests`.
    pub(crate) fn test_name(&self) -> Option<&str> {
        match self {
            Target::Test(name) => Some(name),
            Target::Library | Target::Binary(_) => None,
        }
    }
}

/// All test programs, each with the file that it begins in.
pub(super) fn all(project: &Project) -> Result<Vec<(Program, PathBuf)>> {
    let mut programs = Vec::new();
    for package in Workspace::read(project)?.packages {
        for target in package.targets.into_iter().filter(|target| target.test) {
            let made_from = match target.kind.first().map(String::as_str) {
                Some("lib") => Target::Library,
                Some("bin") => Target::Binary(target.name),
                Some("test") => Target::Test(target.name),
                _ => continue,
            };
            programs.push((Program { package: package.name.clone(), target: made_from }, target.src_path));
        }
    }
    Ok(programs)
}

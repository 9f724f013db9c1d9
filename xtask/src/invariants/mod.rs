//! What ARCHITECTURE.md promises of the sources, as far as sources can tell: who depends on whom, and
//! which things only one place does.
//!
//! `crates` and `circles` are about arrows, `places` about words that may stand in one place only.

mod circles;
mod crates;
mod places;

use std::path::PathBuf;

use crate::project::Project;
use crate::rust_source::{self, SourceFile};
use crate::workspace::{Target, Workspace};

/// The files of the libraries and programs of a package, but for what is compiled for tests only; none
/// where there is no such package, which `crates` has a test for.
fn sources_of(package: &str) -> Vec<SourceFile> {
    let workspace = Workspace::read(&Project::here().unwrap()).unwrap();
    let targets = workspace.packages.into_iter().filter(|found| found.name == package);
    let is_built = |target: &Target| ["lib", "bin"].contains(&target.kind[0].as_str());
    let roots: Vec<PathBuf> =
        targets.flat_map(|package| package.targets).filter(is_built).map(|target| target.src_path).collect();
    let files = roots.iter().flat_map(|root| rust_source::files(root).unwrap());
    files.filter(|file| !file.is_test).collect()
}

//! Packages of npm.

use std::path::Path;

use crate::project::Project;
use crate::run::Call;

/// Installs a package, as `name@version`, below a folder.
pub(crate) fn install(project: &Project, folder: &Path, package: &str) -> Call {
    Call::new("npm")
        .dir(project.root())
        .args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(project.short(folder))
        .arg(package)
        .aside()
}

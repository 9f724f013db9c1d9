//! axe-core, which finds what keeps people from using a page. It comes from npm.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::run::on_path;
use crate::tools::npm;

/// The release: another finds other things.
const AXE: &str = "4.14.1";

/// Finds the script that tests run in a page, and installs it where it is not.
pub(crate) fn ready(project: &Project) -> Result<PathBuf> {
    let folder = project.private_tools().join("npm/node_modules/axe-core");
    let script = folder.join("axe.min.js");
    let package = fs::read_to_string(folder.join("package.json")).unwrap_or_default();
    if !script.is_file() || !package.contains(&format!("\"version\": \"{AXE}\"")) {
        install(project)?;
    }
    Ok(script)
}

fn install(project: &Project) -> Result<()> {
    if on_path("npm").is_none() {
        bail!(
            "the tests of accessibility need axe-core {AXE}, and there is no npm to get it with.\n  \
             Debian, Ubuntu: sudo apt-get install npm\n  \
             Elsewhere: install Node.js, which brings npm"
        );
    }
    eprintln!("axe-core {AXE} is not here yet; npm downloads it (about 3 MB unpacked), once.");
    npm::install(project, &project.private_tools().join("npm"), &format!("axe-core@{AXE}"))
        .remedy("check the network and try again")
        .run()
}

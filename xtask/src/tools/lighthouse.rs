//! Lighthouse, which grades a page. It comes from npm.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::run::on_path;
use crate::tools::npm;

/// The release: another grades otherwise. It is the last that runs by Node.js 18 and 20.
pub(crate) const LIGHTHOUSE: &str = "12.8.2";

/// Finds its command line, and installs it where it is not.
pub(crate) fn ready(project: &Project) -> Result<PathBuf> {
    let folder = project.target("bench").join(format!("lighthouse-{LIGHTHOUSE}"));
    let program = folder.join("node_modules/lighthouse/cli/index.js");
    if program.is_file() {
        return Ok(program);
    }
    if on_path("npm").is_none() {
        bail!("Lighthouse comes with npm, which is not here (Debian: apt-get install npm)");
    }
    fs::create_dir_all(&folder)?;
    eprintln!("Lighthouse {LIGHTHOUSE} is not here yet; npm downloads it (about 100 MB unpacked), once.");
    npm::install(project, &folder, &format!("lighthouse@{LIGHTHOUSE}"))
        .remedy("Lighthouse could not be installed; check the network and try again")
        .run()?;
    Ok(program)
}

//! Compiles an archive into a bundle by calling build-index.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use crate::project::Project;
use crate::run::Call;

/// The variable that tells the hook in Trunk.toml which archive to compile.
pub(crate) const ARCHIVE: &str = "READING_ROOM_ARCHIVE";
/// The variable that tells the hook to leave target/bundle as it is.
pub(crate) const NO_BUNDLE: &str = "READING_ROOM_NO_BUNDLE";

/// What `cargo xtask bundle` is told.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder that holds _posts or archived [default: the sample]
    #[arg(long, env = ARCHIVE, value_name = "PATH")]
    archive: Option<PathBuf>,
    /// Compile nothing, only make sure that target/bundle is there
    #[arg(long, env = NO_BUNDLE, hide = true)]
    no_bundle: bool,
}

/// Writes target/bundle, which index.html copies into the site.
pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let Options { archive, no_bundle } = options;
    let out = project.target("bundle");
    if no_bundle {
        return fs::create_dir_all(&out).with_context(|| format!("making {}", out.display()));
    }
    let archive = project.archive(archive.as_deref())?;
    write(project, &archive, &out)
}

/// Compiles an archive into a folder.
pub(crate) fn write(project: &Project, archive: &Path, out: &Path) -> Result<()> {
    Call::new("cargo")
        .dir(project.root())
        .args(["run", "--quiet", "--release", "--package", "build-index", "--", "build"])
        .arg(project.short(archive))
        .arg("--out")
        .arg(project.short(out))
        .run()
}

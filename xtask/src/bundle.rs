//! Compiles an archive into a bundle by calling build-index.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use walkdir::WalkDir;

use crate::build_index;
use crate::project::Project;
use crate::run::Call;
use crate::viewer::NO_BUNDLE;

/// The variable that tells the hook in Trunk.toml which archive to compile.
pub(crate) const ARCHIVE: &str = "READING_ROOM_ARCHIVE";

/// The arguments of `cargo xtask bundle`.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder that holds _posts or archived [default: the sample]
    #[arg(long, env = ARCHIVE, value_name = "PATH")]
    archive: Option<PathBuf>,
    /// The folder of the site that the bundle is put into; Trunk names the one that it fills
    #[arg(long, env = "TRUNK_STAGING_DIR", value_name = "DIR")]
    site: Option<PathBuf>,
    /// Compile nothing
    #[arg(long, env = NO_BUNDLE, hide = true)]
    no_bundle: bool,
}

/// Writes target/bundle, and the site's bundle where there is a site.
pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let Options { archive, site, no_bundle } = options;
    if no_bundle {
        return Ok(());
    }
    let archive = project.archive(archive.as_deref())?;
    let out = project.target("bundle");
    write(project, &archive, &out)?;
    match site {
        Some(site) => link(&out, &site.join("bundle")),
        None => Ok(()),
    }
}

/// Compiles an archive into a folder.
pub(crate) fn write(project: &Project, archive: &Path, out: &Path) -> Result<()> {
    let build_index = build_index::ready(project)?;
    Call::new(project.short(&build_index))
        .dir(project.root())
        .arg("build")
        .arg(project.short(archive))
        .arg("--out")
        .arg(project.short(out))
        .run()
}

/// Makes a folder with the files of another: the same files where the disk can do that, for a bundle
/// never changes one in place, else copies.
fn link(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry.with_context(|| format!("reading {}", from.display()))?;
        let copy = to.join(entry.path().strip_prefix(from)?);
        let context = || format!("writing {}", copy.display());
        if entry.file_type().is_dir() {
            fs::create_dir_all(&copy).with_context(context)?;
        } else if fs::hard_link(entry.path(), &copy).is_err() {
            fs::copy(entry.path(), &copy).map(drop).with_context(context)?;
        }
    }
    Ok(())
}

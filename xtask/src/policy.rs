//! Seals the page that Trunk has built, before anybody gets it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

/// What `cargo xtask policy` is told.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder that the page is in
    #[arg(long, env = "TRUNK_STAGING_DIR", value_name = "DIR")]
    site: PathBuf,
}

/// Writes the policy into `index.html`.
pub(crate) fn run(options: &Options) -> Result<()> {
    let path = options.site.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let sealed = policy::seal(&page).with_context(|| path.display().to_string())?;
    fs::write(&path, sealed).with_context(|| format!("writing {}", path.display()))
}

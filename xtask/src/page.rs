//! Finishes the page that Trunk has built, before anybody gets it: the styles become short, then come the
//! texts, then the script that opens the viewer, then the policy, which seals what stands there. One hook does
//! all, because Trunk runs the hooks of a stage at the same time.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::{open_script, policy, styles, texts};

/// The arguments of `cargo xtask page`.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder that the page is in
    #[arg(long, env = "TRUNK_STAGING_DIR", value_name = "DIR")]
    site: PathBuf,
}

/// Writes the texts and the policy into the page.
pub(crate) fn run(Options { site }: &Options) -> Result<()> {
    styles::shorten_in(site)?;
    texts::write_into(site)?;
    open_script::write_into(site)?;
    policy::write_into(site)
}

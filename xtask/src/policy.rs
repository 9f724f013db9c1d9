//! Seals the page that Trunk has built, before anybody gets it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Writes into the `index.html` of a folder what it may load and run: its Content-Security-Policy.
pub(crate) fn write_into(site: &Path) -> Result<()> {
    let path = site.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let sealed = policy::seal(&page).with_context(|| path.display().to_string())?;
    fs::write(&path, sealed).with_context(|| format!("writing {}", path.display()))
}

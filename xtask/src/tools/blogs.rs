//! Jekyll with its usual theme and Hugo, for the tests of a viewer that a blog embeds.

use anyhow::Result;

use super::apt::Apt;
use crate::run::{Call, on_path};

const DEBIAN_PACKAGES: [&str; 3] = ["jekyll", "jekyll-theme-minima", "hugo"];

/// Installs what is missing, where that needs no password; elsewhere the tests do without.
pub(crate) fn ready() -> Result<()> {
    if has_all() {
        return Ok(());
    }
    let packages = DEBIAN_PACKAGES.join(" ");
    let Some(apt) = Apt::without_password() else {
        eprintln!("Jekyll with minima or Hugo is missing ({packages}): what needs them is not tested.");
        return Ok(());
    };
    eprintln!("Jekyll with minima or Hugo is missing; apt installs {packages}.");
    apt.install(&DEBIAN_PACKAGES)
}

fn has_all() -> bool {
    let has_theme = || Call::new("ruby").args(["-e", "gem 'minima'"]).ask().is_some();
    on_path("hugo").is_some() && on_path("jekyll").is_some() && has_theme()
}

//! nginx, which serves a site as web hosts do, and openssl, which makes it a certificate.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::apt::Apt;
use crate::run::{in_folder, on_path};

const DEBIAN_PACKAGES: [&str; 2] = ["nginx-light", "openssl"];

/// Finds nginx, and installs it and openssl where one is missing and that needs no password.
pub(crate) fn ready() -> Result<PathBuf> {
    if let Some(nginx) = find() {
        return Ok(nginx);
    }
    let packages = DEBIAN_PACKAGES.join(" ");
    let Some(apt) = Apt::without_password() else {
        bail!(
            "what a slow phone waits for is measured with nginx and openssl.\n  \
             Debian, Ubuntu: sudo apt-get install {packages}\n  \
             Elsewhere: install them and put them on PATH"
        );
    };
    eprintln!("nginx or openssl is missing; apt installs {packages}.");
    apt.install(&DEBIAN_PACKAGES)?;
    find().context("nginx and openssl were installed but are not on PATH")
}

/// Debian keeps it where only root looks.
fn find() -> Option<PathBuf> {
    on_path("openssl")?;
    let of_root = || Some(in_folder(Path::new("/usr/sbin"), "nginx")).filter(|nginx| nginx.is_file());
    on_path("nginx").or_else(of_root)
}

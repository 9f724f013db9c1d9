//! The compiler's wasm target, which rust-toolchain.toml brings with rustup.

use std::path::Path;

use anyhow::{Result, bail};

use crate::run::{Call, on_path};

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that rustc can compile for the browser.
pub(crate) fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        bail!("rustc has no target {TARGET}; install Rust with rustup (https://rustup.rs)");
    }
    Call::new("rustup")
        .args(["target", "add", TARGET])
        .remedy("the target could not be downloaded; check the network and try again")
        .aside()
        .run()
}

fn is_installed() -> bool {
    let asked = Call::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).ask();
    asked.is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

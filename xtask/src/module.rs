//! Compiles the viewer's module for a release, in the fewest bytes that the compiler can do with.
//!
//! Two things about it no stable compiler offers: a standard library that is compiled along, for size, and
//! panics that stop at once instead of saying why. `RUSTC_BOOTSTRAP` has the pinned compiler do both. It
//! must not reach what else cargo builds, which would then be built again and again: hence this call of
//! its own, beside the one of Trunk, and its own target folder.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::project::Project;
use crate::run::{Call, on_path};

/// The feature of the viewer that marks where it can be divided.
pub(crate) const FEATURE: &str = "split";
const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "web";
/// Has the linker say which function needs which, for the module to be divided by.
const RELOCATIONS: &str = "-Clink-arg=--emit-relocs";
/// Nobody reads where a panic was, nor what `{:?}` shows.
const SMALL: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
const OWN_STANDARD_LIBRARY: [&str; 2] =
    ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// Compiles the module. Gives its path, as the linker wrote it, and whether it is as small as it can be.
pub(crate) fn compile(project: &Project) -> Result<(PathBuf, bool)> {
    let is_small = has_library_sources();
    let target = project.target(if is_small { "viewer" } else { "viewer-without-std" });
    let call = Call::new("cargo")
        .dir(project.root())
        .args(["build", "--package", "reading-room", "--bin", "reading-room", "--features", FEATURE])
        .args(["--profile", PROFILE, "--target", TARGET, "--target-dir"])
        .arg(project.short(&target));
    let call = if is_small { small(call) } else { call.env(&flags(), RELOCATIONS) };
    call.aside().run()?;
    Ok((target.join(TARGET).join(PROFILE).join("reading-room.wasm"), is_small))
}

fn small(call: Call) -> Call {
    call.env("RUSTC_BOOTSTRAP", "1")
        .env(&flags(), format!("{RELOCATIONS} {SMALL}"))
        .args(OWN_STANDARD_LIBRARY)
}

fn flags() -> String {
    format!("CARGO_TARGET_{}_RUSTFLAGS", TARGET.to_uppercase().replace('-', "_"))
}

/// Whether the sources of the standard library are here; rustup brings them.
fn has_library_sources() -> bool {
    if is_here() {
        return true;
    }
    let added = on_path("rustup").is_some()
        && Call::new("rustup").args(["component", "add", "rust-src"]).aside().run().is_ok()
        && is_here();
    if !added {
        eprintln!("The release is built without rust-src, and is about a tenth larger for it.");
    }
    added
}

fn is_here() -> bool {
    let asked = Call::new("rustc").args(["--print", "sysroot"]).ask();
    let library = asked.map(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library"));
    library.is_some_and(|library| library.join("Cargo.lock").is_file())
}

//! Puts a built viewer where `site/viewer.rs` takes it from: the one in the folder that
//! READING_ROOM_VIEWER_DIR names, or none.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of the viewer that the program is to carry.
const VIEWER: &str = "READING_ROOM_VIEWER_DIR";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={VIEWER}");
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default().join("viewer");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    match env::var_os(VIEWER).filter(|folder| !folder.is_empty()) {
        Some(folder) => {
            println!("cargo::rerun-if-changed={}", folder.display());
            copy(Path::new(&folder), &out)
        }
        None => Ok(()),
    }
}

/// Copies a folder, but for the bundle that a build of the viewer may bring along.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let named =
        |error: io::Error| io::Error::new(error.kind(), format!("{VIEWER}={}: {error}", from.display()));
    for entry in fs::read_dir(from).map_err(named)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if !entry.file_type()?.is_dir() {
            fs::copy(entry.path(), target)?;
        } else if entry.file_name() != "bundle" {
            fs::create_dir(&target)?;
            copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}

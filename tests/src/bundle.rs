//! Bundles to serve, compiled by the real build-index when a test first asks for one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::environment::{build_index, corpora, environment, in_checkout};
use crate::site::Site;

/// A compiled archive.
pub struct Bundle {
    folder: PathBuf,
}

impl Bundle {
    /// The sample archive's.
    pub fn sample() -> Self {
        Self::of("sample")
    }

    /// An archive's, compiled once for all tests. A relative path starts at the checkout.
    pub fn of(archive: impl AsRef<Path>) -> Self {
        static COMPILED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
        let archive = archive.as_ref();
        let folder = in_checkout("target/test-bundles").join(one_name(archive));
        // Held while compiling, so that a second test waits for the first. A test that failed
        // here leaves the set as it was, and the next one tries again.
        let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
        if !compiled.contains(&folder) {
            compile(&in_checkout(archive), &folder);
            compiled.insert(folder.clone());
        }
        Self { folder }
    }

    /// The society archive's, 15,271 real posts; `None` where it is absent.
    pub fn society() -> Option<Self> {
        Some(Self::in_folder(corpora()?.join("society-bundle")))
    }

    /// A bundle that is already there.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Serves it with the viewer, at the root of a host.
    pub async fn serve(&self) -> Site {
        self.serve_under("/").await
    }

    /// Serves it with the viewer under a path such as `/blog/archive/`.
    pub async fn serve_under(&self, prefix: &str) -> Site {
        Site::start(&environment().viewer, "bundle", &self.folder, prefix).await
    }
}

fn compile(archive: &Path, folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("an older bundle can be removed");
    }
    let mut build_index = Command::new(build_index());
    let output = build_index.arg("build").arg(archive).arg("--out").arg(folder).output();
    let output = output.expect("build-index can be run");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "build-index failed on {}:\n{said}", archive.display());
}

fn one_name(archive: &Path) -> String {
    archive.display().to_string().replace(['/', '\\', ':'], "-")
}

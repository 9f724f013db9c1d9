//! Where the things are that system tests need: one file, which the tests read where a variable is not
//! set. So `cargo test -p reading-room-tests NAME` works by itself once xtask has got them ready.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// The file, in target. `tests/src/environment.rs` reads it.
const FILE: &str = "test-environment.json";

/// Paths by the names of the variables that would stand for them.
pub(super) struct Environment(BTreeMap<String, String>);

impl Environment {
    /// What an earlier run wrote down; nothing where there is none.
    pub(super) fn read(project: &Project) -> Self {
        let text = fs::read_to_string(project.target(FILE)).unwrap_or_default();
        Self(serde_json::from_str(&text).unwrap_or_default())
    }

    /// Writes it for the tests.
    pub(super) fn write(&self, project: &Project) -> Result<()> {
        let file = project.target(FILE);
        let text = serde_json::to_string_pretty(&self.0)? + "\n";
        fs::write(&file, text).with_context(|| format!("writing {}", file.display()))
    }

    /// Says where something is.
    pub(super) fn set(&mut self, name: &str, path: impl Into<OsString>) {
        self.0.insert(name.to_owned(), path.into().to_string_lossy().into_owned());
    }

    /// Says that something is not there.
    pub(super) fn forget(&mut self, name: &str) {
        self.0.remove(name);
    }
}

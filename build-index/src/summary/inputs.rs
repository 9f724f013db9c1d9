//! What other commands wrote, as far as the summary shows it.

use std::path::Path;

use anyhow::{Context as _, Result};
use notice::Notice;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::summary::measure::Size;

/// What the summary shows.
pub(super) struct Summary {
    pub(super) size: Size,
    /// What the build did, unless none took place.
    pub(super) built: Option<Built>,
    /// What the check found, unless none took place.
    pub(super) checked: Option<Checked>,
}

/// What is shown of the report of a build.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Built {
    pub(super) posts_found: usize,
    pub(super) articles: usize,
    pub(super) articles_kept: usize,
    pub(super) merged: usize,
    pub(super) skipped: Vec<Notice>,
    pub(super) files_written: usize,
    pub(super) bytes_written: u64,
    pub(super) elapsed_ms: u64,
}

/// What is shown of the findings of a check.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Checked {
    pub(super) findings: Vec<Notice>,
}

/// Reads the JSON that another command wrote.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let remedy = || {
        format!(
            "{} is not what this version writes; give --report a report of `site` or `build`, and --findings \
             what `check --json` printed",
            path.display()
        )
    };
    let text = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&text).with_context(remedy)
}

//! A bundle that counts what is loaded of it: what the viewer would fetch.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, Error, Result};
use bundle::format::{BundleFile, FormatError, Link, MANIFEST, Manifest, Source, kind};
use bundle_folder::BundleFolder;
use serde::Serialize;

/// Files to load, and their bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Cost {
    pub(crate) bytes: u64,
    pub(crate) files: usize,
}

/// A bundle that counts what is loaded of it.
pub(crate) struct MeteredSource {
    source: BundleFolder,
    dir: PathBuf,
    loaded: RefCell<BTreeMap<String, u64>>,
}

impl MeteredSource {
    /// The bundle in `dir`, and its manifest, which is counted.
    pub(crate) fn open(dir: &Path) -> Result<(MeteredSource, Manifest)> {
        let (source, manifest) = BundleFolder::open(dir)?;
        let metered = MeteredSource { source, dir: dir.to_owned(), loaded: RefCell::default() };
        metered.measure(MANIFEST.to_owned())?;
        Ok((metered, manifest))
    }

    fn measure(&self, path: String) -> Result<()> {
        let file = self.dir.join(&path);
        let bytes = file.metadata().with_context(|| format!("cannot read {}", file.display()))?.len();
        self.loaded.borrow_mut().insert(path, bytes);
        Ok(())
    }

    /// Starts counting again.
    pub(crate) fn clear(&self) {
        self.loaded.borrow_mut().clear();
    }

    /// What was loaded.
    pub(crate) fn cost(&self) -> Cost {
        let loaded = self.loaded.borrow();
        Cost { bytes: loaded.values().sum(), files: loaded.len() }
    }

    /// The bytes of a file, if it was loaded.
    pub(crate) fn bytes(&self, path: &str) -> Option<u64> {
        self.loaded.borrow().get(path).copied()
    }

    /// What was loaded of each kind of file.
    pub(crate) fn costs_by_kind(&self) -> BTreeMap<String, Cost> {
        let mut costs: BTreeMap<String, Cost> = BTreeMap::new();
        for (path, bytes) in self.loaded.borrow().iter() {
            let cost = costs.entry(kind(path).to_owned()).or_default();
            cost.bytes += bytes;
            cost.files += 1;
        }
        costs
    }
}

impl Source for MeteredSource {
    type Error = Error;

    async fn load<T: BundleFile>(&self, link: &Link<T>) -> Result<Rc<T>> {
        let part = self.source.load(link).await?;
        self.measure(link.path())?;
        Ok(part)
    }

    fn damaged(&self, path: String, error: FormatError) -> Error {
        self.source.damaged(path, error).into()
    }
}

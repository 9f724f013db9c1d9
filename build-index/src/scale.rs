//! A bundle that weighs what is loaded of it: what the viewer would fetch.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, Error, Result};
use bundle::format::{BundleFile, FormatError, Link, MANIFEST, Manifest, Source};
use serde::Serialize;

use bundle_folder::BundleFolder;

/// Files to load, and their bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Cost {
    pub(crate) bytes: u64,
    pub(crate) files: usize,
}

/// A bundle that weighs what is loaded of it.
pub(crate) struct Scale {
    source: BundleFolder,
    dir: PathBuf,
    loaded: RefCell<BTreeMap<String, u64>>,
}

impl Scale {
    /// The bundle in `dir`, and its manifest, which is weighed.
    pub(crate) fn open(dir: &Path) -> Result<(Scale, Manifest)> {
        let (source, manifest) = BundleFolder::open(dir)?;
        let scale = Scale { source, dir: dir.to_owned(), loaded: RefCell::default() };
        scale.weigh(MANIFEST.to_owned())?;
        Ok((scale, manifest))
    }

    fn weigh(&self, path: String) -> Result<()> {
        let file = self.dir.join(&path);
        let bytes = file.metadata().with_context(|| format!("can not read {}", file.display()))?.len();
        self.loaded.borrow_mut().insert(path, bytes);
        Ok(())
    }

    /// Forgets what was loaded.
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

    /// What was loaded of each folder.
    pub(crate) fn costs_by_folder(&self) -> BTreeMap<String, Cost> {
        let mut costs: BTreeMap<String, Cost> = BTreeMap::new();
        for (path, bytes) in self.loaded.borrow().iter() {
            let folder = path.split_once('/').map_or(path.as_str(), |(folder, _)| folder);
            let cost = costs.entry(folder.to_owned()).or_default();
            cost.bytes += bytes;
            cost.files += 1;
        }
        costs
    }
}

impl Source for Scale {
    type Error = Error;

    async fn load<T: BundleFile>(&self, link: &Link<T>) -> Result<Rc<T>> {
        let part = self.source.load(link).await?;
        self.weigh(link.path())?;
        Ok(part)
    }

    fn damaged(&self, path: String, error: FormatError) -> Error {
        self.source.damaged(path, error).into()
    }
}

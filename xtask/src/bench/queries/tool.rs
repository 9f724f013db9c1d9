//! The program that measures queries, with all that it needs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::de::DeserializeOwned;

use super::{Queries, RareWords};
use crate::project::Project;
use crate::run::Call;
use crate::tools::Toolbox;
use crate::tools::chromium::Browser;
use crate::viewer;

/// The program, compiled, with the viewer and a browser.
pub(crate) struct QueryBench {
    program: PathBuf,
    viewer: PathBuf,
    browser: Browser,
    /// Where it writes its results.
    results: PathBuf,
}

/// An archive, in the forms in which it is asked.
pub(crate) struct Asked<'a> {
    /// Its bundle.
    pub(crate) bundle: &'a Path,
    /// What Pagefind made of its pages, and those pages.
    pub(crate) pagefind: Option<(&'a Path, &'a Path)>,
}

/// A site that is on a host.
pub(crate) struct OnHost<'a> {
    /// Its folder.
    pub(crate) site: &'a Path,
    /// Its address, with a slash at the end.
    pub(crate) address: &'a str,
    /// The page there that asks Pagefind.
    pub(crate) pagefind: Option<&'a str>,
    /// The hash of the host's public key.
    pub(crate) key_hash: &'a str,
    /// How often each address is opened.
    pub(crate) runs: usize,
    /// Whether each visit's requests are printed.
    pub(crate) waterfall: bool,
}

impl QueryBench {
    /// Builds what is needed and finds the browser, as the browser tests do.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        let viewer = viewer::ready(project, &Toolbox::ready(project)?)?;
        Call::new("cargo")
            .dir(project.root())
            .args(["build", "--release", "--package", "query-bench"])
            .aside()
            .run()?;
        Ok(Self {
            program: project.binary("release", "query-bench")?,
            viewer,
            browser: Browser::ready(project)?,
            results: project.target("bench").join("queries.json"),
        })
    }

    /// Asks an archive for what it holds.
    pub(crate) fn ask(&self, archive: &Asked<'_>) -> Result<Queries> {
        let call = self.call("archive").arg("--bundle").arg(archive.bundle);
        self.results_of(match archive.pagefind {
            Some((index, pages)) => call.arg("--pagefind").arg(index).arg("--pages").arg(pages),
            None => call,
        })
    }

    /// Asks two archives for words that are rare in the first.
    pub(crate) fn rare_words(&self, small: &Path, large: &Path) -> Result<RareWords> {
        self.results_of(self.call("rare-words").arg("--small").arg(small).arg("--large").arg(large))
    }

    /// Opens a site on a slow phone, and gives what `query-bench phone` says of it.
    pub(crate) fn open<T: DeserializeOwned>(&self, host: &OnHost<'_>) -> Result<T> {
        let mut call = self.call("phone").arg("--site").arg(host.site).arg("--address").arg(host.address);
        call = call.arg("--key-hash").arg(host.key_hash).arg("--runs").arg(host.runs.to_string());
        if let Some(page) = host.pagefind {
            call = call.arg("--pagefind").arg(page);
        }
        self.results_of(if host.waterfall { call.arg("--waterfall") } else { call })
    }

    /// The viewer that was built for it.
    pub(crate) fn viewer(&self) -> &Path {
        &self.viewer
    }

    /// The browser that it asks in.
    pub(crate) fn browser(&self) -> &Browser {
        &self.browser
    }

    fn call(&self, command: &str) -> Call {
        Call::new(&self.program)
            .env("READING_ROOM_VIEWER", &self.viewer)
            .env("READING_ROOM_WEBDRIVER", &self.browser.capabilities)
            .env("CHROMEDRIVER", &self.browser.driver)
            .arg(command)
            .arg("--json")
            .arg(&self.results)
            .aside()
    }

    fn results_of<T: DeserializeOwned>(&self, call: Call) -> Result<T> {
        call.run()?;
        let reading = || format!("reading {}", self.results.display());
        let json = fs::read(&self.results).with_context(reading)?;
        serde_json::from_slice(&json).with_context(reading)
    }
}

//! The programs that are compared: ours and Pagefind.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::footprint::Footprint;
use super::measured::{Taken, measured};
use crate::build_index;
use crate::project::Project;
use crate::run::{in_folder, on_path};
use crate::tools::npm;

/// The release of Pagefind to compare with.
pub(super) const PAGEFIND: &str = "1.6.0";

/// Something that makes posts searchable, in a folder.
pub(super) struct Contender {
    program: PathBuf,
    arguments: Vec<OsString>,
    out: PathBuf,
    /// The folders of `out` that answer which articles a word is in.
    pub(super) index: &'static [&'static str],
    /// The folders of `out` that have what is shown of an article.
    pub(super) texts: &'static [&'static str],
}

impl Contender {
    /// Builds into the folder as an earlier run has left it.
    pub(super) fn build_again(&self) -> Result<Taken> {
        measured(&self.program, &self.arguments)
    }

    /// Builds from nothing.
    pub(super) fn build(&self) -> Result<Taken> {
        empty(&self.out)?;
        self.build_again()
    }

    /// What the last build left.
    pub(super) fn files(&self) -> Result<Footprint> {
        Footprint::of(&self.out)
    }
}

/// Our build-index, compiled as it is published.
pub(super) struct BuildIndex(PathBuf);

impl BuildIndex {
    /// Compiles it, if need be.
    pub(super) fn ready(project: &Project) -> Result<Self> {
        build_index::compile(project).map(Self)
    }

    /// It, for an archive.
    pub(super) fn of(&self, archive: &Path, out: &Path) -> Contender {
        let words =
            ["build".as_ref(), archive.as_os_str(), "--quiet".as_ref(), "--out".as_ref(), out.as_ref()];
        Contender {
            program: self.0.clone(),
            arguments: words.map(OsString::from).into(),
            out: out.to_owned(),
            index: &["terms", "positions", "directory", "columns"],
            texts: &["bodies", "catalog"],
        }
    }

    /// It, for an archive's whole site, around a viewer.
    pub(super) fn site_of(&self, archive: &Path, viewer: &Path, out: &Path) -> Contender {
        let words = ["site".as_ref(), archive.as_os_str(), "--quiet".as_ref(), "--viewer".as_ref()];
        let folders = [viewer.as_ref(), "--out".as_ref(), out.as_ref()];
        Contender {
            program: self.0.clone(),
            arguments: words.into_iter().chain(folders).map(OsString::from).collect(),
            out: out.to_owned(),
            index: &[],
            texts: &[],
        }
    }
}

/// Pagefind with its segmenter for Chinese.
pub(super) struct Pagefind(PathBuf);

impl Pagefind {
    /// Finds it, after installing it if need be.
    pub(super) fn ready(project: &Project) -> Result<Self> {
        // A folder a version, so that another one is never taken for it.
        let npm = project.target("bench").join(format!("pagefind-{PAGEFIND}"));
        if let Some(found) = extended_binary(&npm) {
            return Ok(Self(found));
        }
        if on_path("npm").is_none() {
            bail!("Pagefind comes with npm, which is not here (Debian: apt-get install npm)");
        }
        fs::create_dir_all(&npm).with_context(|| format!("making {}", npm.display()))?;
        npm::install(project, &npm, &format!("pagefind@{PAGEFIND}"))
            .remedy("Pagefind could not be installed; check the network and try again")
            .run()?;
        let found = extended_binary(&npm);
        found.map(Self).context("the npm package pagefind has no pagefind_extended for this platform")
    }

    /// It, for a folder of pages.
    pub(super) fn of(&self, pages: &Path, out: &Path) -> Contender {
        let words = [
            "--quiet".as_ref(),
            "--site".as_ref(),
            pages.as_os_str(),
            "--output-path".as_ref(),
            out.as_ref(),
        ];
        Contender {
            program: self.0.clone(),
            arguments: words.map(OsString::from).into(),
            out: out.to_owned(),
            index: &["index"],
            texts: &["fragment"],
        }
    }
}

/// The binary is in the one package of `@pagefind/linux-x64` and its like that fits this platform.
fn extended_binary(npm: &Path) -> Option<PathBuf> {
    let packages = fs::read_dir(npm.join("node_modules/@pagefind")).ok()?;
    let binaries =
        packages.flatten().map(|package| in_folder(&package.path().join("bin"), "pagefind_extended"));
    binaries.into_iter().find(|binary| binary.is_file())
}

/// Makes a folder that holds nothing.
pub(super) fn empty(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => fs::create_dir_all(folder),
    }
    .with_context(|| format!("emptying {}", folder.display()))
}

//! Where the project's things are, and the versions and folders that its own files name.
//!
//! A version is written once, in `Cargo.toml` or `Trunk.toml`, and read from there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use toml::Table;

/// The checkout that this xtask was compiled from.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The project around this crate.
    pub(crate) fn here() -> Result<Self> {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = xtask.parent().context("xtask has no parent folder")?;
        Ok(Self { root: root.to_owned() })
    }

    /// The folder of the workspace.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Something in the checkout, named from its root.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The sample archive, which stands in where no other is named.
    pub(crate) fn sample(&self) -> PathBuf {
        self.path("sample")
    }

    /// A folder for what the commands make, such as `target/bundle`.
    pub(crate) fn target(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }

    /// Tools that belong to this checkout only.
    pub(crate) fn private_tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// A path as it reads from the root, where every command runs.
    pub(crate) fn short<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }

    /// A folder named on the command line, made absolute and checked.
    pub(crate) fn archive(&self, named: Option<&Path>) -> Result<PathBuf> {
        let archive = match named {
            Some(path) => std::path::absolute(path)?,
            None => self.sample(),
        };
        if !archive.is_dir() {
            bail!("there is no archive at {}; name the folder that holds _posts", archive.display());
        }
        Ok(archive)
    }

    /// A binary of this workspace.
    pub(crate) fn binary(&self, profile: &str, name: &str) -> Result<PathBuf> {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        Ok(self.target_of_cargo()?.join(profile).join(file))
    }

    /// The folder that cargo was told to build in: the running xtask lies in it.
    pub(crate) fn target_of_cargo(&self) -> Result<PathBuf> {
        let this = env::current_exe().context("finding the path of xtask")?;
        let target = this.parent().and_then(Path::parent);
        Ok(target.with_context(|| format!("{} is not in a target folder", this.display()))?.to_owned())
    }

    /// The version of Trunk that Trunk.toml asks for.
    pub(crate) fn trunk_version(&self) -> Result<String> {
        let file = self.trunk_toml()?;
        let wanted = file.get("trunk-version").and_then(|value| value.as_str());
        let exact = wanted.and_then(|version| version.strip_prefix('='));
        Ok(exact.context("Trunk.toml has no trunk-version of the form \"=1.2.3\"")?.to_owned())
    }

    /// The folders that Trunk.toml watches, relative to the root.
    pub(crate) fn watched(&self) -> Result<Vec<String>> {
        let file = self.trunk_toml()?;
        let list = file
            .get("watch")
            .and_then(|section| section.get("watch"))
            .and_then(|list| list.as_array())
            .context("Trunk.toml has no list watch.watch")?;
        Ok(list.iter().filter_map(|path| path.as_str()).map(str::to_owned).collect())
    }

    /// The version of a crate in Cargo.lock.
    pub(crate) fn locked_version(&self, name: &str) -> Result<String> {
        let lock = self.read_toml("Cargo.lock")?;
        let packages = lock.get("package").and_then(|list| list.as_array());
        let version = packages
            .into_iter()
            .flatten()
            .find(|package| package.get("name").and_then(|name| name.as_str()) == Some(name))
            .and_then(|package| package.get("version")?.as_str());
        Ok(version.with_context(|| format!("Cargo.lock has no {name}"))?.to_owned())
    }

    fn trunk_toml(&self) -> Result<Table> {
        self.read_toml("Trunk.toml")
    }

    fn read_toml(&self, name: &str) -> Result<Table> {
        let path = self.path(name);
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        text.parse().with_context(|| format!("parsing {}", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pins_of_this_checkout_are_found() {
        let project = Project::here().unwrap();
        assert!(project.trunk_version().unwrap().starts_with("0."));
        assert!(project.locked_version("wasm-bindgen").unwrap().starts_with("0.2."));
        assert!(project.locked_version("no-such-crate").is_err());
    }

    #[test]
    #[cfg_attr(any(windows, target_os = "macos"), ignore = "the sample has names that this system refuses")]
    fn every_watched_path_is_there() {
        let project = Project::here().unwrap();
        for path in project.watched().unwrap() {
            assert!(project.path(&path).exists(), "Trunk.toml watches {path}");
        }
    }

    #[test]
    fn an_archive_that_is_not_there_is_refused() {
        let project = Project::here().unwrap();
        let error = project.archive(Some(Path::new("no/such/archive"))).unwrap_err();
        assert!(error.to_string().contains("no/such/archive"), "{error}");
    }
}

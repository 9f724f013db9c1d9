//! Builds the viewer as it is published: optimised, divided, with relative addresses, without a bundle.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use libdeflater::{CompressionLvl, Compressor};
use walkdir::WalkDir;

use crate::project::Project;
use crate::run::Call;
use crate::tools::{Toolbox, wasm_opt};
use crate::workspace::Workspace;
use crate::{module, parts};

/// The variable that tells the hook to compile nothing.
pub(crate) const NO_BUNDLE: &str = "READING_ROOM_NO_BUNDLE";

/// The package that it is.
const PACKAGE: &str = "reading-room";
/// What it is made from beside that package and those that it depends on.
const SOURCES: [&str; 20] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build-index/policy",
    "index.html",
    "rust-toolchain.toml",
    "src",
    "static",
    "xtask/split",
    "xtask/src/module.rs",
    "xtask/src/open_script.rs",
    "xtask/src/parts.rs",
    "xtask/src/page.rs",
    "xtask/src/policy.rs",
    "xtask/src/short_names.rs",
    "xtask/src/styles.rs",
    "xtask/src/texts.rs",
    "xtask/src/tools/wasm_opt.rs",
    "xtask/src/viewer.rs",
];

/// Where it is once it is built.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.target("site-viewer")
}

/// The folder with the viewer, which is built first unless the one that is there is made from the same
/// sources.
///
/// Trunk, the division and wasm-opt take a minute even where cargo has nothing to do. What decides is
/// what the sources say, not how old they are: a checkout changes that.
pub(crate) fn ready(project: &Project, tools: &Toolbox) -> Result<PathBuf> {
    let (site, stamp) = (folder(project), project.target("site-viewer.sources"));
    let sources = fingerprint(project)?;
    if site.join("index.html").is_file() && fs::read_to_string(&stamp).is_ok_and(|of| of == sources) {
        eprintln!("{} is made from these sources already.", project.short(&site).display());
        return Ok(site);
    }
    // A build that fails leaves no stamp, and one without rust-src or wasm-opt is not what is wanted.
    let _ = fs::remove_file(&stamp);
    if build(project, tools, &site)? {
        fs::write(&stamp, sources).with_context(|| format!("writing {}", stamp.display()))?;
    }
    Ok(site)
}

/// Builds it into a folder; tells whether all that makes it smaller was here.
///
/// Trunk makes the page, and a module as `trunk serve` shows it, whose place the divided one takes.
fn build(project: &Project, tools: &Toolbox, site: &Path) -> Result<bool> {
    Call::new("trunk")
        .search(&tools.folders)?
        .dir(project.root())
        .env(NO_BUNDLE, "true")
        .args(["build", "--public-url", "./", "--dist"])
        .arg(project.short(site))
        .aside()
        .run()?;
    let (linked, mut is_small) = module::compile(project)?;
    parts::divide(project, tools, &linked, site)?;
    for folder in [site, &parts::folder(site)] {
        for file in wasm_files(folder)? {
            is_small &= wasm_opt::shrink(project, &file)?;
            pack(&file)?;
        }
    }
    Ok(is_small)
}

/// Puts a gzipped module in the place of one, for hosts that do not do it themselves.
fn pack(module: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut gzip = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor.gzip_compress(&bytes, &mut gzip)?;
    let packed = module.with_extension("wasm.gz");
    fs::write(&packed, &gzip[..length]).with_context(|| format!("writing {}", packed.display()))?;
    fs::remove_file(module).with_context(|| format!("removing {}", module.display()))
}

fn wasm_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            files.push(path);
        }
    }
    Ok(files)
}

/// The files and folders that the viewer is made from.
fn sources(project: &Project) -> Result<Vec<PathBuf>> {
    let workspace = Workspace::read(project)?;
    let packages = workspace.made_of(PACKAGE).into_iter().filter(|package| *package != PACKAGE);
    let folders = packages.filter_map(|package| workspace.folder(package)).map(Path::to_owned);
    Ok(SOURCES.iter().map(|source| project.path(source)).chain(folders).collect())
}

/// A hash of all that the viewer is made from.
fn fingerprint(project: &Project) -> Result<String> {
    let mut files = BTreeSet::new();
    for source in sources(project)? {
        for entry in WalkDir::new(&source) {
            let entry = entry.with_context(|| format!("reading {}", source.display()))?;
            if entry.file_type().is_file() {
                files.insert(entry.into_path());
            }
        }
    }
    let mut hasher = blake3::Hasher::new();
    for file in files {
        let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        hasher.update(project.short(&file).as_os_str().as_encoded_bytes());
        hasher.update(&(content.len() as u64).to_le_bytes()).update(&content);
    }
    Ok(hasher.finalize().to_hex().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_there_and_the_same_twice() {
        let project = Project::here().unwrap();
        assert_eq!(fingerprint(&project).unwrap(), fingerprint(&project).unwrap());
        let sources = sources(&project).unwrap();
        assert!(sources.contains(&project.path("bundle")), "{sources:?}");
        assert!(sources.iter().all(|source| source.exists()), "{sources:?}");
    }
}

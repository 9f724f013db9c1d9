//! Builds the viewer as it is published: optimised, divided, with relative addresses, without a bundle.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bundle::NO_BUNDLE;
use crate::parts;
use crate::project::Project;
use crate::run::Call;
use crate::tools::{Toolbox, wasm_opt};

/// Builds the viewer into target/site-viewer and gives that folder.
pub(crate) fn build(project: &Project, tools: &Toolbox) -> Result<PathBuf> {
    let site = project.target("site-viewer");
    Call::new("trunk")
        .search(&tools.folders)?
        .dir(project.root())
        .env(NO_BUNDLE, "true")
        .env(parts::LINKING.0, parts::LINKING.1)
        .args(["build", "--release", "--features", parts::FEATURE, "--public-url", "./", "--dist"])
        .arg(project.short(&site))
        .aside()
        .run()?;
    remove_folder(&site.join("bundle"))?;
    parts::divide(project, tools, &site)?;
    for file in wasm_files(&site)? {
        wasm_opt::shrink(project, &file)?;
    }
    Ok(site)
}

/// Trunk copies in what an earlier `serve` left in target/bundle; a site gets its own.
fn remove_folder(folder: &Path) -> Result<()> {
    match folder.is_dir() {
        true => fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display())),
        false => Ok(()),
    }
}

fn wasm_files(site: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(site).with_context(|| format!("reading {}", site.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            files.push(path);
        }
    }
    Ok(files)
}

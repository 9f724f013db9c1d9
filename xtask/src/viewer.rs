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
    parts::divide(project, tools, &site)?;
    for folder in [&site, &parts::folder(&site)] {
        for file in wasm_files(folder)? {
            wasm_opt::shrink(project, &file)?;
        }
    }
    Ok(site)
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

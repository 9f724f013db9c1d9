//! `wasm-opt`, which makes a release smaller. It comes from Binaryen's npm package, because Trunk's
//! own download asks a host that is not reachable everywhere, and fails the build where it is not.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::project::Project;
use crate::run::{Call, on_path};
use crate::tools::npm;

/// The release of Binaryen; its `wasm-opt` says the first number only.
const BINARYEN: &str = "132.0.0";

/// Makes a wasm file smaller in place, or says why it stays as it is; tells which.
pub(crate) fn shrink(project: &Project, wasm: &Path) -> Result<bool> {
    let Some(wasm_opt) = ensure(project) else {
        eprintln!("The release is built without wasm-opt, and is about a third larger for it.");
        return Ok(false);
    };
    Call::new(wasm_opt)
        .dir(project.root())
        // Which features of wasm it may use, it reads from the file; no browser reads that.
        .args(["-Oz", "--strip-producers", "--strip-target-features"])
        .arg(project.short(wasm))
        .arg("--output")
        .arg(project.short(wasm))
        .aside()
        .run()?;
    Ok(true)
}

fn ensure(project: &Project) -> Option<PathBuf> {
    let from_npm = project.private_tools().join("npm/node_modules/.bin/wasm-opt");
    let on_path = on_path("wasm-opt");
    if let Some(found) = on_path.into_iter().chain([from_npm.clone()]).find(|path| is_wanted(path)) {
        return Some(found);
    }
    install(project).then_some(from_npm)
}

fn is_wanted(wasm_opt: &Path) -> bool {
    let major = BINARYEN.split('.').next();
    let answer = Call::new(wasm_opt).arg("--version").ask();
    answer.is_some_and(|answer| answer.split_whitespace().nth(2) == major)
}

fn install(project: &Project) -> bool {
    if on_path("npm").is_none() {
        eprintln!("There is no wasm-opt {BINARYEN} here, and no npm to get it with.");
        return false;
    }
    eprintln!("wasm-opt {BINARYEN} is not here yet; npm downloads it (about 100 MB unpacked), once.");
    let folder = project.private_tools().join("npm");
    let installed = npm::install(project, &folder, &format!("binaryen@{BINARYEN}")).run();
    if let Err(error) = &installed {
        eprintln!("{error:#}");
    }
    installed.is_ok()
}

//! The release of build-index, for all commands that call it: with the viewer that was built last, so
//! that none of them compiles it again because another wanted it otherwise.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::fresh::{is_fresh, set_fresh};
use crate::project::Project;
use crate::run::Call;
use crate::viewer;

/// What tells build-index which viewer to carry (see build-index/build.rs).
const VIEWER: &str = "READING_ROOM_VIEWER_DIR";

/// Compiles it if need be, which cargo knows, and gives its path.
pub(crate) fn compile(project: &Project) -> Result<PathBuf> {
    let viewer = viewer::folder(project);
    // Empty where no viewer was built: build-index then carries none.
    fs::create_dir_all(&viewer).with_context(|| format!("making {}", viewer.display()))?;
    Call::new("cargo")
        .dir(project.root())
        .env(VIEWER, viewer)
        .args(["build", "--quiet", "--release", "--package", "build-index"])
        .aside()
        .run()?;
    project.binary("release", "build-index")
}

/// The same, without asking cargo where its sources are older.
pub(crate) fn ready(project: &Project) -> Result<PathBuf> {
    let binary = project.binary("release", "build-index")?;
    if !is_fresh(project, &binary) {
        let begun = SystemTime::now();
        compile(project)?;
        set_fresh(&binary, begun)?;
    }
    Ok(binary)
}

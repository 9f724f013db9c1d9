//! The real archives that tests build and search, where they lie beside the checkout.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bundle;
use crate::project::Project;
use crate::run::Call;

const PACKED: &str = "../shared/corpora";
/// Files in it, and the folder that each unpacks to.
const ARCHIVES: [(&str, &str); 2] = [("society.tar.xz", "society"), ("oped2-2014-2019.tar.xz", "oped2")];

/// Unpacks the archives and compiles each into a bundle beside it: `society` into `society-bundle`. Gives
/// the folder that they are in; `None` where they are not all there.
pub(super) fn ready(project: &Project) -> Result<Option<PathBuf>> {
    let packed = project.path(PACKED);
    if !ARCHIVES.iter().all(|(file, _)| packed.join(file).is_file()) {
        println!("There are no archives in {PACKED}; their tests are skipped.");
        return Ok(None);
    }
    let folder = project.target("corpora");
    for (file, archive) in ARCHIVES {
        unpack(&packed.join(file), &folder, archive)?;
        bundle::write(project, &folder.join(archive), &folder.join(format!("{archive}-bundle")))?;
    }
    Ok(Some(folder))
}

/// Unpacks an archive, unless that was done before.
fn unpack(packed: &Path, folder: &Path, archive: &str) -> Result<()> {
    if folder.join(archive).is_dir() {
        return Ok(());
    }
    // Unpacked beside its place and moved there, so that half an archive is never used.
    let partial = folder.join("partial");
    fs::create_dir_all(&partial).with_context(|| format!("making {}", partial.display()))?;
    Call::new("tar")
        .arg("-xJf")
        .arg(packed)
        .arg("-C")
        .arg(&partial)
        .remedy("tar with xz is needed (Debian: apt-get install xz-utils)")
        .run()?;
    fs::rename(partial.join(archive), folder.join(archive)).context("moving the unpacked archive")
}

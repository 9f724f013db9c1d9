//! Writes a site for any static host, at any path: the viewer and the bundle of an archive.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use libdeflater::{CompressionLvl, Compressor};

use crate::bundle;
use crate::project::Project;
use crate::tools::Toolbox;
use crate::viewer;

/// What `cargo xtask dist` is told.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder that holds _posts or archived
    #[arg(long, value_name = "PATH")]
    archive: PathBuf,
    /// The folder to write the site to; what else lies there stays
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Builds both parts and puts them together in the folder asked for.
pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let Options { archive, out } = options;
    let archive = project.archive(Some(&archive))?;
    let out = std::path::absolute(out)?;
    let tools = Toolbox::ready(project)?;
    let site = viewer::build(project, &tools)?;
    bundle::write(project, &archive, &out.join("bundle"))?;

    let files = files_in(&site)?;
    for file in &files {
        copy(&site.join(file), &out.join(file))?;
    }
    remove_older(&out, &files)?;
    report(&out, &files)
}

/// The files of a folder and the folders in it, relative to it, in order.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(inside) = waiting.pop() {
        let here = folder.join(&inside);
        for entry in fs::read_dir(&here).with_context(|| format!("reading {}", here.display()))? {
            let entry = entry?;
            let path = inside.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                waiting.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let context = || format!("writing {}", to.display());
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(context)?;
    }
    fs::copy(from, to).map(drop).with_context(context)
}

/// Removes what an earlier `dist` left: files whose name differs from a new one in its hash only.
fn remove_older(out: &Path, new: &[PathBuf]) -> Result<()> {
    let new_names: Vec<&str> = new.iter().filter_map(|path| path.to_str()).collect();
    let families: Vec<_> = new_names.iter().filter_map(|name| without_hash(name)).collect();
    for entry in fs::read_dir(out).with_context(|| format!("reading {}", out.display()))? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let is_ours = without_hash(&name).is_some_and(|family| families.contains(&family));
        if is_ours && !new_names.contains(&&*name) {
            fs::remove_file(entry.path()).with_context(|| format!("removing {name}"))?;
        }
    }
    Ok(())
}

/// The two sides of the hash in a name that Trunk gave, as in `reading-room-1f…9c_bg.wasm`.
fn without_hash(name: &str) -> Option<(&str, &str)> {
    let (stem, rest) = name.rsplit_once('-')?;
    let hash_len = rest.find(|c: char| !c.is_ascii_hexdigit())?;
    (hash_len >= 12).then(|| (stem, &rest[hash_len..]))
}

/// Prints each file with its size, and what a reader's first visit costs before any data.
fn report(out: &Path, files: &[PathBuf]) -> Result<()> {
    println!("\n{:>10} {:>10}  file", "bytes", "gzipped");
    let (mut shell, mut later) = (Size::default(), Size::default());
    for file in files {
        let size = Size::of(&out.join(file))?;
        println!("{:>10} {:>10}  {}", size.plain, size.gzipped, file.display());
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("wasm") if !is_first(file) => later = later.plus(size),
            Some("html" | "css" | "js" | "wasm") => shell = shell.plus(size),
            _ => {}
        }
    }
    println!("{:>10} {:>10}  html, css, js and wasm of the first list", shell.plain, shell.gzipped);
    println!("{:>10} {:>10}  wasm that loads later", later.plain, later.gzipped);
    println!("\nThe site is in {}; the archive's bundle is in {0}/bundle.", out.display());
    Ok(())
}

/// Whether a module is the first, which wasm-bindgen writes; the others are what it was divided into.
fn is_first(module: &Path) -> bool {
    module.file_stem().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with("_bg"))
}

#[derive(Clone, Copy, Default)]
struct Size {
    plain: usize,
    gzipped: usize,
}

impl Size {
    fn of(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        // Level 6 is about what hosts use when they compress on the way out.
        let level = CompressionLvl::new(6).unwrap_or_default();
        let mut compressor = Compressor::new(level);
        let mut gzip = vec![0; compressor.gzip_compress_bound(bytes.len())];
        let gzipped = compressor.gzip_compress(&bytes, &mut gzip)?;
        Ok(Self { plain: bytes.len(), gzipped })
    }

    fn plus(self, other: Self) -> Self {
        Self { plain: self.plain + other.plain, gzipped: self.gzipped + other.gzipped }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_told_from_a_name() {
        let name = "reading-room-1f2e3d4c5b6a7988_bg.wasm";
        assert_eq!(without_hash(name), Some(("reading-room", "_bg.wasm")));
        assert_eq!(without_hash("2019-photo.jpg"), None);
        assert_eq!(without_hash("index.html"), None);
        assert_eq!(without_hash("a-deadbeef.css"), None, "too short for a hash");
    }

    #[test]
    fn only_older_files_of_ours_are_removed() {
        let out = tempfile::tempdir().unwrap();
        let (old, new) = ("app-0123456789abcdef.js", "app-fedcba9876543210.js");
        for name in [old, new, "CNAME", "other-0123456789abcdef.js", "app.js"] {
            fs::write(out.path().join(name), "").unwrap();
        }
        remove_older(out.path(), &[PathBuf::from(new)]).unwrap();
        let left = files_in(out.path()).unwrap();
        assert_eq!(
            left,
            ["CNAME", "app-fedcba9876543210.js", "app.js", "other-0123456789abcdef.js"].map(PathBuf::from)
        );
    }
}

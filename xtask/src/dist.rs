//! Makes the program that keepers use: `build-index` with the viewer in it, which needs nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use libdeflater::{CompressionLvl, Compressor};

use crate::build_index;
use crate::project::Project;
use crate::run::{Call, in_folder};
use crate::tools::Toolbox;
use crate::viewer;

/// What goes with the program.
const LICENCES: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];

/// The arguments of `cargo xtask dist`.
#[derive(Args)]
pub(crate) struct Options {
    /// Also write the site of the archive in this folder, the one that holds _posts or archived
    #[arg(long, value_name = "PATH", requires = "out")]
    archive: Option<PathBuf>,
    /// The folder to write that site to; what else lies there stays
    #[arg(long, value_name = "DIR", requires = "archive")]
    out: Option<PathBuf>,
}

/// Builds the viewer, then the program that carries it, and calls that if a site is asked for.
pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let Options { archive, out } = options;
    let archive = archive.map(|archive| project.archive(Some(&archive))).transpose()?;
    let out = out.map(std::path::absolute).transpose()?;
    let tools = Toolbox::ready(project)?;
    let viewer = viewer::ready(project, &tools)?;
    report(&viewer)?;
    let program = program(project)?;
    announce(&program)?;
    if let Some((archive, out)) = archive.zip(out) {
        Call::new(&program).arg("site").arg(archive).arg("--out").arg(out).run()?;
    }
    Ok(())
}

/// Builds the program that carries the viewer, where one was built, into target/dist, beside the
/// licences, and gives its path.
pub(crate) fn program(project: &Project) -> Result<PathBuf> {
    let built = build_index::compile(project)?;
    let dist = project.target("dist");
    fs::create_dir_all(&dist).with_context(|| format!("making {}", dist.display()))?;
    let program = in_folder(&dist, "build-index");
    copy(&built, &program)?;
    for licence in LICENCES {
        copy(&project.path(licence), &dist.join(licence))?;
    }
    Ok(program)
}

fn announce(program: &Path) -> Result<()> {
    let size = fs::metadata(program).with_context(|| format!("reading {}", program.display()))?.len();
    println!(
        "\n{} carries the viewer and takes {:.1} MB. Copy it anywhere, it needs nothing else:\n  \
         build-index site ARCHIVE --out DIR    writes a site for any static host\n  \
         build-index serve ARCHIVE --open      shows it on this machine",
        program.display(),
        size as f64 / 1e6
    );
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let copied = fs::copy(from, to);
    copied.map(drop).with_context(|| format!("copying {} to {}", from.display(), to.display()))
}

/// Prints each file of the viewer with its size, and what a reader's first visit costs before any data.
fn report(viewer: &Path) -> Result<()> {
    println!("\n{:>10} {:>10}  file of the viewer", "bytes", "gzipped");
    let (mut first, mut later, mut texts) = (Size::default(), Size::default(), Size::default());
    for file in files_in(viewer)? {
        let size = Size::of(&viewer.join(&file))?;
        println!("{:>10} {:>10}  {}", size.plain, size.gzipped, file.display());
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("gz") if !is_first(&file) => later = later.plus(size),
            // Only pages of others load it.
            Some("js") if file == Path::new("embed.js") => {}
            // A reader loads one language.
            Some("json") if file.starts_with("texts") => texts = texts.larger(size),
            Some("html" | "js" | "gz") => first = first.plus(size),
            _ => {}
        }
    }
    let first = first.plus(texts);
    println!("{:>10} {:>10}  html, js, wasm and texts of the first list", first.plain, first.gzipped);
    println!("{:>10} {:>10}  wasm that loads later", later.plain, later.gzipped);
    Ok(())
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

/// Whether a module is the first, which wasm-bindgen writes; the others are what it was divided into.
fn is_first(module: &Path) -> bool {
    module.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.contains("_bg.wasm"))
}

#[derive(Clone, Copy, Default)]
struct Size {
    plain: usize,
    gzipped: usize,
}

impl Size {
    fn of(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        if path.extension().is_some_and(|extension| extension == "gz") {
            return Ok(Self { plain: bytes.len(), gzipped: bytes.len() });
        }
        // Level 6 is about what hosts use when they compress on the way out.
        let level = CompressionLvl::new(6).unwrap_or_default();
        let mut compressor = Compressor::new(level);
        let mut gzip = vec![0; compressor.gzip_compress_bound(bytes.len())];
        let gzipped = compressor.gzip_compress(&bytes, &mut gzip)?;
        Ok(Self { plain: bytes.len(), gzipped })
    }

    fn larger(self, other: Self) -> Self {
        if other.gzipped > self.gzipped { other } else { self }
    }

    fn plus(self, other: Self) -> Self {
        Self { plain: self.plain + other.plain, gzipped: self.gzipped + other.gzipped }
    }
}

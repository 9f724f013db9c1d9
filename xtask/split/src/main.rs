//! Divides the viewer into WebAssembly modules that load when they are wanted. `cargo xtask dist`
//! calls it between the linker and wasm-bindgen; a program of its own, so that `cargo xtask serve`
//! need not compile what reads and writes WebAssembly.

mod script;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use clap::Parser;
use wasm_split_cli_support::{Options, SplitWasm, transform};

use script::{Part, Release};

/// Where the site has the other modules, and the script that loads them.
const FOLDER: &str = "parts";

/// What the program is told.
#[derive(Parser)]
struct Arguments {
    /// The module as the linker wrote it, with its relocations
    linked: PathBuf,
    /// Where to put what is left of it, for wasm-bindgen
    #[arg(long, value_name = "FILE")]
    main: PathBuf,
    /// The folder of the site, in which `parts` is for the other modules and the script that loads them
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The name of the script that wasm-bindgen is about to write there, without .js
    #[arg(long, value_name = "NAME")]
    script: String,
    /// What ends the names of all files of this release
    #[arg(long, value_name = "HASH")]
    hash: String,
}

fn main() -> Result<()> {
    let Arguments { linked, main, out, script, hash } = Arguments::parse();
    let folder = out.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let release = Release { script, hash };
    let divided = divide(&linked, &main, &out, &release)?;
    let mut parts = Vec::new();
    for (name, modules) in divided.prefetch_map {
        parts.push(Part { name, modules });
    }
    for module in &divided.split_modules {
        put_in_place(module, &folder, &release)?;
    }
    parts.sort();
    let script = folder.join(release.loader());
    fs::write(&script, release.loading(&parts)).with_context(|| format!("writing {}", script.display()))
}

fn divide(linked: &Path, main: &Path, out: &Path, release: &Release) -> Result<SplitWasm> {
    let input = fs::read(linked).with_context(|| format!("reading {}", linked.display()))?;
    let loader = format!("./{FOLDER}/{}", release.loader());
    let mut options = Options::new(&input);
    options.main_out_path = main;
    options.output_dir = out;
    options.link_name = &loader;
    transform(options).map_err(|error| anyhow!("dividing {}: {error:#}", linked.display()))
}

/// Moves a module that was written to where it belongs, under a name that no other release has.
fn put_in_place(module: &Path, folder: &Path, release: &Release) -> Result<()> {
    let name = module.file_stem().and_then(|name| name.to_str());
    let name = name.with_context(|| format!("{} has no name", module.display()))?;
    let file = folder.join(release.module(name));
    fs::rename(module, &file).with_context(|| format!("writing {}", file.display()))
}

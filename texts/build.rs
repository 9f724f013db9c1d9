//! Checks the files of texts and compiles them: see the crate `texts-compiler`.

use std::env;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use texts_compiler::{Compiled, Source, compile};

const LANGUAGES: &str = "languages";

fn main() -> io::Result<ExitCode> {
    println!("cargo::rerun-if-changed={LANGUAGES}");
    let files = files()?;
    let sources: Vec<_> = files.iter().map(|(name, text)| Source { name, text }).collect();
    match compile(&sources) {
        Ok(compiled) => write(&compiled).map(|()| ExitCode::SUCCESS),
        Err(faults) => {
            faults.iter().for_each(|fault| println!("cargo::error=texts/{LANGUAGES}/{fault}"));
            Ok(ExitCode::FAILURE)
        }
    }
}

/// The files of languages, with their names.
fn files() -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(LANGUAGES)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // What editors leave behind is nothing to complain of.
        if name.ends_with(".ftl") {
            // By its name, too: so cargo lists it among what a program is made of.
            println!("cargo::rerun-if-changed={LANGUAGES}/{name}");
            files.push((name, fs::read_to_string(entry.path())?));
        }
    }
    Ok(files)
}

fn write(compiled: &Compiled) -> io::Result<()> {
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    for (name, code) in [
        ("version.rs", &compiled.version),
        ("functions.rs", &compiled.functions),
        ("list.rs", &compiled.list),
    ] {
        fs::write(out.join(name), code)?;
    }
    compiled.languages.iter().try_for_each(|language| fs::write(out.join(&language.file), &language.data))
}

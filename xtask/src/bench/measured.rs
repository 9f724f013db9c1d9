//! Runs a program and tells what it took.
//!
//! It is run from a process of its own, `cargo xtask measured`: Linux counts the memory of the
//! process that starts a program as the program's, and this one may have grown by then.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use serde::{Deserialize, Serialize};
use wait4::Wait4 as _;

/// The arguments of `cargo xtask measured`.
#[derive(Args)]
pub(crate) struct Options {
    program: OsString,
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

/// What a program took.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Taken {
    /// Wall time.
    pub(super) seconds: f64,
    /// Time of all processors, which a busy machine stretches less.
    pub(super) cpu_seconds: f64,
    /// The most memory that it had at a time.
    pub(super) peak_bytes: u64,
}

/// Runs a program in this process's care and prints what it took.
pub(crate) fn run(options: &Options) -> Result<()> {
    let Options { program, arguments } = options;
    println!("{}", serde_json::to_string(&measure(program, arguments)?)?);
    Ok(())
}

/// Runs a program and gives what it took.
pub(super) fn measured(program: &Path, arguments: &[OsString]) -> Result<Taken> {
    let this = env::current_exe().context("finding the path of xtask")?;
    let mut command = Command::new(this);
    command.arg("measured").arg(program).args(arguments).stderr(Stdio::inherit());
    let output = command.output().context("starting xtask once more")?;
    if !output.status.success() {
        bail!("`{}` failed; what it said is above", program.display());
    }
    serde_json::from_slice(&output.stdout).context("reading what a program took")
}

fn measure(program: &OsString, arguments: &[OsString]) -> Result<Taken> {
    let name = Path::new(program).display();
    let mut command = Command::new(program);
    // What it prints is no result of the bench.
    command.args(arguments).stdin(Stdio::null()).stdout(io::stderr());
    let start = Instant::now();
    let child = command.spawn().with_context(|| format!("`{name}` could not be run"))?;
    let end = child.wait4().with_context(|| format!("waiting for `{name}`"))?;
    let seconds = start.elapsed().as_secs_f64();
    if !end.status.success() {
        bail!("`{name}` ended with {}", end.status);
    }
    let cpu_seconds = (end.rusage.utime + end.rusage.stime).as_secs_f64();
    Ok(Taken { seconds, cpu_seconds, peak_bytes: end.rusage.maxrss })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_takes_time_and_memory() {
        let taken = measure(&"cargo".into(), &["--version".into()]).unwrap();
        assert!(taken.seconds > 0.0 && taken.peak_bytes > 100_000, "{taken:?}");
    }

    #[test]
    fn a_program_that_fails_is_named() {
        let error = measure(&"cargo".into(), &["no-such-command".into()]).unwrap_err().to_string();
        assert!(error.starts_with("`cargo` ended with exit status"), "{error}");
        let error = measure(&"no-such-program".into(), &[]).unwrap_err().to_string();
        assert_eq!(error, "`no-such-program` could not be run");
    }
}

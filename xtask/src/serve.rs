//! Shows an archive in the viewer while either is being worked on.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::bundle::ARCHIVE;
use crate::project::Project;
use crate::run::Call;
use crate::tools::Toolbox;

/// The arguments of `cargo xtask serve`.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder that holds _posts or archived [default: the sample]
    #[arg(long, env = ARCHIVE, value_name = "PATH")]
    archive: Option<PathBuf>,
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Hands over to `trunk serve`, which builds, serves, watches and reloads.
pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let Options { archive, port } = options;
    let archive = project.archive(archive.as_deref())?;
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
        bail!("port {port} of 127.0.0.1 is in use; choose another with --port");
    }
    let tools = Toolbox::ready(project)?;
    println!("After the first build, open http://127.0.0.1:{port}/ (Ctrl-C ends it).");
    Call::new("trunk")
        .search(&tools.folders)?
        .dir(project.root())
        .env(ARCHIVE, &archive)
        .args(["serve", "--port", &port.to_string()])
        .args(watch(project, &archive)?)
        .replace_process()
}

/// The folders to watch, as Trunk's arguments: those of Trunk.toml, with the archive in place of
/// the sample.
fn watch(project: &Project, archive: &Path) -> Result<Vec<PathBuf>> {
    let listed = project.watched()?.into_iter().map(|path| project.path(&path));
    let source = listed.filter(|path| *path != project.sample());
    let folders = source.chain([archive.to_owned()]);
    Ok(folders.flat_map(|folder| ["--watch".into(), folder]).collect())
}

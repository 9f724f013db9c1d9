//! `build-index serve`: the site of an archive on this machine, which follows each change.
//!
//! A thread builds, and builds again after each change; the server shows the folder as it is, and
//! makes open pages load again. A build that fails leaves the folder as it was.

mod host;
mod reload;

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context as _, Result};
use clap::Args;
use tokio::sync::watch;

use crate::build::check_strict;
use crate::serve::host::serve;
use crate::settings::Settings;
use crate::site::{SiteArguments, read_settings, write};
use crate::watch::{Turn, after_each_change};

/// What `build-index serve` is asked to do.
#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    pub(crate) site: SiteArguments,
    /// Port on 127.0.0.1; 0 takes any that is free
    #[arg(long, value_name = "N", env = "READING_ROOM_PORT", default_value_t = 8080)]
    pub(crate) port: u16,
    /// Open the site in the browser
    #[arg(long)]
    pub(crate) open: bool,
}

/// Serves the site until the program is interrupted.
pub(crate) fn run(arguments: &ServeArguments) -> Result<()> {
    let ServeArguments { site, port, open } = arguments;
    let listener = listen(*port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let settings = read_settings(site)?;
    // Without a folder of the keeper's choice, a temporary one is removed at the end.
    let (out, _temporary) = match settings.out() {
        Ok(out) => (out.to_owned(), None),
        Err(_) => {
            let folder = tempfile::Builder::new().prefix("reading-room-").tempdir()?;
            (folder.path().to_owned(), Some(folder))
        }
    };
    let settings = settings.in_folder(out.clone());
    build(&site.archive, &settings, Turn::First)?;
    println!("{address} shows {}; Ctrl-C ends it", site.archive.display());
    if *open {
        webbrowser::open(&address)
            .unwrap_or_else(|error| eprintln!("notice: open {address} yourself: {error}"));
    }
    let (changed, changes) = watch::channel(0);
    let updater = Updater { arguments: site.clone(), out: out.clone(), changed };
    thread::spawn(move || updater.follow());
    serve(listener, out, changes)
}

fn listen(port: u16) -> Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("cannot listen on port {port} of 127.0.0.1; choose another with --port"))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Keeps the site as the archive is.
struct Updater {
    arguments: SiteArguments,
    out: PathBuf,
    /// How many changes there were.
    changed: watch::Sender<u64>,
}

impl Updater {
    fn follow(self) {
        let archive = &self.arguments.archive;
        let followed = after_each_change(archive, |turn| match turn {
            // The server has built once already.
            Turn::First => (Ok(true), self.settings().ok()),
            Turn::Later => (self.build_again(), self.settings().ok()),
        });
        if let Err(error) = followed {
            eprintln!("warning: changes of the archive go unnoticed: {error:#}");
        }
    }

    /// The settings may be what has changed.
    fn settings(&self) -> Result<Settings> {
        Ok(read_settings(&self.arguments)?.in_folder(self.out.clone()))
    }

    fn build_again(&self) -> Result<bool> {
        let is_news = self
            .settings()
            .and_then(|settings| build(&self.arguments.archive, &settings, Turn::Later))
            .context("the site stays as it was")?;
        if is_news {
            self.changed.send_modify(|changes| *changes += 1);
        }
        Ok(is_news)
    }
}

/// Writes the site, and prints what was done: the first time all, then in one line. Gives whether anything is new.
fn build(archive: &Path, settings: &Settings, turn: Turn) -> Result<bool> {
    let written = write(archive, settings)?;
    match (settings.quiet, turn) {
        (true, _) => {}
        (false, Turn::First) => println!("{}", written.report),
        (false, Turn::Later) => println!("{}", written.report.news()),
    }
    check_strict(&written.report, settings)?;
    Ok(written.is_news())
}

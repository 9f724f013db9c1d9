//! What a reader's search costs and finds, ours beside Pagefind's, in the same browser and from the
//! same host. `cargo xtask bench` builds what this needs, calls it, and shows what it measured.
//!
//! `draw` takes queries from an archive; `contender` asks one of both for them and weighs what it
//! fetched (`weight`); `quality` compares what was found with a scan of all texts (`ours` and
//! `pagefind` say how each is asked); `known` looks for articles that a reader has in mind; `rare`
//! sets a small archive beside a large one; `phone` opens a site on a slow phone. All of it goes to a file
//! of JSON, `report`.

mod compare;
mod contender;
mod draw;
mod known;
mod quality;

mod ours;
mod pagefind;
mod phone;
mod rare;
mod report;
mod weight;

use std::fs;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use serde::Serialize;

/// Measures queries in a browser, for `cargo xtask bench`.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Asks for what an archive holds
    Archive(Archive),
    /// Asks two archives for a word that is rare in the first
    RareWords(RareWords),
    /// Opens a site on a slow phone
    Phone(Phone),
}

/// An archive, in the forms that are asked.
#[derive(Args)]
pub(crate) struct Archive {
    /// Its bundle
    #[arg(long, value_name = "DIR")]
    bundle: PathBuf,
    /// What Pagefind made of its pages
    #[arg(long, value_name = "DIR", requires = "pages")]
    pagefind: Option<PathBuf>,
    /// Its pages
    #[arg(long, value_name = "DIR")]
    pages: Option<PathBuf>,
    /// Where the results go
    #[arg(long, value_name = "FILE")]
    json: PathBuf,
}

/// Two archives of the same kind.
#[derive(Args)]
pub(crate) struct RareWords {
    /// The bundle of the smaller one
    #[arg(long, value_name = "DIR")]
    small: PathBuf,
    /// The bundle of the larger one
    #[arg(long, value_name = "DIR")]
    large: PathBuf,
    /// Where the results go
    #[arg(long, value_name = "FILE")]
    json: PathBuf,
}

/// A site that is on a host.
#[derive(Args)]
pub(crate) struct Phone {
    /// The folder of the site
    #[arg(long, value_name = "DIR")]
    site: PathBuf,
    /// Its address, with a slash at the end
    #[arg(long, value_name = "URL")]
    address: String,
    /// The page that asks Pagefind for what the fragment of its address says
    #[arg(long, value_name = "URL")]
    pagefind: Option<String>,
    /// The hash of the host's public key, which the browser is to trust
    #[arg(long, value_name = "BASE64")]
    key_hash: String,
    /// The capabilities that name the browser
    #[arg(long, value_name = "FILE", env = "READING_ROOM_WEBDRIVER")]
    webdriver: PathBuf,
    /// How often each address is opened
    #[arg(long, value_name = "N", default_value_t = 3)]
    runs: usize,
    /// Print what each visit requested
    #[arg(long)]
    waterfall: bool,
    /// Where the results go
    #[arg(long, value_name = "FILE")]
    json: PathBuf,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    match Cli::parse().command {
        Command::Archive(archive) => write(&archive.json, &compare::compare(&archive).await),
        Command::RareWords(words) => write(&words.json, &rare::measure(&words.small, &words.large).await),
        Command::Phone(phone) => write(&phone.json, &phone::measure(&phone).await),
    }
}

fn write(file: &PathBuf, results: &impl Serialize) {
    let json = serde_json::to_vec_pretty(results).expect("results are JSON");
    fs::write(file, json).expect("the results can be written");
}

//! The command line. Doc comments here are what `--help` prints.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Arg, Args, Parser, Subcommand, ValueEnum};

use crate::report::NoticeKind;
use crate::settings::{Choices, ONLY_SITES};
use crate::{build, check, publication, search, serve, site, stats, watch};

/// Compiles an archive of Jekyll posts into a Reading Room bundle, and searches bundles.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compile the posts of an archive into a bundle
    ///
    /// A setting is taken from its flag, else from its environment variable, else from
    /// reading-room.toml, whose keys are the names of the flags. Paths in that file are relative to
    /// its folder.
    Build(Box<BuildArguments>),
    /// Write a whole site for any static host: the viewer, the bundle, feeds
    ///
    /// Compiles the archive as `build` does, into DIR/bundle, and puts the viewer that this program
    /// carries around it, with feeds, a sitemap, icons, a page for addresses that lead nowhere. The
    /// site works in any folder of any host. Files in DIR that are not of an earlier run stay as they
    /// are. Queries get feeds by `[[feeds]]` in reading-room.toml, each with `name` and `query`.
    Site(Box<SiteArguments>),
    /// Show the site of an archive on this machine, and again after each change
    Serve(Box<ServeArguments>),
    /// Tell what is the matter with the posts of an archive; writes no bundle
    ///
    /// Reads the archive as `build` does, with the settings of its reading-room.toml. Faults are
    /// what readers miss or meet; remarks are good to know. Exits with 1 only if a threshold is
    /// crossed that --fail-on or --max-faults sets, or if nothing can be read.
    Check(Box<CheckArguments>),
    /// Search a bundle, as the viewer does
    Search(SearchArguments),
    /// Count the articles of a bundle by facet, and what a reader loads
    Stats(StatsArguments),
    /// Tell what a site holds and takes, beside what hosts allow, as Markdown
    Summary(SummaryArguments),
}

/// What `build-index build` is asked to do.
#[derive(Debug, Args)]
#[command(mut_args(hide_what_only_sites_have))]
pub(crate) struct BuildArguments {
    /// Folder of the archive: posts are read from every `_posts` and `archived` folder in it, and
    /// from `content` of a Hugo or Zola site
    pub(crate) archive: PathBuf,
    /// File with settings [default: reading-room.toml in the folder of the archive]
    #[arg(long, value_name = "FILE", env = "READING_ROOM_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// Build again whenever something in the folder of the archive changes, until interrupted
    #[arg(long)]
    pub(crate) watch: bool,
    #[command(flatten)]
    pub(crate) choices: Choices,
}

/// What `build-index site` is asked to do.
#[derive(Debug, Clone, Args)]
pub(crate) struct SiteArguments {
    /// Folder of the archive
    pub(crate) archive: PathBuf,
    /// File with settings [default: reading-room.toml in the folder of the archive]
    #[arg(long, value_name = "FILE", env = "READING_ROOM_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) choices: Choices,
}

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

/// What `build-index check` is asked to do.
#[derive(Debug, Args)]
#[command(mut_args(hide_what_only_builds))]
pub(crate) struct CheckArguments {
    /// Folder of the archive
    pub(crate) archive: PathBuf,
    /// File with settings [default: reading-room.toml in the folder of the archive]
    #[arg(long, value_name = "FILE", env = "READING_ROOM_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// Print JSON, with all findings: {"posts_found", "articles", "findings": [{"path", "line",
    /// "kind", "reason"}], "counts": {KIND: N}}
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) threshold: Threshold,
    #[command(flatten)]
    pub(crate) choices: Choices,
}

/// How many findings are too many.
#[derive(Debug, Args)]
pub(crate) struct Threshold {
    /// Exit with 1 if there is a finding of one of these kinds, with commas between
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub(crate) fail_on: Vec<NoticeKind>,
    /// Exit with 1 if there are more than N faults
    #[arg(long, value_name = "N")]
    pub(crate) max_faults: Option<usize>,
}

/// A check takes every setting of a build, so that the same environment serves both; its help tells
/// those that count.
fn hide_what_only_builds(setting: Arg) -> Arg {
    const ONLY_BUILDS: &[&str] =
        &["title", "description", "url", "language", "author", "out", "report", "strict", "full"];
    let is_hidden = ONLY_BUILDS.contains(&setting.get_id().as_str());
    hide_what_only_sites_have(setting.hide(is_hidden))
}

/// All settings serve all commands, so that one environment does.
fn hide_what_only_sites_have(setting: Arg) -> Arg {
    let is_hidden = setting.is_hide_set() || ONLY_SITES.contains(&setting.get_id().as_str());
    setting.hide(is_hidden)
}

/// What `build-index search` is asked to do.
#[derive(Debug, Args)]
pub(crate) struct SearchArguments {
    /// Folder of the bundle
    pub(crate) bundle: PathBuf,
    /// What to search for, in the language of the search box: words, "exact phrase", -without,
    /// OR, print*, title: author: category: tag: site: date: after: before:
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    /// How many articles to show: a number or `all`
    #[arg(long, value_name = "N", default_value = "10")]
    pub(crate) limit: Limit,
    /// Order of the articles
    #[arg(long, value_enum, default_value_t = Order::Relevance)]
    pub(crate) sort: Order,
    /// Say what was looked up in which files, what that takes, and how each score comes about
    #[arg(long)]
    pub(crate) explain: bool,
    /// Print JSON: {"total", "hits": [{"paths", "title", "date", "score", "snippet"}], "unfound",
    /// "unsearched"}, and "explanation" on request
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) chosen: ChosenValues,
}

/// The filters of the viewer. Of several values of one facet, an article must have one.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Filters, each may be given several times")]
pub(crate) struct ChosenValues {
    /// Only articles of this category
    #[arg(long, value_name = "NAME")]
    pub(crate) category: Vec<String>,
    /// Only articles by this author
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Vec<String>,
    /// Only articles of this year
    #[arg(long, value_name = "YEAR")]
    pub(crate) year: Vec<String>,
    /// Only articles from this site
    #[arg(long, value_name = "HOST")]
    pub(crate) site: Vec<String>,
    /// Only articles with this tag
    #[arg(long, value_name = "NAME")]
    pub(crate) tag: Vec<String>,
    /// Only articles in this script: zh-Hans, zh-Hant or other
    #[arg(long, value_name = "SCRIPT", value_parser = ["zh-Hans", "zh-Hant", "other"])]
    pub(crate) script: Vec<String>,
}

/// What `build-index stats` is asked to do.
#[derive(Debug, Args)]
pub(crate) struct StatsArguments {
    /// Folder of the bundle
    pub(crate) bundle: PathBuf,
    /// Print JSON, with all values of each facet
    #[arg(long)]
    pub(crate) json: bool,
}

/// What `build-index summary` is asked to do.
#[derive(Debug, Args)]
pub(crate) struct SummaryArguments {
    /// Folder of the site
    pub(crate) site: PathBuf,
    /// The report of the build that wrote it
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// What `check --json` said of its posts
    #[arg(long, value_name = "FILE")]
    pub(crate) findings: Option<PathBuf>,
    /// Print the numbers as lines of NAME=VALUE instead
    #[arg(long)]
    pub(crate) values: bool,
}

/// How many hits to show.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit(pub(crate) usize);

impl std::str::FromStr for Limit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "all" {
            return Ok(Limit(usize::MAX));
        }
        text.parse().map(Limit).map_err(|_| "write a number or `all`".to_owned())
    }
}

/// The order of hits.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Order {
    Relevance,
    Newest,
    Oldest,
}

/// Runs the command that was asked for.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    match arguments.command {
        Command::Build(arguments) if arguments.watch => watch::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Site(arguments) => site::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Stats(arguments) => stats::run(&arguments),
        Command::Summary(arguments) => publication::run(&arguments),
    }
}

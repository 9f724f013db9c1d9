//! `build-index check`: shows the keeper of an archive the faults of its posts. Writes nothing.

mod findings;
mod links;
mod names;
mod repeats;
mod texts;
mod threshold;

use std::path::{Path, PathBuf};

use anyhow::Result;
use archive::article::Article;
use archive::survey::Survey;
use clap::{Arg, Args};
use compile::links::{Target, Targets};
use rayon::prelude::*;

use crate::check::findings::Findings;
use crate::check::texts::{Inspected, Inspector};
use crate::check::threshold::Threshold;
use crate::print::print;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::settings::choices::{Choices, hide_what_only_sites_have};
use crate::survey::survey;

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

/// A check takes every setting of a build, so that the same environment serves both; its help lists
/// only those that have an effect.
fn hide_what_only_builds(setting: Arg) -> Arg {
    const ONLY_BUILDS: &[&str] =
        &["title", "description", "url", "language", "author", "out", "report", "strict", "full"];
    let is_hidden = ONLY_BUILDS.contains(&setting.get_id().as_str());
    hide_what_only_sites_have(setting.hide(is_hidden))
}

/// Checks the archive and prints what was found.
pub(crate) fn run(arguments: &CheckArguments) -> Result<()> {
    let CheckArguments { archive, config, json, threshold, choices } = arguments;
    let settings = Settings::read(archive, config.as_deref(), choices)?;
    let findings = check(archive, &settings, Progress::new(settings.quiet))?;
    if *json {
        print(&(serde_json::to_string_pretty(&findings)? + "\n"))?;
    } else if !settings.quiet {
        print(&findings.to_string())?;
    }
    findings.check(threshold)
}

fn check(archive: &Path, settings: &Settings, progress: Progress) -> Result<Findings> {
    let Survey { posts_found, articles, skipped, warnings } = survey(archive, settings, progress)?;
    let inspected = inspect(archive, &articles, settings, progress)?;
    let paths = articles.iter().flat_map(|article| &article.posts).map(|post| &*post.path);
    let mut findings = names::check(paths.chain(skipped.iter().map(|notice| notice.path.as_str())));
    findings.extend(articles.iter().flat_map(repeats::duplicates));
    let bodies = inspected.iter().map(|inspected| inspected.body);
    let same_bodies = repeats::same_bodies(articles.iter().map(Article::path).zip(bodies));
    findings.extend(inspected.into_iter().flat_map(|inspected| inspected.findings));
    findings.extend(skipped.into_iter().chain(warnings));
    findings.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    findings.extend(same_bodies);
    Ok(Findings::new(posts_found, articles.len(), findings))
}

/// Looks at the texts of all articles.
fn inspect(
    archive: &Path,
    articles: &[Article],
    settings: &Settings,
    progress: Progress,
) -> Result<Vec<Inspected>> {
    let rules = settings.rules()?;
    let targets = targets(articles);
    let inspector = Inspector { archive, rules: &rules, targets: &targets };
    let bar = progress.stage("articles");
    bar.inc_length(articles.len() as u64);
    let inspected = articles
        .par_iter()
        .map(|article| {
            let inspected = inspector.inspect(article);
            bar.inc(1);
            inspected
        })
        .collect();
    bar.finish_and_clear();
    Ok(inspected)
}

/// What links may lead to. That they lead somewhere is all that counts: no article needs its key.
fn targets(articles: &[Article]) -> Targets {
    articles.iter().flat_map(|article| Target::all_of(article, "")).collect()
}

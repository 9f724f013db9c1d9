//! `build-index check`: what is the matter with an archive, told to its keeper. Writes nothing.

mod links;
mod names;
mod outcome;
mod repeats;
mod texts;

use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use rayon::prelude::*;

use crate::archive::Article;
use crate::cli::CheckArguments;
use crate::links::{Target, Targets};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::survey::Survey;
use outcome::Outcome;
use texts::Inspector;

pub(crate) use outcome::is_remark;

/// Checks the archive and prints what was found.
pub(crate) fn run(arguments: &CheckArguments) -> Result<()> {
    let CheckArguments { archive, config, json, threshold, choices } = arguments;
    let settings = Settings::read(archive, config.as_deref(), choices)?;
    let outcome = check(archive, &settings, Progress::new(settings.quiet))?;
    if *json {
        print(&(serde_json::to_string_pretty(&outcome)? + "\n"))?;
    } else if !settings.quiet {
        print(&outcome.to_string())?;
    }
    outcome.measure(threshold)
}

fn check(archive: &Path, settings: &Settings, progress: Progress) -> Result<Outcome> {
    let Survey { posts_found, articles, skipped, warnings } = Survey::of(archive, settings, progress)?;
    let rules = settings.rules()?;
    let targets = targets(&articles);
    let inspector = Inspector { archive, rules: &rules, targets: &targets };
    let bar = progress.stage("articles", articles.len());
    let inspected: Vec<_> = articles
        .par_iter()
        .map(|article| {
            let inspected = inspector.inspect(article);
            bar.inc(1);
            inspected
        })
        .collect();
    bar.finish_and_clear();
    let paths = articles.iter().flat_map(|article| &article.posts).map(|post| &*post.path);
    let mut findings = names::check(paths.chain(skipped.iter().map(|notice| notice.path.as_str())));
    findings.extend(articles.iter().flat_map(repeats::duplicates));
    let bodies = inspected.iter().map(|inspected| inspected.body);
    let same_bodies = repeats::same_bodies(articles.iter().map(Article::path).zip(bodies));
    findings.extend(inspected.into_iter().flat_map(|inspected| inspected.findings));
    findings.extend(skipped.into_iter().chain(warnings));
    findings.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    findings.extend(same_bodies);
    Ok(Outcome::new(posts_found, articles.len(), findings))
}

/// What links may lead to. That they lead somewhere is all that counts: no article needs its key.
fn targets(articles: &[Article]) -> Targets {
    articles.iter().flat_map(|article| Target::all_of(article, "")).collect()
}

/// Writes to the standard output.
pub(crate) fn print(text: &str) -> Result<()> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads, as `head` does, may have read enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

//! `build-index search`: the viewer's search, in a terminal.

mod answer;
mod explanation;
mod readable;

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Result, bail};
use bundle::format::Facet;
use bundle::query::{LastWord, Query};
use bundle::search::{Request, Search, Selection, Sort};
use clap::{Args, ValueEnum};

use crate::consistent_read::consistent_read;
use crate::metered_source::MeteredSource;
use crate::print::print;
use crate::search::answer::Answer;
use crate::search::explanation::Explanation;

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

/// How many hits to show.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit(pub(crate) usize);

impl FromStr for Limit {
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

/// Searches and prints. Fails, after printing, if something could not be searched.
pub(crate) fn run(arguments: &SearchArguments) -> Result<()> {
    let SearchArguments { bundle, query, limit, sort, explain, json, chosen } = arguments;
    let query = Query::parse(query, LastWord::Whole);
    for problem in &query.problems {
        eprintln!("warning: {}: {}", &arguments.query[problem.range.clone()], problem.kind);
    }
    let request = Request { query, sort: order(*sort), selection: selection(chosen), ..Request::default() };
    let answer = consistent_read(bundle, || pollster::block_on(answer(bundle, &request, limit.0, *explain)))?;
    print(&written(&answer, *json)?)?;
    match answer.unsearched.as_slice() {
        [] => Ok(()),
        unsearched => bail!("not everything could be searched:\n  {}", unsearched.join("\n  ")),
    }
}

/// What is found in the bundle in `dir`, with the first `limit` articles.
async fn answer(dir: &Path, request: &Request, limit: usize, explain: bool) -> Result<Answer> {
    let (source, manifest) = MeteredSource::open(dir)?;
    let mut search = Search::new(&source, &manifest, request);
    while search.advance().await {}
    let mut answer = Answer::of(&source, &manifest, request, &search, limit).await?;
    if explain {
        answer.explanation = Some(Explanation::of(&source, &search, limit));
    }
    Ok(answer)
}

fn order(order: Order) -> Sort {
    match order {
        Order::Relevance => Sort::Relevance,
        Order::Newest => Sort::Newest,
        Order::Oldest => Sort::Oldest,
    }
}

fn selection(chosen: &ChosenValues) -> Selection {
    let ChosenValues { category, author, year, site, tag, script } = chosen;
    let by_facet = [
        (Facet::Category, category),
        (Facet::Author, author),
        (Facet::Year, year),
        (Facet::Site, site),
        (Facet::Tag, tag),
        (Facet::Script, script),
    ];
    let mut selection = Selection::default();
    for (facet, values) in by_facet {
        for value in values {
            if !selection.has(facet, value) {
                selection.toggle(facet, value);
            }
        }
    }
    selection
}

/// The answer as it is printed.
fn written(answer: &Answer, json: bool) -> Result<String> {
    if json {
        return Ok(serde_json::to_string_pretty(answer)? + "\n");
    }
    Ok(readable::of(answer, std::io::stdout().is_terminal()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facet_has_an_option() {
        let command = SearchArguments::augment_args(clap::Command::new("search"));
        for facet in Facet::ALL {
            let option = command.get_arguments().find(|option| option.get_long() == Some(facet.name()));
            assert!(option.is_some(), "`search` has no --{}", facet.name());
        }
    }
}

//! `build-index search`: the viewer's search, in a terminal.

mod answer;
mod explanation;
mod readable;

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use anyhow::{Result, bail};
use bundle::format::Facet;
use bundle::query::{LastWord, Query};
use bundle::search::{Request, Search, Selection, Sort};

use crate::cli::{ChosenValues, Order, SearchArguments};
use crate::scale::Scale;
use crate::settled::settled;
use answer::Answer;
use explanation::Explanation;

/// Searches and prints. Fails, after printing, if something could not be searched.
pub(crate) fn run(arguments: &SearchArguments) -> Result<()> {
    let SearchArguments { bundle, query, limit, sort, explain, json, chosen } = arguments;
    let query = Query::parse(query, LastWord::Whole);
    for problem in &query.problems {
        eprintln!("warning: {}: {}", &arguments.query[problem.range.clone()], problem.kind);
    }
    let request = Request { query, sort: order(*sort), selection: selection(chosen), ..Request::default() };
    let answer = settled(bundle, || pollster::block_on(answer(bundle, &request, limit.0, *explain)))?;
    print(&answer, *json)?;
    match answer.unsearched.as_slice() {
        [] => Ok(()),
        unsearched => bail!("not everything could be searched:\n  {}", unsearched.join("\n  ")),
    }
}

/// What is found in the bundle in `dir`, with the first `limit` articles.
async fn answer(dir: &Path, request: &Request, limit: usize, explain: bool) -> Result<Answer> {
    let (scale, manifest) = Scale::open(dir)?;
    let mut search = Search::new(&scale, &manifest, request);
    while search.advance().await {}
    let mut answer = Answer::of(&scale, &manifest, request, &search, limit).await?;
    if explain {
        answer.explanation = Some(Explanation::of(&scale, &search, limit));
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

fn print(answer: &Answer, json: bool) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let printed = if json {
        serde_json::to_string_pretty(answer)? + "\n"
    } else {
        readable::of(answer, out.is_terminal())
    };
    match out.write_all(printed.as_bytes()) {
        // Whoever reads, as `head` does, may have read enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

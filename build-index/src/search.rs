//! `build-index search`: the viewer's search, in a terminal.

use std::io::{IsTerminal as _, Write as _};

use anyhow::Result;
use bundle::format::Manifest;
use bundle::query::{LastWord, Query};
use bundle::reading::{listed, snippet};
use bundle::search::{Hit, Outcome, Request, Snippet, Sort, search};
use serde::Serialize;

use crate::cli::{Order, SearchArguments};
use crate::shelf::Shelf;

/// What is printed of an outcome.
#[derive(Debug, Serialize)]
struct Answer {
    total: usize,
    hits: Vec<AnsweredHit>,
}

#[derive(Debug, Serialize)]
struct AnsweredHit {
    paths: Vec<String>,
    title: String,
    date: String,
    #[serde(skip)]
    author: String,
    score: f32,
    #[serde(serialize_with = "snippet_text")]
    snippet: Snippet,
}

/// Searches and prints.
pub(crate) fn run(arguments: &SearchArguments) -> Result<()> {
    let SearchArguments { bundle, query, limit, sort, json } = arguments;
    let query = Query::parse(query, LastWord::Whole);
    for problem in &query.problems {
        eprintln!("warning: {}: {}", &arguments.query[problem.range.clone()], problem.kind);
    }
    let (shelf, manifest) = Shelf::open(bundle)?;
    let sort = match sort {
        Order::Relevance => Sort::Relevance,
        Order::Newest => Sort::Newest,
        Order::Oldest => Sort::Oldest,
    };
    let request = Request { query, sort, ..Request::default() };
    let answer = pollster::block_on(answer(&shelf, &manifest, &request, limit.0))?;
    print(&answer, *json)
}

async fn answer(shelf: &Shelf, manifest: &Manifest, request: &Request, limit: usize) -> Result<Answer> {
    let Outcome { hits, .. } = search(shelf, manifest, request).await?;
    let mut answer = Answer { total: hits.len(), hits: Vec::new() };
    for hit in hits.into_iter().take(limit) {
        answer.hits.push(answered(shelf, manifest, &request.query, hit).await?);
    }
    Ok(answer)
}

async fn answered(shelf: &Shelf, manifest: &Manifest, query: &Query, hit: Hit) -> Result<AnsweredHit> {
    let listed = listed(shelf, manifest, hit.article).await?;
    let card = listed.card();
    Ok(AnsweredHit {
        paths: card.map(|card| card.paths.clone()).unwrap_or_default(),
        title: card.map(|card| card.title.to_owned()).unwrap_or_default(),
        date: card.map(|card| card.date.to_owned()).unwrap_or_default(),
        author: card.map(|card| card.author.to_owned()).unwrap_or_default(),
        score: hit.score,
        snippet: snippet(shelf, &listed, query).await?,
    })
}

fn print(answer: &Answer, json: bool) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let printed =
        if json { serde_json::to_string_pretty(answer)? + "\n" } else { readable(answer, out.is_terminal()) };
    match out.write_all(printed.as_bytes()) {
        // Whoever reads, as `head` does, may have read enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn readable(answer: &Answer, colour: bool) -> String {
    let mut text = format!("{} articles\n", answer.total);
    for hit in &answer.hits {
        let by = if hit.author.is_empty() { String::new() } else { format!("  {}", hit.author) };
        text += &format!("\n{}\n  {}{by}\n  {}\n", hit.title, hit.date, marked(&hit.snippet, colour));
        hit.paths.iter().for_each(|path| text += &format!("  {path}\n"));
    }
    text
}

/// A snippet with its highlights in bold, or plain.
fn marked(snippet: &Snippet, colour: bool) -> String {
    let (bold, plain) = if colour { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    let mut text = String::new();
    let mut done = 0;
    for mark in &snippet.marks {
        text += &snippet.text[done..mark.start];
        text += &format!("{bold}{}{plain}", &snippet.text[mark.clone()]);
        done = mark.end;
    }
    text += &snippet.text[done..];
    with_dots(snippet, text)
}

fn with_dots(snippet: &Snippet, text: String) -> String {
    let dots = |cut| if cut { "…" } else { "" };
    format!("{}{text}{}", dots(snippet.cut_before), dots(snippet.cut_after))
}

fn snippet_text<S: serde::Serializer>(snippet: &Snippet, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&with_dots(snippet, snippet.text.clone()))
}

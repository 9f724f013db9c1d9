//! The answer as a person reads it.

use std::ops::Range;

use notice::quantity::Bytes;

use crate::metered_source::Cost;
use crate::search::answer::{Answer, AnsweredHit, with_dots};
use crate::search::explanation::{ExplainedScore, Explanation};

/// All of an answer, with what matches in bold if there is `colour`.
pub(super) fn of(answer: &Answer, colour: bool) -> String {
    let is_whole = answer.unsearched.is_empty();
    let mut text = format!("{}{} articles\n", if is_whole { "" } else { "at least " }, answer.total);
    if answer.total == 0 {
        answer.unfound.iter().for_each(|typed| text += &format!("  no article has {typed}\n"));
    }
    let mut scores = answer.explanation.iter().flat_map(|explanation| &explanation.scores);
    for hit in &answer.hits {
        text += &of_hit(hit, colour);
        scores.next().into_iter().for_each(|score| text += &of_score(score));
    }
    answer.explanation.iter().for_each(|explanation| text += &of_explanation(explanation));
    text
}

fn of_hit(hit: &AnsweredHit, colour: bool) -> String {
    let by = if hit.author.is_empty() { String::new() } else { format!("  {}", hit.author) };
    let title = marked(&hit.title, &hit.title_marks, colour);
    let snippet = with_dots(&hit.snippet, &marked(&hit.snippet.text, &hit.snippet.highlights, colour));
    let paths: String = hit.paths.iter().map(|path| format!("  {path}\n")).collect();
    format!("\n{title}\n  {}{by}\n  {snippet}\n{paths}", hit.date)
}

/// A text with its marks in bold, or plain.
fn marked(text: &str, marks: &[Range<usize>], colour: bool) -> String {
    let (bold, plain) = if colour { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    let mut out = String::new();
    let mut done = 0;
    for mark in marks {
        out += &text[done..mark.start];
        out += &format!("{bold}{}{plain}", &text[mark.clone()]);
        done = mark.end;
    }
    out + &text[done..]
}

fn of_score(score: &ExplainedScore) -> String {
    let mut text = format!("  score {:.2}, nearness {:.2}\n", score.total, score.nearness);
    for part in &score.parts {
        let script = if part.same_script { ", in the script as typed" } else { "" };
        text += &format!(
            "    {:.2} for text {}: {} in title, {} in text, {} in names, rarity {:.2}{script}\n",
            part.score,
            part.clause + 1,
            part.in_title,
            part.in_text,
            part.in_names,
            part.rarity
        );
    }
    text
}

fn of_explanation(explanation: &Explanation) -> String {
    let mut text = "\nlooked up\n".to_owned();
    for lookups in &explanation.lookups {
        text += &format!(
            "  {} in segment {}: {} articles\n",
            lookups.text,
            lookups.segment + 1,
            lookups.articles
        );
        for term in &lookups.terms {
            text += &format!("    {} at {}\n", term.term, term.offset);
            let file = |(file, bytes): &(String, u64)| format!("      {:>10}  {file}\n", Bytes(*bytes));
            text.extend(term.files.iter().map(file));
        }
    }
    text += "\nloaded, snippets included\n";
    let line =
        |what: &str, cost: Cost| format!("  {:>10}  in {:>4} files  {what}\n", Bytes(cost.bytes), cost.files);
    text.extend(explanation.loaded.iter().map(|(folder, &cost)| line(folder, cost)));
    let sum = |sum: Cost, cost: &Cost| Cost { bytes: sum.bytes + cost.bytes, files: sum.files + cost.files };
    text + &line("together", explanation.loaded.values().fold(Cost::default(), sum))
}

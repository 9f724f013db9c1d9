//! What of a search is not complete, and how to go on.

use bundle::format::Manifest;
use bundle::query::Clause;
use bundle::search::Unsearched;
use yew::prelude::*;

use crate::model::load_error::LoadError;
use crate::search::found::{Extent, Found};
use crate::words::Words;

/// Faults that are listed. More would hide the articles.
const LISTED: usize = 3;

/// Says what could not be searched because a file could not be loaded, and offers to try again.
pub(crate) fn unsearched(words: &Words, manifest: &Manifest, found: &Found, retry: &Callback<()>) -> Html {
    if found.unsearched.is_empty() {
        return Html::default();
    }
    let fault = |fault: &Unsearched<LoadError>| {
        let entry = manifest.segments.get(fault.segment.index());
        let day = |day: Option<&String>| words.day(day.map(String::as_str).unwrap_or_default());
        let oldest = day(entry.map(|entry| &entry.oldest));
        let newest = day(entry.map(|entry| &entry.newest));
        let texts = fault.clauses.iter().filter_map(|&clause| typed(found, clause));
        let what = words.unsearched(&texts.collect::<Vec<_>>(), &oldest, &newest);
        html! { <li>{ what }{ " " }{ words.load_error(&fault.error) }</li> }
    };
    html! {
        <section class="unsearched" role="alert">
            <h3>{ words.unsearched_title() }</h3>
            <ul>{ for found.unsearched.iter().take(LISTED).map(fault) }</ul>
            <button type="button" class="button" onclick={retry.reform(|_| ())}>{ words.retry() }</button>
        </section>
    }
}

fn typed(found: &Found, clause: usize) -> Option<&str> {
    match found.request.query.clauses.get(clause)? {
        Clause::Text(text) => Some(&text.typed),
        Clause::Dates { .. } => None,
    }
}

/// Says that older articles are still to be searched, and goes on if it has to be asked.
pub(crate) fn older_articles(
    words: &Words,
    manifest: &Manifest,
    found: &Found,
    search_on: &Callback<()>,
) -> Html {
    match found.extent {
        Extent::Whole => Html::default(),
        Extent::Searching => html! { <p class="older">{ words.still_searching() }</p> },
        Extent::Paused => html! {
            <p class="older">
                { words.searched_so_far(found.results.searched, manifest.totals.articles) }{ " " }
                <button type="button" class="button" onclick={search_on.reform(|_| ())}>{ words.search_on() }</button>
            </p>
        },
    }
}

//! The line above a list: how many articles, of what, in which order.

use std::rc::Rc;

use bundle::search::Sort;
use markup::{Icon, count, labelled_icon, summary};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::address::comparison::Comparison;
use crate::address::history::{Navigator, use_navigator};
use crate::address::place::Place;
use crate::archive::library::use_library;
use crate::device::provider::use_device;
use crate::device::save_search::save_search_button;
use crate::export::button::{ExportButtonProps, use_export_button};
use crate::list::chips::chips;
use crate::list::news::new_since;
use crate::model::piece::piece;
use crate::search::found::{Cost, Extent, Found};
use crate::words::{Words, use_words};

/// What was found, and the filters that the line's button shows.
#[derive(PartialEq)]
pub(crate) struct SummaryProps {
    pub(crate) found: Rc<Found>,
    pub(crate) are_filters_open: bool,
    pub(crate) toggle_filters: Callback<()>,
}

/// The line above a list.
#[hook]
pub(crate) fn use_summary(props: &SummaryProps) -> Html {
    let words = use_words();
    let navigator = use_navigator();
    let device = use_device();
    let articles = use_library().manifest.totals.articles;
    let found = &props.found;
    let statistics = Place::statistics(Comparison::default(), found.view.clone());
    let filters = html! {
        <button type="button" class="filter-button" aria-expanded={props.are_filters_open.to_string()}
            aria-controls="filters" onclick={props.toggle_filters.reform(|_| ())}>
            { labelled_icon(Icon::Filter, words.filters()) }
        </button>
    };
    let tools = html! {
        <>
            { new_since(&words, &device, &found.view, articles).unwrap_or_default() }
            { chips(&words, &navigator) }
            { save_search_button(&words, &device, &found.view).unwrap_or_default() }
            if found.view.is_narrowed() {
                <small class="cost">{ price(&words, found.cost) }</small>
            }
            if !found.results.hits.is_empty() {
                <a class="summary-tool" href={statistics.href()} title={words.statistics_of_these()}
                    aria-label={words.statistics_of_these()}>
                    { labelled_icon(Icon::Bars, words.statistics()) }
                </a>
                { piece!(use_export_button, ExportButtonProps { found: Rc::clone(found) }) }
            }
            { sort_select(&words, navigator) }
        </>
    };
    summary(filters, status(&words, found), tools)
}

/// How many articles were found, of what, as a screen reader announces it when that changes.
fn status(words: &Words, found: &Found) -> Html {
    let of = html! {
        if found.view.is_search() {
            <span>{ " " }{ words.containing(found.view.typed.trim()) }</span>
        }
    };
    html! {
        <div role="status" aria-atomic="true" aria-busy={(found.extent == Extent::Searching).to_string()}>
            { count(articles_found(words, found), of) }
        </div>
    }
}

/// How many articles were found, or how many at least.
fn articles_found(words: &Words, found: &Found) -> String {
    let articles = words.articles(found.results.hits.len() as u32);
    let is_exact = found.extent == Extent::Whole && found.unsearched.is_empty();
    if is_exact { articles } else { words.at_least(&articles) }
}

/// What the search has cost, for the small print.
fn price(words: &Words, cost: Cost) -> String {
    words.cost(cost.milliseconds.ceil() as u32, cost.bytes.div_ceil(1024) as u32)
}

/// The orders to choose from.
fn sort_select(words: &Words, navigator: Navigator) -> Html {
    let view = navigator.place().view.clone();
    let sorts: &'static [Sort] = match view.is_search() {
        true => &[Sort::Relevance, Sort::Newest, Sort::Oldest],
        false => &[Sort::Newest, Sort::Oldest],
    };
    let option = |&sort| html! { <option selected={sort == view.sort()}>{ words.sort_by(sort) }</option> };
    let options: Html = sorts.iter().map(option).collect();
    let onchange = Callback::from(move |event: Event| {
        let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        if let Some(&sort) = usize::try_from(index).ok().and_then(|index| sorts.get(index)) {
            navigator.open(Place::list(view.with_sort(sort)));
        }
    });
    html! { <select class="sort" aria-label={words.sort()} {onchange}>{ options }</select> }
}

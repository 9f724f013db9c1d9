//! The line above a list: how many articles, of what, in which order.

use std::rc::Rc;

use bundle::search::Sort;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{Chips, Icon, icon};
use crate::history::use_navigator;
use crate::hooks::{Cost, Found};
use crate::place::Place;
use crate::texts::{use_formats, use_texts};

/// What was found, and the filters that the line's button shows.
#[derive(Properties, PartialEq)]
pub(crate) struct SummaryProps {
    pub(crate) found: Rc<Found>,
    pub(crate) are_filters_open: bool,
    pub(crate) toggle_filters: Callback<()>,
}

/// The line above a list.
#[component]
pub(crate) fn Summary(props: &SummaryProps) -> Html {
    let (texts, formats) = (use_texts(), use_formats());
    let found = &props.found;
    let count = found.outcome.hits.len() as u32;
    html! {
        <div class="summary">
            <button type="button" class="filter-button" aria-expanded={props.are_filters_open.to_string()}
                aria-controls="filters" onclick={props.toggle_filters.reform(|_| ())}>
                { icon(Icon::Filter) }{ texts.filters }
            </button>
            <h2 class="count" role="status">
                <strong>{ (texts.articles)(count, &formats.number(count)) }</strong>
                if found.view.is_search() {
                    <span>{ " " }{ (texts.containing)(found.view.typed.trim()) }</span>
                }
            </h2>
            <Chips />
            if found.view.is_narrowed() {
                <Price cost={found.cost} />
            }
            <SortSelect />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PriceProps {
    cost: Cost,
}

/// What the search has cost, in small print.
#[component]
fn Price(props: &PriceProps) -> Html {
    let (texts, formats) = (use_texts(), use_formats());
    let Cost { milliseconds, bytes } = props.cost;
    let milliseconds = formats.number(milliseconds.ceil());
    let kilobytes = formats.number(bytes.div_ceil(1024) as f64);
    html! { <small class="cost">{ (texts.cost)(&milliseconds, &kilobytes) }</small> }
}

/// The orders to choose from.
#[component]
fn SortSelect() -> Html {
    let texts = use_texts();
    let navigator = use_navigator();
    let view = navigator.place().view.clone();
    let sorts: &'static [Sort] = match view.is_search() {
        true => &[Sort::Relevance, Sort::Newest, Sort::Oldest],
        false => &[Sort::Newest, Sort::Oldest],
    };
    let option = |(index, &sort): (usize, &Sort)| {
        html! { <option value={index.to_string()} selected={sort == view.sort()}>{ (texts.sort_by)(sort) }</option> }
    };
    let options: Html = sorts.iter().enumerate().map(option).collect();
    let onchange = Callback::from(move |event: Event| {
        let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        if let Some(&sort) = usize::try_from(index).ok().and_then(|index| sorts.get(index)) {
            navigator.open(Place::list(view.with_sort(sort)));
        }
    });
    html! { <select class="sort" aria-label={texts.sort} {onchange}>{ options }</select> }
}

//! The values that a reader can choose articles by, with how many articles each would give.

use std::rc::Rc;

use bundle::format::{Facet, FacetSummary};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::address::history::{Navigator, use_navigator};
use crate::address::place::Place;
use crate::address::view::View;
use crate::archive::library::use_library;
use crate::model::piece::piece;
use crate::search::facet_values::use_facet_values;
use crate::search::found::Found;
use crate::search::use_searching::use_searching;
use crate::ui::width::use_width;
use crate::words::{Words, use_words};

/// Values that are shown of each facet at first.
const FEW: usize = 6;
/// Values that are shown at most: the others can be found by their names.
const MOST: usize = 200;

/// What was found, and how to leave the filters on a phone.
#[derive(PartialEq)]
pub(crate) struct FacetsProps {
    pub(crate) found: Rc<Found>,
    pub(crate) is_open: bool,
    pub(crate) close: Callback<()>,
}

/// All facets that have anything to choose.
#[hook]
pub(crate) fn use_facets(props: &FacetsProps) -> Html {
    let words = use_words();
    let navigator = use_navigator();
    // Where they have no place until the reader opens them, as on a phone, they are not drawn before.
    let (element, is_wanted) = (use_node_ref(), use_mut_ref(|| false));
    *is_wanted.borrow_mut() |= use_width(&element) > 0;
    let facets = if *is_wanted.borrow() { &Facet::ALL[..] } else { &[] };
    let view = &navigator.place().view;
    let offered = |&facet: &Facet| {
        let summary = props.found.results.facets.iter().find(|summary| summary.facet == facet);
        let values = with_chosen(summary, view, facet);
        let total = summary.map_or(0, |summary| summary.values as usize).max(values.len());
        let is_choice = total > 1 || values.iter().any(|(value, _)| view.selection.has(facet, value));
        is_choice.then(|| piece!(facet.name(), use_facet_group, FacetGroupProps { facet, values, total }))
    };
    let clear = {
        let (navigator, all) = (navigator.clone(), view.without_selection());
        Callback::from(move |_| navigator.open(Place::list(all.clone())))
    };
    let count = props.found.results.hits.len() as u32;
    html! {
        <aside ref={element} id="filters" class={classes!("facets", props.is_open.then_some("open"))} aria-label={words.filters()}>
            { for facets.iter().filter_map(offered) }
            if !view.selection.is_empty() {
                <button type="button" class="quiet-button" onclick={clear}>{ words.filters_clear() }</button>
            }
            <button type="button" class="button facets-close" onclick={props.close.reform(|_| ())}>
                { words.show_articles(count) }
            </button>
        </aside>
    }
}

/// The counted values, and those that are chosen although no article has them.
fn with_chosen(summary: Option<&FacetSummary>, view: &View, facet: Facet) -> Vec<(String, u32)> {
    let mut values = summary.map(|summary| summary.top.clone()).unwrap_or_default();
    for (_, chosen) in view.selection.iter().filter(|&(of, _)| of == facet) {
        if values.iter().all(|(value, _)| value != chosen) {
            values.push((chosen.to_owned(), 0));
        }
    }
    values
}

#[derive(PartialEq)]
struct FacetGroupProps {
    facet: Facet,
    values: Vec<(String, u32)>,
    /// How many values there are, if not all are given.
    total: usize,
}

/// The values of a facet.
#[hook]
fn use_facet_group(props: &FacetGroupProps) -> Html {
    let words = use_words();
    let navigator = use_navigator();
    let library = use_library();
    let is_open = use_state_eq(|| false);
    let typed = use_state_eq(String::new);
    let FacetGroupProps { facet, values, total } = props;
    let all = use_facet_values(&library, *is_open && values.len() < *total);
    let all = all.ready().and_then(|all| all.iter().find(|summary| summary.facet == *facet));
    let values = match all {
        Some(all) if *is_open && values.len() < *total => &all.top,
        _ => values,
    };

    let view = &navigator.place().view;
    let searching = use_searching(*is_open);
    let is_like = |value: &str| searching.is_none_or(|searching| (searching.contains)(value, &typed));
    let shown = values_shown(values, view, *facet, is_open.then_some(&is_like));
    let toggle = {
        let (is_open, typed) = (is_open.clone(), typed.setter());
        Callback::from(move |_| {
            typed.set(String::new());
            is_open.set(!*is_open);
        })
    };
    let expand = match *is_open {
        true => words.facet_fewer_values().to_owned(),
        false => words.facet_all_values(*total as u32),
    };
    html! {
        <fieldset class="facet">
            <legend>{ words.facet(facet.name()) }</legend>
            if *is_open && *total > 4 * FEW {
                { find_box(&words, *facet, &typed) }
            }
            <div class="facet-values">{ for shown.into_iter().map(|value| value_row(&words, &navigator, *facet, value)) }</div>
            if *total > FEW {
                <button type="button" class="quiet-button" aria-expanded={is_open.to_string()} onclick={toggle}>
                    { expand }
                </button>
            }
        </fieldset>
    }
}

/// The box that finds values by their names.
fn find_box(words: &Words, facet: Facet, typed: &UseStateHandle<String>) -> Html {
    let label = words.facet_find_value(facet.name());
    let setter = typed.setter();
    let oninput = Callback::from(move |event: InputEvent| {
        setter.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    html! {
        <input type="text" class="facet-find" value={(**typed).clone()} {oninput} placeholder={label}
            aria-label={label} />
    }
}

/// A value to choose, with how many articles it would give.
fn value_row(words: &Words, navigator: &Navigator, facet: Facet, (value, count): &(String, u32)) -> Html {
    let view = &navigator.place().view;
    let checked = view.selection.has(facet, value);
    let (navigator, toggled) = (navigator.clone(), view.toggled(facet, value));
    let onchange = Callback::from(move |_| navigator.open(Place::list(toggled.clone())));
    html! {
        <label key={value.clone()}>
            <input type="checkbox" {checked} {onchange} />
            <span class="facet-value">{ words.value(facet, value) }</span>
            <span class="facet-count">{ words.number(*count) }</span>
        </label>
    }
}

/// The first few values and those that are chosen; or else all that match what was typed.
fn values_shown<'a>(
    values: &'a [(String, u32)],
    view: &View,
    facet: Facet,
    is_match: Option<&dyn Fn(&str) -> bool>,
) -> Vec<&'a (String, u32)> {
    let is_shown = |(place, (value, _)): &(usize, &(String, u32))| match is_match {
        None => *place < FEW || view.selection.has(facet, value),
        Some(is_match) => is_match(value),
    };
    let shown = values.iter().enumerate().filter(is_shown).map(|(_, value)| value);
    shown.take(MOST).collect()
}

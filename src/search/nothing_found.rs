//! Shown where nothing was found: why, and searches for less that may find something.

use bundle::query::{TextClause, without};
use yew::prelude::*;

use crate::address::history::Navigator;
use crate::address::place::Place;
use crate::address::view::View;
use crate::search::found::Found;
use crate::ui::notice::notice;
use crate::words::Words;

/// Queries without one of their words that are offered.
const OFFERS: usize = 4;

/// In the place of articles that were not found.
pub(crate) fn nothing_found(words: &Words, navigator: &Navigator, found: &Found) -> Html {
    let view = &found.view;
    let (is_search, is_selection) = (view.is_search(), !view.selection.is_empty());
    let button = |view: View, name: String| {
        let navigator = navigator.clone();
        let onclick = Callback::from(move |_| navigator.open(Place::list(view.clone())));
        html! { <button type="button" class="button" {onclick}>{ name }</button> }
    };
    let offers = queries_with_less(found).into_iter().map(|typed| {
        let name = words.search_instead(&typed);
        button(view.with_typed(&typed), name)
    });
    let actions = html! {
        <>
            { for offers }
            if is_selection { { button(view.without_selection(), words.filters_clear().to_owned()) } }
            if is_search { { button(view.with_typed(""), words.search_clear().to_owned()) } }
        </>
    };
    notice(words.nothing_found(), reason(words, found), actions)
}

fn reason(words: &Words, found: &Found) -> String {
    let typed = found.view.typed.trim();
    let unfound: Vec<&str> = unfound(found).into_iter().map(|text| text.typed.as_str()).collect();
    match (found.view.is_search(), !found.view.selection.is_empty()) {
        (true, _) if !unfound.is_empty() => words.nothing_contains(&words.any_of(&unfound)),
        (true, true) => words.nothing_here_contains(typed),
        (true, false) if texts(found).len() > 1 => words.nothing_contains_all().to_owned(),
        (true, false) => words.nothing_contains(&words.any_of(&[typed])),
        (false, true) => words.nothing_fits().to_owned(),
        (false, false) => words.empty_archive().to_owned(),
    }
}

/// What was typed without the words that nothing has, or, if each is somewhere, without one of
/// them.
fn queries_with_less(found: &Found) -> Vec<String> {
    let typed = &found.view.typed;
    let (texts, unfound) = (texts(found), unfound(found));
    let less: Vec<String> = if unfound.is_empty() && texts.len() > 1 {
        texts.iter().take(OFFERS).map(|text| without(typed, [&text.range])).collect()
    } else {
        vec![without(typed, unfound.iter().map(|text| &text.range))]
    };
    less.into_iter().filter(|less| !less.is_empty() && less != typed.trim()).collect()
}

fn texts(found: &Found) -> Vec<&TextClause> {
    found.request.query.positive_texts().map(|(_, text)| text).collect()
}

fn unfound(found: &Found) -> Vec<&TextClause> {
    let texts = found.request.query.positive_texts();
    texts.filter(|(clause, _)| found.results.unfound.contains(clause)).map(|(_, text)| text).collect()
}

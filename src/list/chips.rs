//! What the reader has chosen, each with a way to take it back.

use bundle::date::{Month, Months};
use markup::{Icon, icon};
use yew::prelude::*;

use crate::address::history::Navigator;
use crate::address::view::View;
use crate::words::Words;

/// The chosen facet values and months.
pub(crate) fn chips(words: &Words, navigator: &Navigator) -> Html {
    let view = &navigator.place().view;
    let value =
        |(facet, value)| chip(words, navigator, words.value(facet, value), view.toggled(facet, value));
    html! { <>{ for view.selection.iter().map(value) }{ months_chip(words, navigator).unwrap_or_default() }</> }
}

/// The chosen months.
fn months_chip(words: &Words, navigator: &Navigator) -> Option<Html> {
    let view = &navigator.place().view;
    let Months { first, last } = view.selection.months?;
    let written = |month: Month| words.month(&month.to_string());
    let name = match (first == Months::ALL.first, last == Months::ALL.last) {
        (true, _) => format!("– {}", written(last)),
        (_, true) => format!("{} –", written(first)),
        _ if first == last => written(first),
        _ => format!("{} – {}", written(first), written(last)),
    };
    Some(chip(words, navigator, &name, view.with_months(None)))
}

/// What was chosen; a click shows the view without it.
fn chip(words: &Words, navigator: &Navigator, name: &str, without: View) -> Html {
    let navigator = navigator.clone();
    let onclick = Callback::from(move |_| navigator.open(navigator.place().with_view(without.clone())));
    html! {
        <button type="button" class="chip" aria-label={words.take_back(name)} {onclick}>
            <span>{ name.to_owned() }</span>{ icon(Icon::Close) }
        </button>
    }
}

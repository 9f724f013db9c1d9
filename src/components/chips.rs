//! What the reader has chosen, each with a way to take it back.

use yew::prelude::*;

use super::{Icon, icon};
use crate::history::use_navigator;
use crate::place::Place;
use crate::texts::use_texts;

/// The chosen facet values.
#[component]
pub(crate) fn Chips() -> Html {
    let texts = use_texts();
    let navigator = use_navigator();
    let view = &navigator.place().view;
    let chip = |(facet, value)| {
        let name = texts.value(facet, value);
        let label = (texts.take_back)(name);
        let (navigator, without) = (navigator.clone(), view.toggled(facet, value));
        let onclick = Callback::from(move |_| navigator.open(Place::list(without.clone())));
        html! {
            <button type="button" class="chip" aria-label={label} {onclick}>
                <span>{ name }</span>{ icon(Icon::Close) }
            </button>
        }
    };
    html! { { for view.selection.iter().map(chip) } }
}

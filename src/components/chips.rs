//! What the reader has chosen, each with a way to take it back.

use yew::prelude::*;

use super::{Icon, icon};
use crate::history::Navigator;
use crate::texts::Words;

/// The chosen facet values.
pub(crate) fn chips(words: &Words, navigator: &Navigator) -> Html {
    let view = &navigator.place().view;
    let chip = |(facet, value)| {
        let name = words.value(facet, value);
        let (navigator, without) = (navigator.clone(), view.toggled(facet, value));
        let onclick = Callback::from(move |_| navigator.open(navigator.place().with_view(without.clone())));
        html! {
            <button type="button" class="chip" aria-label={(words.take_back)(name)} {onclick}>
                <span>{ name }</span>{ icon(Icon::Close) }
            </button>
        }
    };
    view.selection.iter().map(chip).collect()
}

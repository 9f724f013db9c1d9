//! The way to the articles before and after one, in the list that it was opened from.

use bundle::reading::Listed;
use bundle::text::Script;
use yew::prelude::*;

use super::PlaceLink;
use crate::history::use_navigator;
use crate::place::Place;
use crate::texts::use_texts;

/// The neighbours of an article.
#[derive(Properties, PartialEq)]
pub(crate) struct NeighbourLinksProps {
    pub(crate) previous: Option<Listed>,
    pub(crate) next: Option<Listed>,
}

/// Links to the neighbours of an article.
#[component]
pub(crate) fn NeighbourLinks(props: &NeighbourLinksProps) -> Html {
    let texts = use_texts();
    let navigator = use_navigator();
    let link = |article: &Option<Listed>, rel: &'static str, name: &'static str| {
        let card = article.as_ref().and_then(Listed::card)?;
        let to = Place::article(card.address(), navigator.place().view.clone());
        let title = if card.title.is_empty() { texts.untitled } else { card.title };
        let lang = Script::of(card.title).lang();
        Some(html! {
            <PlaceLink {to} {rel} class={classes!("neighbour", rel)}>
                <small>{ name }</small>
                <span {lang}>{ title.to_owned() }</span>
            </PlaceLink>
        })
    };
    html! {
        <nav class="neighbours" aria-label={texts.neighbours}>
            { link(&props.previous, "prev", texts.previous) }
            { link(&props.next, "next", texts.next) }
        </nav>
    }
}

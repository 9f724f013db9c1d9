//! The way to the articles before and after one, in the list that it was opened from.

use bundle::reading::CatalogRow;
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::view::View;
use crate::article::open_article::Neighbours;
use crate::conversion::choice::Conversion;
use crate::texts::Words;

/// Links to the neighbours of an article in the list of a view.
pub(crate) fn neighbour_links(
    words: &Words,
    conversion: &Conversion,
    view: &View,
    neighbours: &Neighbours,
) -> Html {
    let link = |article: &Option<CatalogRow>, rel: &'static str, name: &'static str| {
        let card = article.as_ref().and_then(CatalogRow::card)?;
        let href = Place::article(card.address(), view.clone()).href();
        let title = if card.title.is_empty() { words.untitled } else { &card.title };
        let lang = conversion.lang(&card.title);
        Some(html! {
            <a {href} {rel} class={classes!("neighbour", rel)}>
                <small>{ name }</small>
                <span {lang}>{ conversion.text(title).into_owned() }</span>
            </a>
        })
    };
    html! {
        <nav class="neighbours" aria-label={words.neighbours}>
            { link(&neighbours.previous, "prev", words.previous) }
            { link(&neighbours.next, "next", words.next) }
        </nav>
    }
}

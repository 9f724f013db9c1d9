//! An article in a list.

use std::rc::Rc;

use bundle::reading::CatalogRow;
use bundle::search::{Snippet, highlights};
use yew::prelude::*;

use super::{
    bookmark_sign, marked_in, new_sign, original_link, place_link, read_class, row_address, value_links,
};
use crate::device::DeviceHandle;
use crate::hooks::{Conversion, Found, use_conversion, use_excerpt, use_library, use_seen};
use crate::parts::SEARCH;
use crate::place::Place;
use crate::texts::{Words, use_words};

/// An article that a search found. Below the name of its month, the year goes without saying.
pub(crate) fn article_row(
    words: &Words,
    conversion: &Conversion,
    device: &DeviceHandle,
    article: &CatalogRow,
    found: &Rc<Found>,
    is_below_month: bool,
) -> Html {
    let Some(card) = article.card() else { return Html::default() };
    // What a search found, is here after it.
    let searching = SEARCH.loaded().filter(|_| found.view.is_search());
    let title = match card.title.as_str() {
        "" => html! { <span class="untitled">{ words.untitled }</span> },
        title => match searching {
            Some(searching) => (searching.title)(conversion, title, found),
            None => marked_in(conversion, title, &[]),
        },
    };
    let excerpt = searching.map(|searching| (searching.excerpt)(article.clone(), Rc::clone(found)));
    let date = match is_below_month {
        true => words.day_of_month(card.day()),
        false => words.day(card.day()),
    };
    html! {
        <article class={classes!("row", read_class(device, card))} data-address={row_address(card)}>
            { new_sign(words, device, &found.view, card).unwrap_or_default() }
            <h3 lang={conversion.lang(&card.title)}>
                { place_link(&Place::article(card.address(), found.view.clone()), "title", title) }
            </h3>
            <div class="meta">
                { value_links(card, &found.view) }
                { original_link(card, "", words.original) }
                <time datetime={card.date.clone()} title={words.moment(&card.date)}>{ date }</time>
                { bookmark_sign(words, device, card).unwrap_or_default() }
            </div>
            { excerpt.unwrap_or_default() }
        </article>
    }
}

/// The title of an article, with what was sought.
pub(crate) fn found_title(conversion: &Conversion, title: &str, found: &Found) -> Html {
    marked_in(conversion, title, &highlights(title, &found.request.query))
}

/// Why an article was found.
pub(crate) fn excerpt(article: CatalogRow, found: Rc<Found>) -> Html {
    html! { <Excerpt {article} {found} /> }
}

#[derive(Properties, PartialEq)]
struct ExcerptProps {
    article: CatalogRow,
    found: Rc<Found>,
}

/// Why the article was found. It has its place before it is known.
#[component]
fn Excerpt(props: &ExcerptProps) -> Html {
    let element = use_node_ref();
    let is_near = use_seen(&element);
    let library = use_library();
    let snippet = use_excerpt(&library, &props.found, &props.article, is_near);
    let words = use_words();
    let conversion = use_conversion();
    let text = snippet.shown().map(|snippet| quoted(&words, &conversion, snippet));
    let lang = snippet.shown().and_then(|snippet| conversion.lang(&snippet.text));
    html! { <p ref={element} class="excerpt" {lang}>{ text }</p> }
}

fn quoted(words: &Words, conversion: &Conversion, snippet: &Snippet) -> Html {
    if snippet.text.is_empty() {
        return html! { <span class="no-text">{ words.no_text }</span> };
    }
    html! {
        <>
            if snippet.cut_before { { "…" } }
            { marked_in(conversion, &snippet.text, &snippet.highlights) }
            if snippet.cut_after { { "…" } }
        </>
    }
}

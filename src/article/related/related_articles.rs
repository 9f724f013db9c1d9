//! The links to related articles, below an article.

use bundle::format::Facet;
use bundle::reading::CatalogRow;
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::address::place_link::place_link;
use crate::address::view::View;
use crate::archive::library::use_library;
use crate::archive::load_state::LoadState;
use crate::article::open_article::OpenArticle;
use crate::article::related::use_related::use_related;
use crate::conversion::choice::{Conversion, use_conversion};
use crate::ui::in_view::use_in_view;
use crate::words::{Words, use_words};

/// The article that was read.
#[derive(Properties, PartialEq)]
pub(crate) struct RelatedArticlesProps {
    pub(crate) read: OpenArticle,
}

/// Articles alike and articles by the same author, looked for when the reader comes near.
#[component]
pub(crate) fn RelatedArticles(props: &RelatedArticlesProps) -> Html {
    let words = use_words();
    let library = use_library();
    let navigator = use_navigator();
    let conversion = use_conversion();
    let element = use_node_ref();
    let is_near = use_in_view(&element);
    let attempt = use_state(|| 0u32);
    let related = use_related(&library, &props.read, is_near.then_some(*attempt));
    let view = &navigator.place().view;
    let content = match &related {
        LoadState::Failed(_) => {
            let again = Callback::from(move |_| attempt.set(*attempt + 1));
            html! {
                <p class="related-failed" role="status">
                    { words.related_failed() }{ " " }
                    <button type="button" class="quiet-button" onclick={again}>{ words.retry() }</button>
                </p>
            }
        }
        _ => match (related.ready(), props.read.listed.card()) {
            (Some(related), Some(card)) => html! {
                <>
                    { section(&words, &conversion, words.related().to_owned(), view, &related.alike, Html::default()) }
                    { section(&words, &conversion, words.related_more_by(&card.author), view, &related.by_author,
                        all_by(&words, &card.author)) }
                </>
            },
            _ => Html::default(),
        },
    };
    html! { <div ref={element} class="related">{ content }</div> }
}

fn all_by(words: &Words, author: &str) -> Html {
    let place = Place::list(View::default().choosing(Facet::Author, author));
    place_link(&place, "quiet-link", words.related_all_by(author).into())
}

/// Articles under a heading, if there are any.
fn section(
    words: &Words,
    conversion: &Conversion,
    heading: String,
    view: &View,
    articles: &[CatalogRow],
    more: Html,
) -> Html {
    if articles.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ heading }</h2>
            <ul>{ for articles.iter().map(|article| row(words, conversion, view, article)) }</ul>
            { more }
        </section>
    }
}

/// An article. The list that the reader came from stays the one to go back to.
fn row(words: &Words, conversion: &Conversion, view: &View, article: &CatalogRow) -> Html {
    let Some(card) = article.card() else { return Html::default() };
    let title = if card.title.is_empty() { words.untitled() } else { &card.title };
    let place = Place::article(card.address(), view.clone());
    html! {
        <li>
            <span lang={conversion.lang(&card.title)}>
                { place_link(&place, "title", conversion.text(title).into_owned().into()) }
            </span>
            { markup::date(card.date.clone(), None, words.day(card.day())) }
        </li>
    }
}

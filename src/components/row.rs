//! An article in a list.

use std::rc::Rc;

use bundle::format::{ArticleCard, Facet};
use bundle::reading::Listed;
use bundle::search::{Snippet, highlights};
use bundle::text::Script;
use yew::prelude::*;

use super::{Icon, PlaceLink, icon, marked};
use crate::hooks::{Found, use_excerpt, use_library, use_seen};
use crate::original::Original;
use crate::place::Place;
use crate::texts::{use_formats, use_texts};
use crate::view::View;

/// An article, and the search that found it.
#[derive(Properties, PartialEq)]
pub(crate) struct ArticleRowProps {
    pub(crate) article: Listed,
    pub(crate) found: Rc<Found>,
    /// Whether the month is written above.
    pub(crate) is_below_month: bool,
}

/// An article in a list.
#[component]
pub(crate) fn ArticleRow(props: &ArticleRowProps) -> Html {
    let texts = use_texts();
    let Some(card) = props.article.card() else { return Html::default() };
    let found = &props.found;
    let title = match card.title {
        "" => html! { <span class="untitled">{ texts.untitled }</span> },
        title => marked(title, &highlights(title, &found.request.query)),
    };
    let lang = Script::of(card.title).lang();
    html! {
        <article class="row">
            <h3 {lang}><PlaceLink to={Place::article(card.address(), found.view.clone())}>{ title }</PlaceLink></h3>
            <Meta article={props.article.clone()} view={found.view.clone()} is_below_month={props.is_below_month} />
            if found.view.is_search() {
                <Excerpt article={props.article.clone()} found={Rc::clone(found)} />
            }
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct MetaProps {
    article: Listed,
    /// The list that the article is in.
    view: View,
    is_below_month: bool,
}

/// Where an article is from.
#[component]
fn Meta(props: &MetaProps) -> Html {
    let (texts, formats) = (use_texts(), use_formats());
    let Some(card) = props.article.card() else { return Html::default() };
    let original = Original::at(card.url).map(|original| {
        html! {
            <a class="original" href={original.href.to_owned()} target="_blank" rel="noopener noreferrer"
                title={texts.original}>
                { original.host.to_owned() }{ icon(Icon::External) }
            </a>
        }
    });
    let date = match props.is_below_month {
        true => formats.day_of_month(card.day()),
        false => formats.day(card.day()),
    };
    html! {
        <div class="meta">
            <CardLinks ..CardLinksProps::of(&card, &props.view) />
            { original }
            <time datetime={card.date.to_owned()} title={formats.moment(card.date)}>{ date }</time>
        </div>
    }
}

/// The values of an article that other articles have too.
#[derive(Properties, PartialEq)]
pub(crate) struct CardLinksProps {
    /// Of what a value is chosen.
    view: View,
    categories: Vec<String>,
    author: String,
}

impl CardLinksProps {
    /// Those of a card, to be chosen of the articles of a view.
    pub(crate) fn of(card: &ArticleCard<'_>, view: &View) -> CardLinksProps {
        CardLinksProps {
            view: view.clone(),
            categories: card.categories.to_vec(),
            author: card.author.to_owned(),
        }
    }
}

/// Links that choose the categories and the author of an article.
#[component]
pub(crate) fn CardLinks(props: &CardLinksProps) -> Html {
    let link = |facet, value: &str, class: &'static str| {
        let to = Place::list(props.view.choosing(facet, value));
        html! { <PlaceLink {to} {class}>{ value.to_owned() }</PlaceLink> }
    };
    html! {
        <>
            { for props.categories.iter().map(|category| link(Facet::Category, category, "category")) }
            if !props.author.is_empty() {
                { link(Facet::Author, &props.author, "author") }
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ExcerptProps {
    article: Listed,
    found: Rc<Found>,
}

/// Why the article was found. It has its place before it is known.
#[component]
fn Excerpt(props: &ExcerptProps) -> Html {
    let element = use_node_ref();
    let is_near = use_seen(&element);
    let library = use_library();
    let snippet = use_excerpt(&library, &props.found, &props.article, is_near);
    let text = snippet.shown().map(|snippet| excerpt(snippet));
    let lang = snippet.shown().and_then(|snippet| Script::of(&snippet.text).lang());
    html! { <p ref={element} class="excerpt" {lang} aria-busy={is_busy(&snippet)}>{ text }</p> }
}

fn is_busy<T>(progress: &crate::hooks::Progress<T>) -> Option<&'static str> {
    progress.is_waiting().then_some("true")
}

fn excerpt(snippet: &Snippet) -> Html {
    html! {
        <>
            if snippet.cut_before { { "…" } }
            { marked(&snippet.text, &snippet.marks) }
            if snippet.cut_after { { "…" } }
        </>
    }
}

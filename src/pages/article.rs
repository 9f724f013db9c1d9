//! An article: its text, where it is from, and what stands around it.

use std::rc::Rc;

use bundle::format::ArticleCard;
use bundle::query::Query;
use bundle::reading::{Address, Listed};
use bundle::search::highlights;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::components::{
    ArticleBody, ArticlePlayer, BookmarkButton, ContinueReading, Icon, article_skeleton, conversion_note,
    icon, marked_in, neighbour_links, original_link, page_error, page_notice, place_link, sources,
    value_links, versions,
};
use crate::device::Article;
use crate::history::{Navigator, use_navigator};
use crate::hooks::{
    Found, Neighbours, Progress, use_article, use_article_conversion, use_conversion, use_keyboard,
    use_library, use_neighbours, use_opened, use_title,
};
use crate::place::Place;
use crate::scroll::use_scroll_restored;
use crate::texts::{Words, use_words};
use crate::view::View;

/// The article's address, and the list that it was opened from, once it is known.
#[derive(Properties, PartialEq)]
pub(crate) struct ArticlePageProps {
    pub(crate) address: Address,
    pub(crate) found: Option<Rc<Found>>,
    pub(crate) retry: Callback<()>,
}

/// The article at an address.
#[component]
pub(crate) fn ArticlePage(props: &ArticlePageProps) -> Html {
    let words = use_words();
    let library = use_library();
    let navigator = use_navigator();
    let article = use_article(&library, &props.address);
    let opened = article.ready().and_then(|article| article.as_ref().as_ref());
    let card = opened.and_then(|opened| opened.listed.card());
    use_title(title(&words, &article, card), &library.manifest.site.title);
    use_opened(card);
    use_scroll_restored(!article.is_waiting());
    let neighbours = use_neighbours(&library, props.found.as_ref(), opened.map(|opened| opened.article));
    let neighbours = neighbours.ready().cloned().unwrap_or_default();
    use_neighbour_keys(&neighbours);
    let retry = &props.retry;
    let conversion = use_conversion();
    let key = format!("{}/{}", props.address.day, props.address.key);
    match (&article, opened) {
        (Progress::Waiting { .. }, _) => article_skeleton(&words),
        (Progress::Failed(error), _) => page_error(&words, error, retry),
        (Progress::Ready(_), None) => no_such_article(&words),
        (Progress::Ready(_), Some(opened)) => html! {
            <div {key}>
                <ArticleText listed={opened.listed.clone()} body={opened.body.clone()} />
                <footer class="article-foot">
                    { neighbour_links(&words, &conversion, &navigator.place().view, &neighbours) }
                    { for card.map(|card| versions(card, retry)) }
                    { for card.map(|card| sources(&words, card)) }
                </footer>
            </div>
        },
    }
}

/// What the document is called.
fn title<'a, T>(words: &Words, article: &Progress<T>, card: Option<&'a ArticleCard>) -> &'a str {
    match (article, card) {
        (_, Some(card)) if !card.title.is_empty() => &card.title,
        (_, Some(_)) => words.untitled,
        (Progress::Waiting { .. }, None) => words.loading,
        (Progress::Failed(_), None) => words.failed,
        (Progress::Ready(_), None) => words.no_such_article,
    }
}

#[derive(Properties, PartialEq)]
struct ArticleTextProps {
    listed: Listed,
    body: AttrValue,
}

/// The article itself.
#[component]
fn ArticleText(props: &ArticleTextProps) -> Html {
    let words = use_words();
    let navigator = use_navigator();
    let heading = use_node_ref();
    use_focus(&heading);
    let shown = use_article_conversion(&props.body);
    let conversion = &shown.conversion;
    let view = &navigator.place().view;
    let query = use_memo(view.typed.clone(), |_| view.request().query);
    let Some(card) = props.listed.card() else { return Html::default() };
    let title = if card.title.is_empty() { words.untitled } else { &card.title };
    html! {
        <article class="article">
            { back_link(&words, &navigator) }
            <h1 ref={heading} tabindex="-1" lang={conversion.lang(&card.title)}>
                { marked_in(conversion, title, &highlights(title, &query)) }
            </h1>
            { byline(&words, card) }
            { conversion_note(&words, &shown) }
            <ContinueReading article={Article::of(card, 0)} />
            <ArticlePlayer url={card.url.clone()} />
            <ArticleBody html={props.body.clone()} query={Query::clone(&query)} conversion={conversion.clone()} />
        </article>
    }
}

/// The way back to the list, to where it was left.
fn back_link(words: &Words, navigator: &Navigator) -> Html {
    let href = navigator.list_left().href();
    let navigator = navigator.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        // With a key held down, the reader wants the list in a window of its own.
        let has_key = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !has_key {
            event.prevent_default();
            navigator.return_to_list();
        }
    });
    html! { <a class="back-link" {href} {onclick}>{ icon(Icon::Back) }{ words.back_to_list }</a> }
}

/// Who, when and where.
fn byline(words: &Words, card: &ArticleCard) -> Html {
    html! {
        <div class="meta byline">
            { value_links(card, &View::default()) }
            <time datetime={card.date.clone()}>{ words.formats.moment(&card.date) }</time>
            { original_link(card, &format!("{} ", words.original), words.original) }
            <BookmarkButton article={Article::of(card, 0)} />
        </div>
    }
}

/// Says that there is no such article, and where to go on.
fn no_such_article(words: &Words) -> Html {
    let all = place_link(&Place::list(View::default()), "button", words.to_all_articles.into());
    page_notice(words.no_such_article, words.no_such_article_why.to_owned(), all)
}

/// Puts the focus on what has come, so that a screen reader reads it and keys scroll it.
#[hook]
fn use_focus(element: &NodeRef) {
    let element = element.clone();
    use_effect_with((), move |()| {
        if let Some(element) = element.cast::<HtmlElement>() {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // Fails only for elements that are not on the page.
            let _ = element.focus_with_options(&options);
        }
    });
}

/// `j` and `k` go to the next and the previous article, `u` goes up to the list.
#[hook]
fn use_neighbour_keys(neighbours: &Rc<Neighbours>) {
    let navigator = use_navigator();
    let around = (navigator, Rc::clone(neighbours));
    let on_key = use_callback(around, |key: String, (navigator, neighbours)| {
        let open = |article: &Option<Listed>| {
            let card = article.as_ref().and_then(Listed::card);
            let place = card.map(|card| Place::article(card.address(), navigator.place().view.clone()));
            place.map(|place| navigator.open(place)).is_some()
        };
        match key.as_str() {
            "j" => open(&neighbours.next),
            "k" => open(&neighbours.previous),
            "u" => {
                navigator.return_to_list();
                true
            }
            _ => false,
        }
    });
    use_keyboard(on_key);
}

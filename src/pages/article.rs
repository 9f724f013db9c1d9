//! An article: its text, where it is from, and what stands around it.

use std::rc::Rc;

use bundle::format::ArticleCard;
use bundle::query::Query;
use bundle::reading::{Address, Listed};
use bundle::search::highlights;
use bundle::text::Script;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::components::{
    ArticleBody, ArticleSkeleton, CardLinks, CardLinksProps, ErrorNotice, Icon, NeighbourLinks, Notice, PlaceLink,
    Sources, icon, marked,
};
use crate::history::use_navigator;
use crate::hooks::{
    Found, Progress, use_article, use_keyboard, use_library, use_neighbours, use_title,
};
use crate::original::Original;
use crate::place::Place;
use crate::scroll::use_scroll_restored;
use crate::texts::{use_formats, use_texts};
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
    let texts = use_texts();
    let library = use_library();
    let article = use_article(&library, &props.address);
    let opened = article.ready().and_then(|article| article.as_ref().as_ref());
    let card = opened.and_then(|opened| opened.listed.card());
    let title = match (&article, card) {
        (_, Some(card)) if !card.title.is_empty() => card.title,
        (Progress::Waiting { .. }, _) => texts.loading,
        (Progress::Failed(_), _) => texts.failed,
        (_, Some(_)) => texts.untitled,
        (_, None) => texts.no_such_article,
    };
    use_title(title, &library.manifest.site.title);
    use_scroll_restored(!article.is_waiting());
    let neighbours = use_neighbours(&library, props.found.as_ref(), opened.map(|opened| opened.article));
    let (previous, next) = neighbours
        .ready()
        .map(|neighbours| (neighbours.previous.clone(), neighbours.next.clone()))
        .unwrap_or_default();
    use_neighbour_keys(&previous, &next);
    let retry = &props.retry;
    let key = format!("{}/{}", props.address.day, props.address.key);
    match &article {
        Progress::Waiting { .. } => html! { <ArticleSkeleton /> },
        Progress::Failed(error) => html! { <ErrorNotice error={error.clone()} retry={retry.clone()} /> },
        Progress::Ready(_) => match opened {
            Some(opened) => html! {
                <>
                    <ArticleText key={key.clone()} listed={opened.listed.clone()} body={opened.body.clone()} />
                    <footer class="article-foot">
                        <NeighbourLinks {previous} {next} />
                        <Sources {key} article={opened.listed.clone()} retry={retry.clone()} />
                    </footer>
                </>
            },
            None => html! { <NoSuchArticle /> },
        },
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
    let texts = use_texts();
    let navigator = use_navigator();
    let heading = use_node_ref();
    use_focus(&heading);
    let query = use_memo(navigator.place().view.typed.clone(), |_| navigator.place().view.request().query);
    let Some(card) = props.listed.card() else { return Html::default() };
    let title = if card.title.is_empty() { texts.untitled } else { card.title };
    html! {
        <article class="article">
            <BackLink />
            <h1 ref={heading} tabindex="-1" lang={Script::of(card.title).lang()}>
                { marked(title, &highlights(title, &query)) }
            </h1>
            <Byline listed={props.listed.clone()} />
            <ArticleBody html={props.body.clone()} query={Query::clone(&query)} />
        </article>
    }
}

/// The way back to the list, to where it was left.
#[component]
fn BackLink() -> Html {
    let texts = use_texts();
    let navigator = use_navigator();
    let list = navigator.list_left();
    let onclick = {
        let navigator = navigator.clone();
        Callback::from(move |event: MouseEvent| {
            // With a key held down, the reader wants the list in a window of its own.
            let is_plain = !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key());
            if is_plain && event.button() == 0 {
                event.prevent_default();
                navigator.return_to_list();
            }
        })
    };
    html! {
        <a class="back-link" href={list.href()} {onclick}>{ icon(Icon::Back) }{ texts.back_to_list }</a>
    }
}

#[derive(Properties, PartialEq)]
struct BylineProps {
    listed: Listed,
}

/// Who, when and where.
#[component]
fn Byline(props: &BylineProps) -> Html {
    let (texts, formats) = (use_texts(), use_formats());
    let Some(card) = props.listed.card() else { return Html::default() };
    let ArticleCard { date, url, .. } = card;
    html! {
        <div class="meta byline">
            <CardLinks ..CardLinksProps::of(&card, &View::default()) />
            <time datetime={date.to_owned()}>{ formats.moment(date) }</time>
            if let Some(original) = Original::at(url) {
                <a class="original" href={original.href.to_owned()} target="_blank" rel="noopener noreferrer">
                    { texts.original }{ " " }{ original.host.to_owned() }{ icon(Icon::External) }
                </a>
            }
        </div>
    }
}

/// Says that there is no such article, and where to go on.
#[component]
fn NoSuchArticle() -> Html {
    let texts = use_texts();
    html! {
        <Notice title={texts.no_such_article} text={texts.no_such_article_why}>
            <PlaceLink class="button" to={Place::list(View::default())}>{ texts.to_all_articles }</PlaceLink>
        </Notice>
    }
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
fn use_neighbour_keys(previous: &Option<Listed>, next: &Option<Listed>) {
    let navigator = use_navigator();
    let around = (navigator, previous.clone(), next.clone());
    let on_key = use_callback(around, |key: String, (navigator, previous, next)| {
        let open = |article: &Option<Listed>| {
            let card = article.as_ref().and_then(Listed::card);
            let place = card.map(|card| Place::article(card.address(), navigator.place().view.clone()));
            place.map(|place| navigator.open(place)).is_some()
        };
        match key.as_str() {
            "j" => open(next),
            "k" => open(previous),
            "u" => {
                navigator.return_to_list();
                true
            }
            _ => false,
        }
    });
    use_keyboard(on_key);
}

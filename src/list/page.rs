//! The list: newest articles, or what a search and filters find.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, NodeList};
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::archive::library::use_library;
use crate::archive::load_state::LoadState;
use crate::host::title::use_title;
use crate::host::{Host, use_host};
use crate::list::article_list::{ArticleListProps, use_article_list};
use crate::list::facets::FacetsProps;
use crate::list::filters::{timeline_room, use_filters};
use crate::list::summary::{SummaryProps, use_summary};
use crate::model::keymap::{Action, RowAction};
use crate::model::piece::piece;
use crate::search::found::Found;
use crate::search::nothing_found::nothing_found;
use crate::search::problems::problems;
use crate::search::unsearched::{older_articles, unsearched};
use crate::ui::keyboard::use_keyboard;
use crate::ui::notice::error_notice;
use crate::ui::skeleton::list_skeleton;
use crate::words::use_words;

/// What the view of the address has found.
#[derive(PartialEq)]
pub(crate) struct ListPageProps {
    pub(crate) found: LoadState<Found>,
    pub(crate) retry: Callback<()>,
    /// Goes on with a search that has paused.
    pub(crate) search_on: Callback<()>,
}

/// The list of articles.
#[hook]
pub(crate) fn use_list_page(props: &ListPageProps) -> Html {
    let words = use_words();
    let library = use_library();
    let navigator = use_navigator();
    let site = &library.manifest.site;
    use_title(navigator.place().view.typed.trim(), &site.title);
    use_list_keys();
    let heading = if site.title.is_empty() { words.reading_room() } else { &site.title };
    let content = match (&props.found, props.found.shown()) {
        (LoadState::Failed(error), _) => error_notice(&words, error, &props.retry),
        (found, Some(shown)) => {
            let is_busy = found.is_waiting();
            let (retry, search_on) = (props.retry.clone(), props.search_on.clone());
            piece!(use_results, ResultsProps { found: Rc::clone(shown), is_busy, retry, search_on })
        }
        (_, None) => list_skeleton(&words),
    };
    html! { <><h1 class="visually-hidden">{ heading.to_owned() }</h1>{ content }</> }
}

#[derive(PartialEq)]
struct ResultsProps {
    found: Rc<Found>,
    /// Whether something newer is on its way.
    is_busy: bool,
    retry: Callback<()>,
    search_on: Callback<()>,
}

/// What was found, with its filters.
#[hook]
fn use_results(props: &ResultsProps) -> Html {
    let words = use_words();
    let navigator = use_navigator();
    let library = use_library();
    let (filters, load_filters) = use_filters();
    let are_filters_open = use_state_eq(|| false);
    let toggle_filters = {
        let are_filters_open = are_filters_open.clone();
        Callback::from(move |()| are_filters_open.set(!*are_filters_open))
    };
    let found = &props.found;
    let is_empty = found.results.hits.is_empty();
    let is_whole = found.unsearched.is_empty();
    let (are_filters_open, retry) = (*are_filters_open, props.retry.clone());
    let facets =
        FacetsProps { found: Rc::clone(found), is_open: are_filters_open, close: toggle_filters.clone() };
    // A month alone makes no timeline.
    let has_timeline = library.manifest.months.len() > 1;
    let (timeline, facets) = match filters {
        LoadState::Ready(filters) => ((filters.timeline)(Rc::clone(found)), (filters.facets)(facets)),
        LoadState::Failed(error) => (Html::default(), error_notice(&words, &error, &load_filters)),
        LoadState::Waiting { .. } if has_timeline => (timeline_room(), html! { <aside class="facets" /> }),
        LoadState::Waiting { .. } => (Html::default(), html! { <aside class="facets" /> }),
    };
    let summary = SummaryProps { found: Rc::clone(found), are_filters_open, toggle_filters };
    html! {
        <>
            { timeline }
            <div class="columns">
                { facets }
                <section class="results" aria-busy={props.is_busy.to_string()}>
                    { piece!(use_summary, summary) }
                    { problems(&words, &found.view.typed, &found.request.query.problems) }
                    { unsearched(&words, &library.manifest, found, &props.retry) }
                    { older_articles(&words, &library.manifest, found, &props.search_on) }
                    if is_empty && is_whole {
                        { nothing_found(&words, &navigator, found) }
                    } else {
                        { piece!(use_article_list, ArticleListProps { found: Rc::clone(found), retry }) }
                    }
                </section>
            </div>
        </>
    }
}

/// Lets keys go down and up the list, and open an article.
#[hook]
fn use_list_keys() {
    let host = use_host();
    let on_action = use_callback(host, |action, host| {
        let Action::Row(action) = action else { return false };
        match action {
            RowAction::Next => focus_article(host, |titles, place| match place {
                Some(place) => place.checked_add(1),
                None => first_in_view(host, titles),
            })
            .is_some(),
            RowAction::Previous => focus_article(host, |_, place| place?.checked_sub(1)).is_some(),
            RowAction::Open => open_article(host).is_some(),
        }
    });
    use_keyboard(on_action);
}

const TITLES: &str = "article h3 a";

/// Moves the focus from the title at a place to the one at another.
fn focus_article(host: &Host, next: impl FnOnce(&NodeList, Option<u32>) -> Option<u32>) -> Option<()> {
    let titles = host.query_all(TITLES)?;
    let focused = host.focused();
    let focused = focused.as_deref();
    let place = (0..titles.length()).find(|&place| titles.get(place).as_ref() == focused);
    titles.get(next(&titles, place)?)?.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

/// The first title below the header: the list has rows above the window too.
fn first_in_view(host: &Host, titles: &NodeList) -> Option<u32> {
    let edge = host.header_bottom();
    let top = |place| Some(titles.get(place)?.dyn_ref::<Element>()?.get_bounding_client_rect().top());
    (0..titles.length()).find(|&place| top(place).is_some_and(|top| top >= edge))
}

fn open_article(host: &Host) -> Option<()> {
    let focused = host.focused()?;
    focused.closest(TITLES).ok()??.dyn_into::<HtmlElement>().ok()?.click();
    Some(())
}

//! The articles that were found, as far as the reader has come.
//!
//! They are loaded in batches, each when the reader comes near, because in order of relevance each
//! article may be in a file of its own.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use bundle::format::ArticleRef;
use bundle::reading::Listed;
use bundle::search::Sort;
use yew::prelude::*;

use super::{article_row, error_notice, row_skeletons};
use crate::device::use_device;
use crate::history::use_navigator;
use crate::hooks::{
    Cards, Found, Near, Progress, use_cards, use_library, use_newest_shown, use_on_seen, use_seen,
};
use crate::place::Place;
use crate::scroll::use_scroll_restored;
use crate::texts::use_words;
use crate::view::View;

/// Articles that are loaded together.
const BATCH: usize = 10;

/// What was found.
#[derive(Properties, PartialEq)]
pub(crate) struct ArticleListProps {
    pub(crate) found: Rc<Found>,
    pub(crate) retry: Callback<()>,
}

/// The articles that were found, as many pages as the address says.
#[component]
pub(crate) fn ArticleList(props: &ArticleListProps) -> Html {
    let navigator = use_navigator();
    let found = &props.found;
    let pages = navigator.place().view.pages;
    let total = found.outcome.hits.len();
    let shown = total.min(pages.saturating_mul(View::PAGE));
    let batches = shown.div_ceil(BATCH);

    let loaded = use_reducer(Loaded::default);
    // A reader who comes back is taken to where he was when all above it has its height.
    let is_return = navigator.scroll().is_pending();
    use_scroll_restored((0..batches).all(|batch| loaded.batches.contains(&batch)));
    let on_loaded = use_callback(loaded.dispatcher(), |batch, loaded| loaded.dispatch(batch));

    let batch = |batch: usize| {
        let range = batch * BATCH..((batch + 1) * BATCH).min(shown);
        html! {
            <Batch key={batch} {batch} {range} found={Rc::clone(found)} is_wanted={is_return || batch == 0}
                on_loaded={on_loaded.clone()} retry={props.retry.clone()} />
        }
    };
    html! {
        <>
            <div class="list">{ for (0..batches).map(batch) }</div>
            if shown < total {
                <More is_last={pages >= View::MOST_PAGES} />
            }
        </>
    }
}

/// The batches that have been loaded.
#[derive(Default, PartialEq)]
struct Loaded {
    batches: BTreeSet<usize>,
}

impl Reducible for Loaded {
    type Action = usize;

    fn reduce(self: Rc<Self>, batch: usize) -> Rc<Self> {
        let mut batches = self.batches.clone();
        batches.insert(batch);
        Rc::new(Loaded { batches })
    }
}

#[derive(Properties, PartialEq)]
struct BatchProps {
    batch: usize,
    range: Range<usize>,
    found: Rc<Found>,
    /// Whether it is to be loaded wherever the reader is.
    is_wanted: bool,
    on_loaded: Callback<usize>,
    retry: Callback<()>,
}

/// A few neighbouring articles. Those of the search before stay until these are there.
#[component]
fn Batch(props: &BatchProps) -> Html {
    let element = use_node_ref();
    let library = use_library();
    let words = use_words();
    let was_wanted = *use_state(|| props.is_wanted);
    let is_near = use_seen(&element, Near::Far) || was_wanted;
    let cards = use_cards(&library, &props.found, props.range.clone(), is_near);
    use_effect_with(
        (cards.ready().is_some(), props.batch, props.on_loaded.clone()),
        |(is_ready, batch, on_loaded)| {
            if *is_ready {
                on_loaded.emit(*batch);
            }
        },
    );
    let rows = match (&cards, cards.shown()) {
        (Progress::Failed(error), _) => error_notice(&words, error, &props.retry),
        (_, Some(cards)) => html! { <Rows cards={Rc::clone(cards)} /> },
        (_, None) => row_skeletons(props.range.len(), props.found.view.is_search()),
    };
    html! { <div ref={element}>{ rows }</div> }
}

#[derive(Properties)]
struct RowsProps {
    cards: Rc<Cards>,
}

impl PartialEq for RowsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.cards, &other.cards)
    }
}

/// Articles, each month under its name where they are in the order of time.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let words = use_words();
    let device = use_device();
    use_newest_shown(&props.cards);
    let Cards { found, start, articles } = &*props.cards;
    let are_dated = found.view.sort() != Sort::Relevance;
    let months = if are_dated { months_from(found, *start) } else { Vec::new() };
    let heading = |place: usize| {
        let month = months.iter().find(|month| month.first == place)?;
        let name = words.formats.month(&month.name);
        Some(html! { <h2 class="month">{ name }<span>{ words.articles(month.articles) }</span></h2> })
    };
    let row = |(place, (article, listed)): (usize, &(ArticleRef, Listed))| {
        html! {
            <div key={format!("{}-{}", article.segment.0, article.article.0)}>
                { heading(place) }
                { article_row(&words, &device, listed, found, are_dated) }
            </div>
        }
    };
    html! { { for (*start..).zip(articles).map(row) } }
}

/// A month of a list in the order of time.
struct MonthOfList {
    /// The place of its first article in the list.
    first: usize,
    name: String,
    articles: u32,
}

/// The months that begin at `start` or after it. The counts of the outcome say where.
fn months_from(found: &Found, start: usize) -> Vec<MonthOfList> {
    let mut months = found.outcome.months.clone();
    if found.view.sort() == Sort::Newest {
        months.reverse();
    }
    let mut first = 0;
    let months = months.into_iter().map(|(name, articles)| {
        let month = MonthOfList { first, name, articles };
        first += articles as usize;
        month
    });
    months.filter(|month| month.first >= start).collect()
}

#[derive(Properties, PartialEq)]
struct MoreProps {
    /// Whether a longer list could not be shown.
    is_last: bool,
}

/// Shows a page more when the reader comes to the end, or asks for it.
#[component]
fn More(props: &MoreProps) -> Html {
    let words = use_words();
    let navigator = use_navigator();
    let element = use_node_ref();
    let place = navigator.entry().place.clone();
    let more = Callback::from(move |()| navigator.amend(Place::list(navigator.place().view.with_more())));
    use_on_seen(&element, Near::Far, place, more.clone());
    if props.is_last {
        return html! { <p class="more">{ words.too_many }</p> };
    }
    html! {
        <div ref={element} class="more">
            <button type="button" class="button" onclick={more.reform(|_| ())}>{ words.more }</button>
        </div>
    }
}

//! The filters of a list: the timeline and the facets. They load when a list is drawn first, for its rows
//! do without.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use yew::prelude::*;

use crate::archive::load_state::{LoadState, use_load};
use crate::lazy::lazy_module;
use crate::list::facets::{FacetsProps, use_facets};
use crate::list::timeline::chart::{TimelineChartProps, use_timeline_chart};
use crate::model::piece::piece;
use crate::search::found::Found;

/// Milliseconds that the first rows of a list have for themselves before the filters load.
const AFTER_ROWS: u32 = 150;

/// What draws the filters.
#[derive(Clone, Copy)]
pub(crate) struct Filters {
    pub(crate) timeline: fn(Rc<Found>) -> Html,
    pub(crate) facets: fn(FacetsProps) -> Html,
}

lazy_module! {
    /// The filters.
    FILTERS in filters: Filters = Filters { timeline, facets }
}

fn timeline(found: Rc<Found>) -> Html {
    piece!(use_timeline_chart, TimelineChartProps { found })
}

fn facets(props: FacetsProps) -> Html {
    piece!(use_facets, props)
}

/// The filters, and the way to ask again for them.
#[hook]
pub(crate) fn use_filters() -> (LoadState<Filters>, Callback<()>) {
    let attempt = use_state_eq(|| 0u32);
    // At once, where they are here: nothing may move.
    let loaded = FILTERS.loaded();
    let state = use_load(loaded.is_none().then_some(*attempt), |_| async {
        TimeoutFuture::new(AFTER_ROWS).await;
        FILTERS.load().await
    });
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    (loaded.map_or(state, |filters| LoadState::Ready(Rc::new(filters))), retry)
}

/// The room of the timeline, as long as it is not there.
pub(crate) fn timeline_room() -> Html {
    html! {
        <div class="timeline" aria-hidden="true"><div class="timeline-bars"><svg /></div><div class="years" /></div>
    }
}

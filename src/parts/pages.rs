//! The pages other than the list.

use yew::prelude::*;

use super::part;
use crate::hooks::{Found, Progress};
use crate::pages::{ArticlePage, DevicePage, StatisticsPage};
use crate::place::Route;

/// What a page is told.
pub(crate) struct Opened<'a> {
    /// The page, and what it is of.
    pub(crate) route: &'a Route,
    /// What the view of the address has found.
    pub(crate) found: Progress<Found>,
    pub(crate) retry: Callback<()>,
    /// Goes on with a search that has paused.
    pub(crate) search_on: Callback<()>,
}

/// Draws a page.
pub(crate) type DrawPage = fn(Opened<'_>) -> Html;

part! {
    /// An article, with its tools.
    ARTICLE in article: DrawPage = article_page
}

part! {
    /// What the device remembers.
    DEVICE in more: DrawPage = device_page
}

part! {
    /// Statistics of a list.
    STATISTICS in more: DrawPage = statistics_page
}

fn article_page(opened: Opened<'_>) -> Html {
    let Opened { route, found, retry, .. } = opened;
    let Route::Article(address) = route else { return Html::default() };
    html! { <ArticlePage address={address.clone()} found={found.ready().cloned()} {retry} /> }
}

fn device_page(_: Opened<'_>) -> Html {
    html! { <DevicePage /> }
}

fn statistics_page(opened: Opened<'_>) -> Html {
    let Opened { route, found, retry, search_on } = opened;
    let Route::Statistics(comparison) = route else { return Html::default() };
    html! { <StatisticsPage comparison={comparison.clone()} {found} {retry} {search_on} /> }
}

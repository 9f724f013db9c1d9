//! The pages other than the list. Each loads when it is first wanted.

use yew::prelude::*;

use crate::address::place::Route;
use crate::archive::load_state::LoadState;
use crate::article::page::ArticlePage;
use crate::device::page::device_page::use_device_page;
use crate::lazy::lazy_module;
use crate::model::piece::piece;
use crate::search::found::Found;
use crate::statistics::page::{StatisticsPageProps, use_statistics_page};

/// What a page is given to draw itself.
pub(crate) struct PageContext<'a> {
    /// The page, and what it is of.
    pub(crate) route: &'a Route,
    /// What the view of the address has found.
    pub(crate) found: LoadState<Found>,
    pub(crate) retry: Callback<()>,
    /// Goes on with a search that has paused.
    pub(crate) search_on: Callback<()>,
}

/// Draws a page.
pub(crate) type DrawPage = fn(PageContext<'_>) -> Html;

lazy_module! {
    /// An article, with its tools.
    ARTICLE in article: DrawPage = article_page
}

lazy_module! {
    /// What the device remembers.
    DEVICE in more: DrawPage = device_page
}

lazy_module! {
    /// Statistics of a list.
    STATISTICS in more: DrawPage = statistics_page
}

fn article_page(context: PageContext<'_>) -> Html {
    let PageContext { route, found, retry, .. } = context;
    let Route::Article(address) = route else { return Html::default() };
    let is_finding = found.is_waiting();
    html! { <ArticlePage address={address.clone()} found={found.ready().cloned()} {is_finding} {retry} /> }
}

fn device_page(_: PageContext<'_>) -> Html {
    piece!(use_device_page)
}

fn statistics_page(context: PageContext<'_>) -> Html {
    let PageContext { route, found, retry, search_on } = context;
    let Route::Statistics(comparison) = route else { return Html::default() };
    piece!(
        use_statistics_page,
        StatisticsPageProps { comparison: comparison.clone(), found, retry, search_on }
    )
}

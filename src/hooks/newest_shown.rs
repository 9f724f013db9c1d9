//! What of the archive the reader has been shown, for the next visit to tell what is new.

use bundle::reading::CatalogRow;
use yew::prelude::*;

use super::bundle::use_library;
use super::cards::Cards;
use crate::clock::now;
use crate::components::tells_news;
use crate::device::{Change, Snapshot, use_device};

/// Notes it when the newest articles are shown.
#[hook]
pub(crate) fn use_newest_shown(cards: Option<&Cards>) {
    let device = use_device();
    let articles = use_library().manifest.totals.articles;
    let cards = cards.filter(|cards| tells_news(&cards.found.view));
    let newest = cards.and_then(|cards| cards.get(0)?.ok()).and_then(|(_, listed)| CatalogRow::card(listed));
    let newest = newest.map(|card| card.date.clone());
    use_effect_with((newest, articles), move |(newest, articles)| {
        if let Some(newest) = newest.clone() {
            device.change(Change::Show(Snapshot { newest, articles: *articles, at: now() }));
        }
    });
}

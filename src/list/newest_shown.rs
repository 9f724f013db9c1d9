//! What of the archive the reader has seen, so that the next visit can mark what is new.

use bundle::reading::CatalogRow;
use yew::prelude::*;

use crate::archive::library::use_library;
use crate::device::change::Change;
use crate::device::provider::use_device;
use crate::device::visit::Snapshot;
use crate::host::clock::now;
use crate::list::cards::Cards;
use crate::list::news::tells_news;
use crate::model::effect::use_effect_on;

/// Notes it when the newest articles are shown.
#[hook]
pub(crate) fn use_newest_shown(cards: Option<&Cards>) {
    let device = use_device();
    let articles = use_library().manifest.totals.articles;
    let cards = cards.filter(|cards| tells_news(&cards.found.view));
    let newest = cards.and_then(|cards| cards.get(0)?.ok()).and_then(|(_, listed)| CatalogRow::card(listed));
    let newest = newest.map(|card| card.date.clone());
    use_effect_on((newest, articles), move |(newest, articles)| {
        if let Some(newest) = newest.clone() {
            device.change(Change::Show(Snapshot { newest, articles: *articles, at: now() }));
        }
    });
}

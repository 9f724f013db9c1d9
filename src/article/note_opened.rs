//! Notes that an article was opened.

use bundle::format::ArticleCard;
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::link::address_of;
use crate::address::place::Place;
use crate::address::view::View;
use crate::device::article::Article;
use crate::device::change::Change;
use crate::device::provider::use_device;
use crate::device::search::Search;
use crate::host::clock::now;
use crate::host::use_host;

/// Notes that an article was opened, and the search that led to it.
#[hook]
pub(crate) fn use_note_opened(card: Option<&ArticleCard>) {
    let device = use_device();
    let navigator = use_navigator();
    let host = use_host();
    let address = card.map(|card| address_of(&host, &Place::article(card.address(), View::default())));
    let original = card.map(|card| card.url.clone());
    use_effect_with(card.map(|card| Article::of(card, 0)), move |article| {
        let Some(article) = article else { return };
        let title = article.title.clone();
        let parts = [("title", Some(title)), ("address", address), ("original", original)];
        host.emit("open", &parts.map(|(name, part)| (name, part.into())));
        device.change(Change::Open(Article { at: now(), ..article.clone() }));
        let view = &navigator.place().view;
        if view.is_search() {
            device.change(Change::Search(Search::of(view, now())));
        }
    });
}

//! That an article was opened.

use bundle::format::ArticleCard;
use yew::prelude::*;

use crate::clock::now;
use crate::device::{Article, Change, Search, use_device};
use crate::history::use_navigator;
use crate::place::Place;
use crate::stage::use_stage;
use crate::view::View;

/// Notes that an article was opened, and the search that led to it.
#[hook]
pub(crate) fn use_opened(card: Option<&ArticleCard>) {
    let device = use_device();
    let navigator = use_navigator();
    let stage = use_stage();
    let address = card.map(|card| stage.address_of(&Place::article(card.address(), View::default())));
    let original = card.map(|card| card.url.clone());
    use_effect_with(card.map(|card| Article::of(card, 0)), move |article| {
        let Some(article) = article else { return };
        let title = article.title.clone();
        let parts = [("title", Some(title)), ("address", address), ("original", original)];
        stage.tell("open", &parts.map(|(name, part)| (name, part.into())));
        device.change(Change::Open(Article { at: now(), ..article.clone() }));
        let view = &navigator.place().view;
        if view.is_search() {
            device.change(Change::Search(Search::of(view, now())));
        }
    });
}

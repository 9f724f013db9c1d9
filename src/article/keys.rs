//! The keys that lead away from an article.

use std::rc::Rc;

use bundle::reading::CatalogRow;
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::article::open_article::Neighbours;
use crate::model::keymap::Action;
use crate::ui::keyboard::use_keyboard;

/// Lets keys go to the next and the previous article, and up to the list.
#[hook]
pub(crate) fn use_article_keys(neighbours: &Rc<Neighbours>) {
    let navigator = use_navigator();
    let around = (navigator, Rc::clone(neighbours));
    let on_action = use_callback(around, |action, (navigator, neighbours)| {
        let open = |article: &Option<CatalogRow>| {
            let card = article.as_ref().and_then(CatalogRow::card);
            let place = card.map(|card| Place::article(card.address(), navigator.place().view.clone()));
            place.map(|place| navigator.open(place)).is_some()
        };
        match action {
            Action::NextArticle => open(&neighbours.next),
            Action::PreviousArticle => open(&neighbours.previous),
            Action::BackToList => {
                navigator.return_to_list();
                true
            }
            _ => false,
        }
    });
    use_keyboard(on_action);
}

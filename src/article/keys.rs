//! The keys that lead away from an article.

use std::rc::Rc;

use bundle::reading::CatalogRow;
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::article::open_article::Neighbours;
use crate::model::keymap::{Action, ArticleAction};
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
        let Action::Article(action) = action else { return false };
        match action {
            ArticleAction::Next => open(&neighbours.next),
            ArticleAction::Previous => open(&neighbours.previous),
            ArticleAction::BackToList => {
                navigator.return_to_list();
                true
            }
        }
    });
    use_keyboard(on_action);
}

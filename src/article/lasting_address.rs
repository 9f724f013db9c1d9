//! The address that an article keeps. Others lead to it too: only the key counts, and titles change.

use bundle::format::ArticleCard;
use bundle::reading::Address;
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::place::Place;
use crate::address::site;

/// Shows the lasting address of an article instead of another one that led to it, where it is that of a page.
#[hook]
pub(crate) fn use_lasting_address(address: &Address, card: Option<&ArticleCard>) {
    let navigator = use_navigator();
    let lasting = card.filter(|_| site::here().has_pages()).map(ArticleCard::address);
    use_effect_with(lasting.filter(|lasting| lasting != address), move |lasting| {
        if let Some(lasting) = lasting {
            navigator.amend(Place::article(lasting.clone(), navigator.place().view.clone()));
        }
    });
}

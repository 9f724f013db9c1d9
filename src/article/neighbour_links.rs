//! The way to the articles before and after one, in the list that it was opened from.

use bundle::reading::CatalogRow;
use markup::Neighbour;
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::view::View;
use crate::article::open_article::Neighbours;
use crate::conversion::choice::Conversion;
use crate::words::Words;

/// Links to the neighbours of an article in the list of a view.
pub(crate) fn neighbour_links(
    words: &Words,
    conversion: &Conversion,
    view: &View,
    neighbours: &Neighbours,
) -> Html {
    let neighbour = |article: &Option<CatalogRow>, name: &'static str| {
        let card = article.as_ref().and_then(CatalogRow::card)?;
        let title = if card.title.is_empty() { words.untitled() } else { &card.title };
        Some(Neighbour {
            href: Place::article(card.address(), view.clone()).href().into(),
            name,
            lang: conversion.lang(&card.title),
            title: conversion.text(title).into_owned().into(),
        })
    };
    markup::neighbours(
        words.article_neighbours(),
        neighbour(&neighbours.previous, words.article_previous()),
        neighbour(&neighbours.next, words.article_next()),
    )
}

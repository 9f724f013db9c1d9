//! An article in a list.

use std::rc::Rc;

use bundle::reading::CatalogRow;
use markup::{Row, date, row, untitled};
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::place_link::place_link;
use crate::conversion::choice::Conversion;
use crate::conversion::marked::marked_in;
use crate::device::provider::DeviceHandle;
use crate::device::row_signs::{bookmark_sign, read_class, row_address};
use crate::list::meta::{original_link, value_links};
use crate::list::news::new_sign;
use crate::search::found::Found;
use crate::search::lazy::SEARCH;
use crate::words::Words;

/// An article that a search found. Below the name of its month, its date needs no year.
pub(crate) fn article_row(
    words: &Words,
    conversion: &Conversion,
    device: &DeviceHandle,
    article: &CatalogRow,
    found: &Rc<Found>,
    is_below_month: bool,
) -> Html {
    let Some(card) = article.card() else { return Html::default() };
    // Where a search has found something, its module is loaded.
    let searching = SEARCH.loaded().filter(|_| found.view.is_search());
    let title = match card.title.as_str() {
        "" => untitled(words.untitled()),
        title => match searching {
            Some(searching) => (searching.title)(conversion, title, found),
            None => marked_in(conversion, title, &[]),
        },
    };
    let snippet = searching.map(|searching| (searching.snippet)(article.clone(), Rc::clone(found)));
    let day = match is_below_month {
        true => words.day_of_month(card.day()),
        false => words.day(card.day()),
    };
    let meta = html! {
        <>
            { value_links(card, &found.view) }
            { original_link(card, "", words.article_original()) }
            { date(card.date.clone(), Some(words.moment(&card.date).into()), day) }
            { bookmark_sign(words, device, card).unwrap_or_default() }
        </>
    };
    row(Row {
        class: read_class(device, card),
        address: Some(row_address(card).into()),
        sign: new_sign(words, device, &found.view, card).unwrap_or_default(),
        lang: conversion.lang(&card.title),
        title: place_link(&Place::article(card.address(), found.view.clone()), "title", title),
        meta,
        snippet: snippet.unwrap_or_default(),
    })
}

//! Where an article is from: category, author, original, date.

use bundle::format::{ArticleCard, Facet};
use markup::{Tab, original, value};
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::view::View;
use crate::archive::original::Original;

/// Links that choose the categories and the author of an article, of the articles of a view.
pub(crate) fn value_links(card: &ArticleCard, view: &View) -> Html {
    let link = |facet, name: &str, class| {
        value(class, name.to_owned(), Some(Place::list(view.choosing(facet, name)).href().into()))
    };
    let author = (!card.author.is_empty()).then(|| link(Facet::Author, &card.author, "author"));
    html! {
        <>
            { for card.categories.iter().map(|category| link(Facet::Category, category, "category")) }
            { author }
        </>
    }
}

/// A link to the original, if there is one; `before` stands before its host.
pub(crate) fn original_link(card: &ArticleCard, before: &str, title: &'static str) -> Html {
    let Some(there) = Original::at(&card.url) else { return Html::default() };
    original(markup::Original {
        href: there.href.to_owned().into(),
        text: format!("{before}{}", there.host).into(),
        title: Some(title),
        tab: Tab::Other,
    })
}

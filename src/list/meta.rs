//! Where an article is from: category, author, original, date.

use bundle::format::{ArticleCard, Facet};
use yew::prelude::*;

use crate::address::place::Place;
use crate::address::place_link::place_link;
use crate::address::view::View;
use crate::archive::original::Original;
use crate::ui::icon::{Icon, icon};

/// Links that choose the categories and the author of an article, of the articles of a view.
pub(crate) fn value_links(card: &ArticleCard, view: &View) -> Html {
    let link = |facet, value: &str, class| {
        place_link(&Place::list(view.choosing(facet, value)), class, value.to_owned().into())
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
    let Some(original) = Original::at(&card.url) else { return Html::default() };
    html! {
        <a class="original" href={original.href.to_owned()} target="_blank" rel="noopener noreferrer" {title}>
            { format!("{before}{}", original.host) }{ icon(Icon::External) }
        </a>
    }
}

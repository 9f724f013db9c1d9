//! What stands on the pages that lead to all articles without the viewer.

use yew::prelude::*;

use crate::icon::{Icon, labelled_icon};
use crate::link::link;
use crate::summary::count;

/// A link: where it leads, and what it says.
pub type Way = (AttrValue, AttrValue);

/// A page of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlainList {
    /// The way to all lists.
    pub lists: Option<(AttrValue, &'static str)>,
    /// What the articles have in common.
    pub title: AttrValue,
    /// How many there are, as it is written, where that is told.
    pub articles: Option<AttrValue>,
    /// The articles, some with a heading above.
    pub rows: Vec<(Option<Html>, Html)>,
    /// Where the list goes on.
    pub newer: Option<Way>,
    /// The same, to the past.
    pub older: Option<Way>,
}

/// A page of a list.
pub fn plain_list(PlainList { lists, title, articles, rows, newer, older }: PlainList) -> Html {
    let rows =
        rows.into_iter().map(|(heading, row)| html! { <div>{ heading.unwrap_or_default() }{ row }</div> });
    let has_more = newer.is_some() || older.is_some();
    html! {
        <div class="plain">
            { for lists.map(|(href, name)| link(href, "back-link", labelled_icon(Icon::Back, name))) }
            <h1>{ title }</h1>
            if let Some(articles) = articles {
                <div class="summary">{ count(articles, Html::default()) }</div>
            }
            <div class="list">{ for rows }</div>
            if has_more {
                <nav class="list-links other-pages">{ for newer.map(way) }<span></span>{ for older.map(way) }</nav>
            }
        </div>
    }
}

/// Links under headings.
pub fn plain_links(title: impl Into<AttrValue>, notes: Html, sections: Vec<(AttrValue, Vec<Way>)>) -> Html {
    let section = |(heading, ways): (AttrValue, Vec<Way>)| {
        let ways = ways.into_iter().map(|each| html! { <li>{ way(each) }</li> });
        let list = html! { <ul class="list-links">{ for ways }</ul> };
        match heading.as_str() {
            "" => list,
            _ => html! { <section><h2>{ heading }</h2>{ list }</section> },
        }
    };
    html! { <div class="plain"><h1>{ title.into() }</h1>{ notes }{ for sections.into_iter().map(section) }</div> }
}

/// A paragraph, which may end with a link.
pub fn plain_paragraph(text: impl Into<AttrValue>, more: Option<Way>) -> Html {
    html! { <p>{ text.into() }{ for more.map(|more| html! { <>{ " " }{ way(more) }</> }) }</p> }
}

fn way((href, name): Way) -> Html {
    html! { <a {href}>{ name }</a> }
}

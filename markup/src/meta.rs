//! Where an article is from: category, author, original, date.

use yew::prelude::*;

use crate::icon::{Icon, icon};
use crate::link::link;

/// Where a link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// In the place of the page.
    Same,
    /// In a tab of its own.
    Other,
}

/// The article that was archived, where it first stood.
#[derive(Debug, Clone, PartialEq)]
pub struct Original {
    /// Its address. The caller has seen to it that it is one of the web.
    pub href: AttrValue,
    /// What the link says, such as its host.
    pub text: AttrValue,
    /// The tooltip of the link.
    pub title: Option<&'static str>,
    /// Where it opens.
    pub tab: Tab,
}

/// A value that the article has, such as its author: a link where it leads to the others that have it.
pub fn value(class: &'static str, name: impl Into<AttrValue>, href: Option<AttrValue>) -> Html {
    let name = name.into();
    match href {
        Some(href) => link(href, class, html! { { name } }),
        None => html! { <span {class}>{ name }</span> },
    }
}

/// A link to the original.
pub fn original(Original { href, text, title, tab }: Original) -> Html {
    let target = (tab == Tab::Other).then_some("_blank");
    html! {
        <a class="original" {href} {target} rel="noopener noreferrer" {title}>{ text }{ icon(Icon::External) }</a>
    }
}

/// A date: as the bundle has it, in full where it is pointed at, and as it is written.
pub fn date(datetime: impl Into<AttrValue>, title: Option<AttrValue>, text: impl Into<AttrValue>) -> Html {
    html! { <time datetime={datetime.into()} {title}>{ text.into() }</time> }
}

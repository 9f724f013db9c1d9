//! An article in a list, and the name of a month above some.

use yew::prelude::*;

/// An article in a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// What the style sheet should know of it.
    pub class: Option<&'static str>,
    /// What tells it from others of the page, in `data-address`.
    pub address: Option<AttrValue>,
    /// Before the title.
    pub sign: Html,
    /// The language of the title.
    pub lang: Option<&'static str>,
    /// The title, a link.
    pub title: Html,
    /// Where the article is from.
    pub meta: Html,
    /// Why it was found.
    pub snippet: Html,
}

/// An article in a list.
pub fn row(Row { class, address, sign, lang, title, meta, snippet }: Row) -> Html {
    html! {
        <article class={classes!("row", class)} data-address={address}>
            { sign }
            <h3 {lang}>{ title }</h3>
            <div class="meta">{ meta }</div>
            { snippet }
        </article>
    }
}

/// What stands in the place of a title where there is none.
pub fn untitled(text: &'static str) -> Html {
    html! { <span class="untitled">{ text }</span> }
}

/// The name of a month, and how many articles are of it, as both are written.
pub fn month_heading(name: impl Into<AttrValue>, articles: impl Into<AttrValue>) -> Html {
    html! { <h2 class="month">{ name.into() }<span>{ articles.into() }</span></h2> }
}

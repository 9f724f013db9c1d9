//! The head of every page.

use yew::prelude::*;

use crate::link::link;

/// The head of every page: [`brand`], the search box, and what changes the settings.
pub fn header(brand: Html, search: Html, tools: Html) -> Html {
    html! {
        <header class="header">
            <div class="header-inner">
                { brand }
                { search }
                { tools }
            </div>
        </header>
    }
}

/// The seal and the name of the archive, if it is known; they lead to its newest articles.
pub fn brand(home: impl Into<AttrValue>, name: Option<AttrValue>) -> Html {
    let content = html! {
        <>
            <span class="seal" aria-hidden="true">{ "阅" }</span>{ " " }
            <span class="brand-name">{ name }</span>
        </>
    };
    link(home, "brand", content)
}

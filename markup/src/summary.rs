//! The line above a list: how many articles there are, and what can be done with them.

use yew::prelude::*;

/// The line above a list: what shows the filters, [`count`], and all else.
pub fn summary(filters: Html, count: Html, tools: Html) -> Html {
    html! { <div class="summary">{ filters }{ count }{ tools }</div> }
}

/// How many articles there are, as it is written, and perhaps of what.
pub fn count(articles: impl Into<AttrValue>, of: Html) -> Html {
    html! { <h2 class="count"><strong>{ articles.into() }</strong>{ of }</h2> }
}

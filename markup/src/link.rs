//! Links.

use yew::prelude::*;

/// A link to something on the same site.
pub fn link(href: impl Into<AttrValue>, class: &'static str, content: Html) -> Html {
    html! { <a href={href.into()} {class}>{ content }</a> }
}

//! Links.

use yew::prelude::*;

/// A link to something on the same site.
pub fn link(href: impl Into<AttrValue>, class: &'static str, content: Html) -> Html {
    html! { <a href={href.into()} {class}>{ content }</a> }
}

/// A link to another site, or what stands in its place where it is not known where that is.
pub fn outward_link(href: Option<AttrValue>, class: &'static str, content: Html) -> Html {
    match href {
        Some(href) => html! { <a {href} rel="noopener noreferrer" {class}>{ content }</a> },
        None => html! { <a {class}>{ content }</a> },
    }
}

//! A link to a place in the viewer.

use yew::prelude::*;

use crate::place::Place;

/// Where a link leads, and how it looks.
#[derive(Properties, PartialEq)]
pub(crate) struct PlaceLinkProps {
    pub(crate) to: Place,
    #[prop_or_default]
    pub(crate) class: Classes,
    #[prop_or_default]
    pub(crate) rel: Option<AttrValue>,
    pub(crate) children: Html,
}

/// A link to a place in the viewer. The browser follows it: see [`crate::history`].
#[component]
pub(crate) fn PlaceLink(props: &PlaceLinkProps) -> Html {
    html! {
        <a href={props.to.href()} class={props.class.clone()} rel={props.rel.clone()}>{ props.children.clone() }</a>
    }
}

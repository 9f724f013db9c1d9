//! Links to places in the viewer.

use yew::prelude::*;

use crate::address::place::Place;

/// A link to a place. The browser follows it: see [`crate::address::history`].
pub(crate) fn place_link(to: &Place, class: &'static str, content: Html) -> Html {
    markup::link(to.href(), class, content)
}

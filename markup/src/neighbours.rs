//! The way to the articles before and after one.

use yew::prelude::*;

/// An article next to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Where it is.
    pub href: AttrValue,
    /// What stands above its title.
    pub name: &'static str,
    /// The language of its title.
    pub lang: Option<&'static str>,
    /// Its title.
    pub title: AttrValue,
}

/// The way to the articles before and after one.
pub fn neighbours(name: &'static str, previous: Option<Neighbour>, next: Option<Neighbour>) -> Html {
    html! {
        <nav class="neighbours" aria-label={name}>
            { for previous.map(|neighbour| neighbour_link("prev", neighbour)) }{ " " }
            { for next.map(|neighbour| neighbour_link("next", neighbour)) }
        </nav>
    }
}

fn neighbour_link(rel: &'static str, Neighbour { href, name, lang, title }: Neighbour) -> Html {
    html! {
        <a {href} {rel} class={classes!("neighbour", rel)}>
            <small>{ name }</small>{ " " }
            <span {lang}>{ title }</span>
        </a>
    }
}

//! The footer: the archive, and what becomes of a reader's data.

use yew::prelude::*;

use crate::icon::{Icon, labelled_icon};

/// What stands at the foot of every page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageFooter {
    /// What the archive says of itself, and its language; empty if it says nothing.
    pub description: AttrValue,
    /// The language of the description.
    pub lang: Option<&'static str>,
    /// How many articles there are, if that is known.
    pub extent: Option<AttrValue>,
    /// The feed, if there is one.
    pub feed: Option<Feed>,
    /// Lists of all articles that any browser can read: where they are, and what the link says.
    pub lists: Option<(AttrValue, &'static str)>,
    /// What becomes of a reader's data.
    pub privacy: &'static str,
    /// What can be done there.
    pub tools: Html,
}

/// A feed of the archive.
#[derive(Debug, Clone, PartialEq)]
pub struct Feed {
    /// Where it is.
    pub href: AttrValue,
    /// What the link says.
    pub name: &'static str,
    /// What it is good for.
    pub title: &'static str,
}

/// The foot of every page.
pub fn page_footer(footer: PageFooter) -> Html {
    let PageFooter { description, lang, extent, feed, lists, privacy, tools } = footer;
    html! {
        <footer class="page-footer">
            if !description.is_empty() {
                <p {lang}>{ description }</p>
            }
            if let Some(extent) = extent {
                <p>{ extent }</p>
            }
            if let Some(feed) = feed {
                <p>{ feed_link(feed) }</p>
            }
            if let Some((href, name)) = lists {
                <p><a class="feed" {href}>{ name }</a></p>
            }
            <p>{ privacy }</p>
            { tools }
        </footer>
    }
}

fn feed_link(Feed { href, name, title }: Feed) -> Html {
    html! {
        <a class="feed" {href} type="application/atom+xml" {title}>{ labelled_icon(Icon::Feed, name) }</a>
    }
}

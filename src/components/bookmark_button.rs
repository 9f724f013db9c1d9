//! The button that bookmarks an article.

use yew::prelude::*;

use super::{Icon, icon};
use crate::clock::now;
use crate::device::{Article, Item as _, use_device};
use crate::texts::use_words;

/// The article.
#[derive(Properties, PartialEq)]
pub(crate) struct BookmarkButtonProps {
    pub(crate) article: Article,
}

/// Bookmarks an article, or does so no longer.
#[component]
pub(crate) fn BookmarkButton(props: &BookmarkButtonProps) -> Html {
    let words = use_words();
    let device = use_device();
    let is_bookmarked = device.kept.has_bookmark(&props.article.id());
    let article = props.article.clone();
    let onclick = Callback::from(move |_| device.toggle_bookmark(Article { at: now(), ..article.clone() }));
    let label = words.device.bookmark;
    html! {
        <button type="button" class="tool bookmark" aria-pressed={is_bookmarked.to_string()} aria-label={label}
            title={label} {onclick}>
            { icon(Icon::Bookmark) }
        </button>
    }
}

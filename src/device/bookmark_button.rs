//! The button that bookmarks an article.

use markup::{Icon, icon};
use yew::prelude::*;

use crate::device::article::Article;
use crate::device::item::Item as _;
use crate::device::provider::use_device;
use crate::host::clock::now;
use crate::words::use_words;

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
    let label = words.bookmark();
    html! {
        <button type="button" class="tool bookmark" aria-pressed={is_bookmarked.to_string()} aria-label={label}
            title={label} {onclick}>
            { icon(Icon::Bookmark) }
        </button>
    }
}

//! What the device knows of an article in a list: that it was read, or bookmarked.

use bundle::format::ArticleCard;
use markup::{Icon, icon};
use yew::prelude::*;

use crate::device::marks::Mark;
use crate::device::provider::DeviceHandle;
use crate::words::Words;

/// Tells an article of the page from others; keys ask for it.
pub(crate) fn row_address(card: &ArticleCard) -> String {
    format!("{}/{}", card.day(), card.key)
}

/// The class of an article that was read.
pub(crate) fn read_class(device: &DeviceHandle, card: &ArticleCard) -> Option<&'static str> {
    let mark = Mark::of(card.day(), &card.key)?;
    device.kept.read.has(mark).then_some("read")
}

/// A small bookmark beside an article that has one.
pub(crate) fn bookmark_sign(words: &Words, device: &DeviceHandle, card: &ArticleCard) -> Option<Html> {
    device.kept.has_bookmark(&row_address(card)).then(|| {
        html! {
            <span class="bookmark-sign" title={words.bookmarked()}>
                { icon(Icon::Bookmark) }<span class="visually-hidden">{ words.bookmarked() }</span>
            </span>
        }
    })
}

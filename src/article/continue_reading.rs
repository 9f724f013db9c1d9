//! The way to where a long article was left.

use markup::{Icon, icon};
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::article::reading_position::{scroll_to_position, use_reading_position};
use crate::device::article::Article;
use crate::device::position::Position;
use crate::device::provider::use_device;
use crate::host::use_host;
use crate::words::use_words;

/// The article.
#[derive(Properties, PartialEq)]
pub(crate) struct ContinueReadingProps {
    pub(crate) article: Article,
}

/// Offers to go on where the reader left the article, and notes where that is. The page never scrolls
/// there by itself.
#[component]
pub(crate) fn ContinueReading(props: &ContinueReadingProps) -> Html {
    let words = use_words();
    let device = use_device();
    let navigator = use_navigator();
    let host = use_host();
    let mark = props.article.mark();
    use_reading_position(mark);
    // As it was when the article was opened. A reader who comes back to it is taken there anyway.
    let left = use_memo(mark, |mark| {
        let position = mark.and_then(|mark| device.position(mark));
        position.filter(|_| !navigator.scroll().is_pending())
    });
    let button = |position: &Position| {
        let position = *position;
        let host = host.clone();
        let onclick = Callback::from(move |_| _ = scroll_to_position(&host, &position));
        html! {
            <button type="button" class="continue-reading" {onclick}>
                { icon(Icon::Down) }{ words.continue_reading(position.percent) }
            </button>
        }
    };
    html! { { for left.iter().map(button) } }
}

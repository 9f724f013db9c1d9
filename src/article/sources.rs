//! The files of the archive that an article was made from.

use bundle::format::ArticleCard;
use yew::prelude::*;

use crate::words::Words;

/// The source files, folded away: few readers want them.
pub(crate) fn sources(words: &Words, card: &ArticleCard) -> Html {
    let path = |path: &String| html! { <li><code>{ path.clone() }</code></li> };
    html! {
        <details class="sources">
            <summary>{ words.article_sources() }</summary>
            <ul>{ for card.paths.iter().map(path) }</ul>
        </details>
    }
}

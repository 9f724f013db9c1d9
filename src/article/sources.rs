//! The files of the archive that an article was made from.

use bundle::format::ArticleCard;
use yew::prelude::*;

use crate::texts::Words;

/// The source files, folded away: few readers want them.
pub(crate) fn sources(words: &Words, card: &ArticleCard) -> Html {
    let path = |path: &String| html! { <li><code>{ path.clone() }</code></li> };
    html! {
        <details class="sources">
            <summary>{ words.sources }</summary>
            <ul>{ for card.paths.iter().map(path) }</ul>
        </details>
    }
}

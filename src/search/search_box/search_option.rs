//! One of the reader's own searches in the list that is offered.

use markup::{Icon, icon};
use yew::prelude::*;

use crate::device::item::Item as _;
use crate::device::kept::Part;
use crate::device::search_title::search_title;
use crate::search::search_box::clicks::Clicks;
use crate::search::search_box::own_searches::OwnSearch;
use crate::words::Words;

/// A search as one of the list. With the keyboard, Delete forgets it.
pub(crate) fn search_option(
    words: &Words,
    clicks: &Clicks,
    id: String,
    is_chosen: bool,
    search: &OwnSearch,
) -> Html {
    let kind = match search.part {
        Part::Searches => words.search_offered_saved(),
        _ => words.search_offered_recent(),
    };
    let onclick = {
        let search = search.clone();
        clicks.repeat.reform(move |_: MouseEvent| search.clone())
    };
    let forget = {
        let (search, forget) = (search.clone(), clicks.forget.clone());
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            forget.emit(search.clone());
        })
    };
    let title = search_title(words, &search.search);
    html! {
        <li {id} key={search.search.id()} role="option" class="own-search" aria-selected={is_chosen.to_string()} {onclick}>
            <span>{ title.clone() }</span>
            <small>{ kind }</small>
            <span class="forget" aria-hidden="true" title={words.remove(&title)} onclick={forget}>
                { icon(Icon::Close) }
            </span>
        </li>
    }
}

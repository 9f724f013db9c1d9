//! The reader's own searches, offered where nothing is typed.

use yew::prelude::*;

use super::suggestions::Clicks;
use crate::components::{Icon, icon};
use crate::device::{Item as _, Kept, Part, Search};
use crate::texts::Words;

/// Saved searches that are offered; the others are on the device's page.
const FEW: usize = 6;

/// A search of the reader's own.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OwnSearch {
    /// The search.
    pub(super) search: Search,
    /// Whether it was saved, or made lately.
    pub(super) part: Part,
}

/// The saved searches, and then those of the last that were not saved.
pub(super) fn own_searches(kept: &Kept) -> Vec<OwnSearch> {
    let saved = kept.searches.iter().take(FEW).map(|search| (search, Part::Searches));
    let recent = kept.recent.iter().filter(|search| !kept.has_search(&search.id()));
    let all = saved.chain(recent.map(|search| (search, Part::Recent)));
    all.map(|(search, part)| OwnSearch { search: search.clone(), part }).collect()
}

/// A search as one of the list. With the keyboard, Delete forgets it.
pub(super) fn search_option(
    words: &Words,
    clicks: &Clicks,
    id: String,
    is_chosen: bool,
    search: &OwnSearch,
) -> Html {
    let kind = match search.part {
        Part::Searches => words.device.saved_search,
        _ => words.device.recent_search,
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
    let title = search.search.title(words);
    html! {
        <li {id} key={search.search.id()} role="option" class="own-search" aria-selected={is_chosen.to_string()} {onclick}>
            <span>{ title.clone() }</span>
            <small>{ kind }</small>
            <span class="forget" aria-hidden="true" title={(words.device.remove)(&title)} onclick={forget}>
                { icon(Icon::Close) }
            </span>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_search_is_offered_once() {
        let search = |parameters: &str| Search { parameters: parameters.into(), ..Search::default() };
        let mut kept = Kept::default();
        kept.searches = vec![search("q=tea")];
        kept.recent = vec![search("q=ink"), search("q=tea")];
        let offered = own_searches(&kept);
        let offered: Vec<_> = offered.iter().map(|own| (own.search.parameters.as_str(), own.part)).collect();
        assert_eq!(offered, [("q=tea", Part::Searches), ("q=ink", Part::Recent)]);
    }
}

//! What a search is called that the device keeps.

use crate::device::search::Search;
use crate::words::Words;

/// The name that the reader gave it, or else what it looks for.
pub(crate) fn search_title(words: &Words, search: &Search) -> String {
    if !search.name.is_empty() {
        return search.name.clone();
    }
    let view = search.view();
    let typed = view.is_search().then(|| view.typed.trim());
    let values = view.selection.iter().map(|(facet, value)| words.value(facet, value));
    typed.into_iter().chain(values).collect::<Vec<_>>().join(" · ")
}

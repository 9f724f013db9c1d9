//! What is offered below the search box: names while a reader types, and before that the reader's own
//! searches.

use bundle::search::Suggestion;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::archive::library::Library;
use crate::device::provider::DeviceHandle;
use crate::host::{Host, use_host};
use crate::search::search_box::clicks::Clicks;
use crate::search::search_box::own_searches::{OwnSearch, own_searches};
use crate::search::search_box::search_option::search_option;
use crate::search::use_suggest::use_suggest;
use crate::ui::marked::marked;
use crate::words::Words;

/// The id of the list.
pub(crate) const LIST: &str = "suggestions";

/// What is offered.
pub(crate) struct Offer {
    /// The names; none while the list is closed.
    suggestions: Vec<Suggestion>,
    /// The reader's own searches, where nothing is typed; none while the list is closed.
    searches: Vec<OwnSearch>,
    /// Gets the names ready.
    pub(crate) prepare: Callback<()>,
    /// Opens and closes the list.
    pub(crate) setter: UseStateSetter<List>,
    list: List,
    host: Host,
}

/// One of what is offered.
pub(crate) enum Choice<'a> {
    /// A name.
    Name(&'a Suggestion),
    /// A search of the reader's own.
    Search(&'a OwnSearch),
}

/// Whether anything is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// It is not: the reader has not typed yet, composes a character, or wants nothing.
    Closed,
    /// It is, and maybe one of all is chosen.
    Open(Option<usize>),
}

/// Offers names for what is typed, or the reader's own searches where nothing is.
#[hook]
pub(crate) fn use_offer(library: Option<&Library>, device: &DeviceHandle, typed: &str) -> Offer {
    let list = use_state_eq(|| List::Closed);
    let (suggest, prepare) = use_suggest(library);
    let suggestions = match (&suggest, *list) {
        (Some(suggest), List::Open(_)) => suggest(typed),
        _ => Vec::new(),
    };
    let searches = match (typed, *list) {
        ("", List::Open(_)) => own_searches(&device.kept),
        _ => Vec::new(),
    };
    Offer { suggestions, searches, prepare, setter: list.setter(), list: *list, host: use_host() }
}

impl Offer {
    /// What the arrow keys have led to. There are names, or searches, but never both.
    pub(crate) fn chosen(&self) -> Option<Choice<'_>> {
        let place = self.place()?;
        let name = self.suggestions.get(place).map(Choice::Name);
        name.or_else(|| self.searches.get(place).map(Choice::Search))
    }

    /// Whether nothing is offered.
    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn len(&self) -> usize {
        self.suggestions.len() + self.searches.len()
    }

    /// The id of the option that the arrow keys have led to.
    pub(crate) fn chosen_id(&self) -> Option<String> {
        self.place().map(option_id)
    }

    /// Handles a key that moves in the list or closes it; tells whether it is one.
    pub(crate) fn press(&self, key: &str) -> bool {
        let after = after(key, self.len(), self.place());
        if let Some(List::Open(Some(place))) = after {
            show_option(&self.host, place);
        }
        after.map(|after| self.setter.set(after)).is_some()
    }

    fn place(&self) -> Option<usize> {
        if let List::Open(place) = self.list { place } else { None }
    }

    /// The list.
    pub(crate) fn list(&self, words: &Words, clicks: &Clicks) -> Html {
        if self.is_empty() {
            return Html::default();
        }
        let label = if self.searches.is_empty() { words.search_names() } else { words.search_offered() };
        let search = |(place, search): (usize, &OwnSearch)| {
            search_option(words, clicks, option_id(place), self.place() == Some(place), search)
        };
        let option = |(place, suggestion): (usize, &Suggestion)| {
            let is_chosen = self.place() == Some(place);
            let onclick = {
                let suggestion = suggestion.clone();
                clicks.take.reform(move |_: MouseEvent| suggestion.clone())
            };
            html! {
                <li id={option_id(place)} role="option" aria-selected={is_chosen.to_string()} {onclick}>
                    <span>{ marked(&suggestion.value, suggestion.highlight.as_slice()) }</span>
                    <small>{ words.facet(suggestion.facet.name()) }{ " " }{ words.number(suggestion.count) }</small>
                </li>
            }
        };
        // The box keeps the focus, so that it does not close the list before the click.
        let onmousedown = |event: MouseEvent| event.prevent_default();
        html! {
            <ul id={LIST} class="suggestions" role="listbox" aria-label={label} {onmousedown}>
                { for self.searches.iter().enumerate().map(search) }
                { for self.suggestions.iter().enumerate().map(option) }
            </ul>
        }
    }
}

/// What a key makes of a list of so many names. The arrow keys lead around, through the box.
fn after(key: &str, count: usize, chosen: Option<usize>) -> Option<List> {
    let last = count.checked_sub(1)?;
    match (key, chosen) {
        ("ArrowDown", None) => Some(List::Open(Some(0))),
        ("ArrowDown", Some(place)) => Some(List::Open((place < last).then_some(place + 1))),
        ("ArrowUp", None) => Some(List::Open(Some(last))),
        ("ArrowUp", Some(place)) => Some(List::Open(place.checked_sub(1))),
        ("Escape", _) => Some(List::Closed),
        _ => None,
    }
}

fn option_id(place: usize) -> String {
    format!("suggestion-{place}")
}

/// Scrolls the list to an option, where it is too long for the window.
fn show_option(host: &Host, place: usize) {
    if let Some(option) = host.by_id(&option_id(place)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_through_the_list() {
        let check = |key: &str, count: usize, chosen: Option<usize>, expected: Option<List>| {
            assert_eq!(after(key, count, chosen), expected, "{key} from {chosen:?}");
        };
        check("ArrowDown", 2, None, Some(List::Open(Some(0))));
        check("ArrowDown", 2, Some(0), Some(List::Open(Some(1))));
        check("ArrowDown", 2, Some(1), Some(List::Open(None)));
        check("ArrowUp", 2, None, Some(List::Open(Some(1))));
        check("ArrowUp", 2, Some(0), Some(List::Open(None)));
        check("Escape", 2, Some(1), Some(List::Closed));
        check("x", 2, Some(1), None);
        check("Escape", 0, None, None);
        check("ArrowDown", 0, None, None);
    }
}

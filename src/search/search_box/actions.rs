//! What a reader can do at the search box.

use std::cell::RefCell;
use std::rc::Rc;

use bundle::search::Suggestion;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::address::history::Navigator;
use crate::address::place::Place;
use crate::address::view::View;
use crate::device::change::{Change, Which};
use crate::device::item::Item as _;
use crate::device::provider::DeviceHandle;
use crate::device::search::Search;
use crate::host::clock::now;
use crate::search::lazy::SEARCH;
use crate::search::search_box::draft::{Draft, focus};
use crate::search::search_box::offer::{Choice, List, Offer};
use crate::search::search_box::own_searches::OwnSearch;
use crate::search::search_box::typing::Typing;

/// The key code of what an input method takes for itself. Safari says so also of the Enter that ends
/// a composition, where nothing else does.
const COMPOSING: u32 = 229;

/// The box as it is now, and all that changes with it.
pub(crate) struct Actions {
    pub(crate) navigator: Navigator,
    pub(crate) device: DeviceHandle,
    pub(crate) input: NodeRef,
    /// What the box shows.
    pub(crate) shown: String,
    pub(crate) draft: UseStateSetter<Option<Draft>>,
    pub(crate) typing: Rc<RefCell<Typing>>,
    pub(crate) list: UseStateSetter<List>,
    /// Gets the names ready.
    pub(crate) prepare: Callback<()>,
}

impl Actions {
    /// Does something at an event.
    pub(crate) fn on<E: 'static>(self: &Rc<Self>, act: impl Fn(&Actions, E) + 'static) -> Callback<E> {
        let actions = Rc::clone(self);
        Callback::from(move |event| act(&actions, event))
    }

    /// The reader has come to the box, and maybe wants what was searched for before.
    pub(crate) fn come(&self) {
        self.prepare.emit(());
        if self.shown.is_empty() {
            self.list.set(List::Open(None));
        }
    }

    /// The reader has typed, and may still be composing a character.
    pub(crate) fn input(&self, event: &InputEvent) {
        let typed = event.target_unchecked_into::<HtmlInputElement>().value();
        self.write(&typed);
        // The box may have had the focus before the bundle was open.
        self.prepare.emit(());
        if event.is_composing() {
            self.list.set(List::Closed);
        } else {
            self.seek_soon(typed);
        }
    }

    /// Searches when the reader pauses, and offers names until then.
    pub(crate) fn seek_soon(&self, typed: String) {
        self.list.set(List::Open(None));
        Typing::seek_soon(&self.typing, &self.navigator, typed);
    }

    /// Searches now.
    pub(crate) fn submit(&self, event: &SubmitEvent) {
        event.prevent_default();
        self.list.set(List::Closed);
        let typed = self.typed();
        self.typing.borrow_mut().finish(&self.navigator, &typed);
        let view = self.navigator.place().view.with_typed(&typed);
        if view.is_search() {
            self.device.change(Change::Search(Search::of(&view, now())));
        }
    }

    /// The reader has left the box.
    pub(crate) fn leave(&self) {
        self.list.set(List::Closed);
        self.typing.borrow_mut().leave(&self.navigator, &self.typed());
    }

    /// Empties the box.
    pub(crate) fn clear(&self) {
        self.write("");
        self.list.set(List::Closed);
        self.typing.borrow_mut().finish(&self.navigator, "");
        focus(&self.input);
    }

    /// Chooses a name instead of the last word. Names come with the search module, so it is loaded.
    pub(crate) fn take(&self, name: &Suggestion) {
        if let Some(searching) = SEARCH.loaded() {
            self.show((searching.with_name)(&self.navigator.place().view, &self.shown, name));
        }
    }

    /// Makes a search again.
    pub(crate) fn repeat(&self, search: &OwnSearch) {
        self.show(search.search.view());
    }

    /// Forgets a search.
    pub(crate) fn forget(&self, search: &OwnSearch) {
        self.list.set(List::Open(None));
        self.device.change(Change::Remove(search.part, Which::One(search.search.id())));
    }

    /// Searches the whole archive for an example.
    pub(crate) fn try_out(&self, example: &str) {
        self.show(self.navigator.place().view.without_selection().with_typed(example));
        focus(&self.input);
    }

    /// Handles a key that acts on the list.
    pub(crate) fn press(&self, event: &KeyboardEvent, offer: &Offer) {
        if !is_plain(event) {
            return;
        }
        let key = event.key();
        if self.choose(&key, offer) || offer.press(&key) || self.ask_again(&key) {
            event.prevent_default();
        }
    }

    /// Opens the list again in an empty box, if the key asks for that; tells whether it does.
    fn ask_again(&self, key: &str) -> bool {
        let is_asked = key == "ArrowDown" && self.shown.is_empty();
        if is_asked {
            self.come();
        }
        is_asked
    }

    /// Handles a key that acts on the option reached with the arrow keys; tells whether it is one.
    fn choose(&self, key: &str, offer: &Offer) -> bool {
        match (key, offer.chosen()) {
            ("Enter", Some(Choice::Name(name))) => self.take(name),
            ("Enter", Some(Choice::Search(search))) => self.repeat(search),
            ("Delete", Some(Choice::Search(search))) => self.forget(search),
            _ => return false,
        }
        true
    }

    /// The input's current value, maybe newer than the last render.
    fn typed(&self) -> String {
        let input = self.input.cast::<HtmlInputElement>();
        input.map_or_else(|| self.shown.clone(), |input| input.value())
    }

    fn write(&self, typed: &str) {
        let at = Rc::clone(&self.navigator.entry().place);
        self.draft.set(Some(Draft { typed: typed.to_owned(), at }));
    }

    fn show(&self, view: View) {
        self.list.set(List::Closed);
        self.typing.borrow_mut().finish_at(&self.navigator, Place::list(view));
    }
}

/// Whether a key is pressed by itself, and not for an input method.
fn is_plain(event: &KeyboardEvent) -> bool {
    let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    !has_modifier && !event.is_composing() && event.key_code() != COMPOSING
}

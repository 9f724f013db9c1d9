//! The browser's history: the only module that reads or writes the address.
//!
//! Links are plain `<a href="#/…">`, so the browser opens them, in a new tab if asked; where articles have pages,
//! so that a link leads to another path, [`own_links`](crate::address::own_links) keeps it in this page.
//! Everything else goes through a [`Navigator`]. An address that names no place is an anchor in an article: the
//! browser has scrolled to it, and the place stays what it was. (This is why `yew-router` is not
//! used: its hash history panics at an anchor, and at `#//`.)

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::address::entry::{Entry, EntryId};
use crate::address::link;
use crate::address::place::{Place, Route};
use crate::address::scroll_memory::ScrollMemory;
use crate::address::site;
use crate::host::options::Routing;
use crate::host::{Host, use_host};
use crate::model::effect::use_effect_on;
use crate::model::handed::{Handed, use_all_handed, use_handed};

/// Goes to places.
#[derive(Clone)]
pub(crate) struct Navigator {
    entry: UseStateHandle<Entry>,
    /// The list that the reader was at last.
    list: Rc<RefCell<Option<Entry>>>,
    scroll: ScrollMemory,
    host: Host,
}

impl PartialEq for Navigator {
    /// There is one router.
    fn eq(&self, other: &Self) -> bool {
        self.entry == other.entry
    }
}

impl Navigator {
    /// The entry that the reader is at.
    pub(crate) fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Where the reader is.
    pub(crate) fn place(&self) -> &Place {
        &self.entry.place
    }

    /// What is shown at first.
    pub(crate) fn home(&self) -> Place {
        link::home(&self.host)
    }

    /// What the reader has scrolled to.
    pub(crate) fn scroll(&self) -> &ScrollMemory {
        &self.scroll
    }

    /// Goes to a place from which the reader can come back.
    pub(crate) fn open(&self, place: Place) {
        self.open_with(place, |_| ());
    }

    fn open_with(&self, place: Place, prepare: impl FnOnce(EntryId)) {
        let id = EntryId::new();
        prepare(id);
        write(&self.host, &place, id, Write::Push);
        self.scroll.arrive(id);
        self.entry.set(Entry { place: Rc::new(place), id });
    }

    /// Goes to a place instead of the one that the reader is at, and to its top.
    pub(crate) fn replace(&self, place: Place) {
        self.scroll.forget(self.entry.id);
        self.amend(place);
        self.scroll.arrive(self.entry.id);
    }

    /// Gives the place that the reader is at another address, without moving.
    pub(crate) fn amend(&self, place: Place) {
        write(&self.host, &place, self.entry.id, Write::Replace);
        self.entry.set(Entry { place: Rc::new(place), id: self.entry.id });
    }

    /// The list that the article here was opened from, as the reader left it.
    pub(crate) fn list_left(&self) -> Place {
        let place = self.left().map(|list| Place::clone(&list.place));
        place.unwrap_or_else(|| self.place().back_to_list())
    }

    /// Goes back to the list that the article here was opened from, to where the reader left it.
    pub(crate) fn return_to_list(&self) {
        let (left, place) = (self.left(), self.list_left());
        self.open_with(place, |id| {
            if let Some(left) = left {
                self.scroll.copy(left.id, id);
            }
        });
    }

    /// The entry of the list that the article here was opened from.
    fn left(&self) -> Option<Entry> {
        let here = &self.place().view;
        self.list.borrow().clone().filter(|list| list.place.view == *here)
    }

    /// Goes where the browser has gone.
    fn follow(&self) {
        let Some(entry) = read(&self.host) else {
            // An anchor of another page stays in the address.
            if self.host.owns_address() {
                write(&self.host, self.place(), self.entry.id, Write::Replace);
            }
            return;
        };
        // A link that was followed has made an entry that knows no id yet.
        name(&self.host, &entry);
        self.scroll.arrive(entry.id);
        self.entry.set(entry);
    }
}

/// Follows the history and hands the components below the place that the reader is at.
#[hook]
pub(crate) fn use_router(props: &RouterProps) -> Html {
    let host = use_host();
    let scroll = use_state(|| ScrollMemory::recalled(&host));
    let entry = use_state_eq(|| start(&host, &scroll));
    let list = use_mut_ref(|| None);
    if entry.place.route == Route::List {
        *list.borrow_mut() = Some((*entry).clone());
    }
    let navigator = Navigator { entry, list, scroll: (*scroll).clone(), host };
    use_effect_on(navigator.clone(), |navigator| {
        let navigator = navigator.clone();
        let moved = {
            let navigator = navigator.clone();
            move |_: &Event| navigator.follow()
        };
        let has_address = navigator.host.routing() == Routing::Hash;
        let listener = has_address.then(|| EventListener::new(navigator.host.window(), "popstate", moved));
        move || drop(listener)
    });
    let at_start = navigator.clone();
    use_effect_on((), move |()| {
        // The reader may have gone on before there was a listener.
        if read(&at_start.host).is_some_and(|here| here.place != at_start.entry.place) {
            at_start.follow();
        }
    });
    let handed = use_all_handed().with(navigator);
    html! { <ContextProvider<Handed> context={handed}>{ props.children.clone() }</ContextProvider<Handed>> }
}

/// The components below a [`use_router`].
#[derive(PartialEq)]
pub(crate) struct RouterProps {
    pub(crate) children: Html,
}

/// Where the reader is, and the way to other places.
#[hook]
pub(crate) fn use_navigator() -> Navigator {
    let navigator = use_handed::<Navigator>();
    // Every component is below the router.
    navigator.unwrap_or_else(|| unreachable!("there is no router"))
}

/// The entry that the page was opened at.
fn start(host: &Host, scroll: &ScrollMemory) -> Entry {
    let home = || Entry { place: Rc::new(link::home(host)), id: EntryId::new() };
    let here = || Some(Entry { place: Rc::new(place_of_page(host)?), id: EntryId::new() });
    let entry = read(host).or_else(here).unwrap_or_else(home);
    name(host, &entry);
    scroll.begin(entry.id);
    entry
}

/// The entry that the browser is at; `None` if its address names no place.
fn read(host: &Host) -> Option<Entry> {
    if host.routing() == Routing::None {
        return None;
    }
    let location = host.window().location();
    let (path, fragment) = (location.pathname().ok()?, location.hash().ok()?);
    let place = match fragment.is_empty() && !site::here().has_pages() {
        true => link::home(host),
        false => site::here().place(&path, &fragment)?,
    };
    let known = host.window().history().ok()?.state().ok()?.as_f64();
    Some(Entry { place: Rc::new(place), id: known.map_or_else(EntryId::new, |id| EntryId(id as u64)) })
}

/// The place at the path of the page, whatever the fragment says: an anchor in the text there.
fn place_of_page(host: &Host) -> Option<Place> {
    let site = site::here();
    let path = host.window().location().pathname().ok().filter(|_| site.has_pages())?;
    site.place(&path, "")
}

/// Notes the id of an entry that the browser has come to.
fn name(host: &Host, entry: &Entry) {
    // Another page's address, and what it keeps with its entries, must not be changed.
    let is_ours = || host.window().location().hash().is_ok_and(|fragment| fragment.starts_with("#/"));
    if host.owns_address() || is_ours() {
        write(host, &entry.place, entry.id, Write::Replace);
    }
}

#[derive(Clone, Copy)]
enum Write {
    Push,
    Replace,
}

/// Browsers refuse when asked too often. The page is right even so, and the address at the next
/// time.
fn write(host: &Host, place: &Place, id: EntryId, how: Write) {
    if host.routing() == Routing::None {
        return;
    }
    let Ok(history) = host.window().history() else { return };
    let (state, href) = (JsValue::from_f64(id.0 as f64), place.href());
    let _ = match how {
        Write::Push => history.push_state_with_url(&state, "", Some(&href)),
        Write::Replace => history.replace_state_with_url(&state, "", Some(&href)),
    };
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    fn host() -> Host {
        Host::page().unwrap_or_else(|| unreachable!("the tests have a page"))
    }

    #[wasm_bindgen_test]
    fn the_address_says_where_the_reader_is() {
        let host = host();
        for fragment in ["#/", "#/?q=茶 -\"a b\"&year=2019&page=3", "#/article/2023-11-10/%E8%8C%B6?q=C%23"]
        {
            let place = Place::parse(fragment).map(Rc::new);
            let entry = place.map(|place| Entry { place, id: EntryId::new() });
            entry.iter().for_each(|entry| write(&host, &entry.place, entry.id, Write::Push));
            assert!(entry.is_some() && read(&host) == entry, "{fragment}");
        }
    }

    #[wasm_bindgen_test]
    fn an_anchor_is_no_place() {
        let followed = web_sys::window().map(|window| window.location().set_hash("fn1"));
        assert!(followed.is_some_and(|followed| followed.is_ok()) && read(&host()).is_none());
    }
}

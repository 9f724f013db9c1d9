//! Hands what the device remembers to the components, and keeps what they change.

use std::ops::Deref;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{StorageEvent, VisibilityState};
use yew::prelude::*;

use crate::device::article::Article;
use crate::device::change::{Change, Effect, Which};
use crate::device::item::Item as _;
use crate::device::kept::{Kept, Part};
use crate::device::marks::Mark;
use crate::device::position::Position;
use crate::device::search::Search;
use crate::device::store::Store;
use crate::device::visit::Snapshot;
use crate::host::clock::now;
use crate::host::use_host;
use crate::model::effect::use_effect_on;
use crate::model::handed::{Handed, use_all_handed, use_handed};
use crate::settings::storage::NotKept;

/// What the device remembers, as the components see it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Device {
    /// All of it, but for how far articles were read, which is asked for once an article.
    pub(crate) kept: Kept,
    /// Whether it remembers what the reader does not ask it to.
    pub(crate) remembers: bool,
    /// Why changes are not kept, if they are not.
    pub(crate) not_kept: Option<NotKept>,
    /// Whether the reader has been told so.
    was_told: bool,
    /// What the last change has led to.
    pub(crate) effect: Option<Effect>,
}

/// What a [`Device`] learns.
pub(crate) enum News {
    /// Parts were read.
    Read(&'static [Part], Box<Kept>),
    /// Parts were changed.
    Changed(&'static [Part], Box<Kept>, Option<Effect>),
    /// A change was not kept, and maybe one that the reader made.
    NotKept(NotKept, bool),
    /// The reader has dismissed the message.
    Dismissed,
    /// The reader wants it to remember, or not to.
    Remembers(bool),
}

/// What the device remembers, and the way to change it.
#[derive(Clone)]
pub(crate) struct DeviceHandle {
    device: UseReducerHandle<Device>,
    store: Rc<Store>,
}

impl PartialEq for DeviceHandle {
    /// There is one store.
    fn eq(&self, other: &Self) -> bool {
        self.device == other.device
    }
}

impl Deref for DeviceHandle {
    type Target = Device;

    fn deref(&self) -> &Device {
        &self.device
    }
}

impl Reducible for Device {
    type Action = News;

    fn reduce(self: Rc<Self>, news: News) -> Rc<Self> {
        let mut device = Device::clone(&self);
        let mut take_over = |parts: &[Part], kept: &Kept| {
            parts.iter().for_each(|&part| device.kept.take_over(part, kept));
        };
        match news {
            News::Read(parts, kept) => take_over(parts, &kept),
            News::Changed(parts, kept, effect) => {
                take_over(parts, &kept);
                device.effect = effect;
            }
            // Automatic changes fail again and again: one message is enough.
            News::NotKept(why, is_own) if is_own || !device.was_told => device.not_kept = Some(why),
            News::NotKept(..) => {}
            News::Dismissed => {
                device.was_told |= device.not_kept.is_some();
                (device.not_kept, device.effect) = (None, None);
            }
            News::Remembers(remembers) => device.remembers = remembers,
        }
        Rc::new(device)
    }
}

impl DeviceHandle {
    /// Makes a change, now and for the next visit; an automatic one only if the reader wants the device to remember.
    pub(crate) fn change(&self, change: Change) {
        if change.is_automatic() && !self.remembers {
            return;
        }
        let (parts, is_own) = (change.parts(), !change.is_automatic());
        // As another tab may have left them.
        let mut kept = self.store.read(parts);
        let before = kept.clone();
        let effect = kept.apply(change);
        if kept != before
            && let Err(why) = self.store.write(parts, &kept)
        {
            self.device.dispatch(News::NotKept(why, is_own));
        }
        // No component shows where the reader is in an article.
        if parts != [Part::Positions] {
            self.device.dispatch(News::Changed(parts, Box::new(kept), effect));
        }
    }

    /// Bookmarks an article, or does so no longer.
    pub(crate) fn toggle_bookmark(&self, article: Article) {
        let id = article.id();
        self.change(match self.kept.has_bookmark(&id) {
            true => Change::Remove(Part::Bookmarks, Which::One(id)),
            false => Change::Bookmark(article),
        });
    }

    /// Saves a search, or does so no longer.
    pub(crate) fn toggle_search(&self, search: Search) {
        let id = search.id();
        self.change(match self.kept.has_search(&id) {
            true => Change::Remove(Part::Searches, Which::One(id)),
            false => Change::Save(search),
        });
    }

    /// Sets whether the device remembers what the reader does not ask it to.
    pub(crate) fn set_remembers(&self, remembers: bool) {
        self.store.set_remembers(remembers);
        self.device.dispatch(News::Remembers(remembers));
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        self.store.clear();
        self.device.dispatch(News::Changed(&Part::ALL, Box::default(), None));
    }

    /// The reader has seen what the last change has led to.
    pub(crate) fn dismiss(&self) {
        self.device.dispatch(News::Dismissed);
    }

    /// All that is remembered, as it is now.
    pub(crate) fn whole(&self) -> Kept {
        self.store.read(&Part::ALL)
    }

    /// Where an article was left.
    pub(crate) fn position(&self, article: Mark) -> Option<Position> {
        self.store.read(&[Part::Positions]).position(article).copied()
    }

    /// Whether the browser keeps anything.
    pub(crate) fn is_kept(&self) -> bool {
        self.store.is_allowed()
    }

    /// What the visit before this one ended with.
    pub(crate) fn last_visit(&self) -> Option<&Snapshot> {
        self.kept.visit.as_ref()?.before.as_ref()
    }

    /// How many bytes are kept.
    pub(crate) fn bytes(&self) -> usize {
        self.store.bytes()
    }

    /// Another tab has changed something.
    fn catch_up(&self, event: &Event) {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if self.store.is_concerned(key.as_deref()) {
            self.device.dispatch(News::Read(&Part::ALL, Box::new(self.whole())));
        }
        self.device.dispatch(News::Remembers(self.store.remembers()));
    }
}

/// The components below a [`use_device_provider`].
#[derive(PartialEq)]
pub(crate) struct DeviceProviderProps {
    pub(crate) children: Html,
}

/// Tells the components below what the device remembers.
#[hook]
pub(crate) fn use_device_provider(props: &DeviceProviderProps) -> Html {
    let host = use_host();
    let store = use_memo((), move |()| Store::of(host.bundle()));
    let device = {
        let store = Rc::clone(&store);
        use_reducer_eq(move || Device {
            kept: store.read(&Part::ALL),
            remembers: store.remembers(),
            not_kept: None,
            was_told: false,
            effect: None,
        })
    };
    let handle = DeviceHandle { device, store };
    use_visits(&handle);
    use_other_tabs(&handle);
    let handed = use_all_handed();
    html! {
        <ContextProvider<Handed> context={handed.with(handle)}>{ props.children.clone() }</ContextProvider<Handed>>
    }
}

/// What the device remembers, and the way to change it.
#[hook]
pub(crate) fn use_device() -> DeviceHandle {
    let device = use_handed::<DeviceHandle>();
    // Every component is below the provider.
    device.unwrap_or_else(|| unreachable!("there is no device"))
}

/// Notes when the reader comes and goes.
#[hook]
fn use_visits(device: &DeviceHandle) {
    let came = device.clone();
    use_effect_on((), move |()| came.change(Change::Come(now())));
    let device = device.clone();
    use_effect_on(device.remembers, move |_| {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let page = document.clone();
            EventListener::new(&document, "visibilitychange", move |_| {
                let is_here = page.visibility_state() == VisibilityState::Visible;
                device.change(if is_here { Change::Come(now()) } else { Change::Leave(now()) });
            })
        });
        move || drop(listener)
    });
}

/// Follows what other tabs write.
#[hook]
fn use_other_tabs(device: &DeviceHandle) {
    let device = device.clone();
    use_effect_on((), move |()| {
        let listener = web_sys::window()
            .map(|window| EventListener::new(&window, "storage", move |event| device.catch_up(event)));
        move || drop(listener)
    });
}

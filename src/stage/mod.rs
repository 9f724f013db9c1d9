//! Where the viewer stands: on a page of its own, or in an element of somebody else's page.
//!
//! Whatever asks the window or the document for something that is not there for the whole page asks
//! the stage instead: the elements of the viewer, the focus, keys, scrolling, the address. So the two
//! differ here and in `history.rs`, and nowhere else.

mod embed;
mod options;
mod scrolling;

use std::cell::Cell;
use std::rc::Rc;

use bundle::format::Facet;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, EventTarget, HtmlElement, HtmlMetaElement, NodeList,
    ShadowRoot, Window,
};
use yew::prelude::*;

use crate::place::Place;
use crate::texts::Language;
use crate::view::View;
pub(crate) use embed::use_own_links;
pub use embed::{Opened, open_embed};
use options::Options;
pub(crate) use options::Routing;

/// Where the bundle is, for a page that does not say.
const USUAL_FOLDER: &str = "bundle/";

/// Where the viewer stands. Clones are the same stage.
#[derive(Clone)]
pub(crate) struct Stage(Rc<Standing>);

struct Standing {
    window: Window,
    document: Document,
    embed: Option<Embed>,
}

/// An element of somebody else's page.
struct Embed {
    /// The root of the element's own tree.
    shadow: ShadowRoot,
    /// Holds the viewer, and carries its language and its settings.
    room: HtmlElement,
    /// What scrolls, if that is not the page.
    scroller: Option<HtmlElement>,
    options: Options,
    /// How many articles a list shows, until the reader wants all.
    limit: Cell<Option<usize>>,
}

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Stage {
    /// A page of its own.
    pub(crate) fn page() -> Option<Stage> {
        Stage::standing(None)
    }

    fn standing(embed: Option<Embed>) -> Option<Stage> {
        let window = web_sys::window()?;
        let document = window.document()?;
        Some(Stage(Rc::new(Standing { window, document, embed })))
    }

    fn embed(&self) -> Option<&Embed> {
        self.0.embed.as_ref()
    }

    /// Whether it is in somebody else's page.
    pub(crate) fn is_embedded(&self) -> bool {
        self.embed().is_some()
    }

    /// The window.
    pub(crate) fn window(&self) -> &Window {
        &self.0.window
    }

    /// The first element of the viewer that fits a selector.
    pub(crate) fn query(&self, selector: &str) -> Option<Element> {
        match self.embed() {
            Some(embed) => embed.shadow.query_selector(selector),
            None => self.0.document.query_selector(selector),
        }
        .ok()?
    }

    /// All elements of the viewer that fit a selector.
    pub(crate) fn query_all(&self, selector: &str) -> Option<NodeList> {
        match self.embed() {
            Some(embed) => embed.shadow.query_selector_all(selector),
            None => self.0.document.query_selector_all(selector),
        }
        .ok()
    }

    /// The element of the viewer with an id.
    pub(crate) fn by_id(&self, id: &str) -> Option<Element> {
        match self.embed() {
            Some(embed) => embed.shadow.get_element_by_id(id),
            None => self.0.document.get_element_by_id(id),
        }
    }

    /// The element of the viewer that has the focus; in a page of its own, whatever has it.
    pub(crate) fn focused(&self) -> Option<Element> {
        match self.embed() {
            Some(embed) => embed.shadow.active_element(),
            None => self.0.document.active_element(),
        }
    }

    /// Whether the focus is nowhere: its element is gone, or the reader has not put it anywhere.
    pub(crate) fn has_lost_focus(&self) -> bool {
        self.0.document.active_element() == self.0.document.body().map(Into::into)
    }

    /// What hears the keys that are meant for the viewer: in somebody else's page only those that are
    /// pressed while it has the focus.
    pub(crate) fn key_target(&self) -> EventTarget {
        match self.embed() {
            Some(embed) => embed.room.clone().into(),
            None => self.window().clone().into(),
        }
    }

    /// What carries the language and the settings.
    pub(crate) fn room(&self) -> Option<HtmlElement> {
        match self.embed() {
            Some(embed) => Some(embed.room.clone()),
            None => self.0.document.document_element()?.dyn_into().ok(),
        }
    }

    /// Names the page after what it shows, if it is the viewer's.
    pub(crate) fn set_title(&self, title: &str) {
        if !self.is_embedded() {
            self.0.document.set_title(title);
        }
    }

    /// What is shown at first, and at the way home.
    pub(crate) fn home(&self) -> View {
        let Some(embed) = self.embed() else { return View::default() };
        let Options { category, author, query, .. } = &embed.options;
        let mut view = View::default();
        for (facet, value) in [(Facet::Category, category), (Facet::Author, author)] {
            if let Some(value) = value {
                view = view.choosing(facet, value);
            }
        }
        view.with_typed(query.as_deref().unwrap_or_default())
    }

    /// How many articles a list shows; all, if nothing is said.
    pub(crate) fn limit(&self) -> Option<usize> {
        self.embed()?.limit.get()
    }

    /// The reader wants all articles.
    pub(crate) fn lift_limit(&self) {
        if let Some(embed) = self.embed() {
            embed.limit.set(None);
        }
    }

    /// The language that the page wants.
    pub(crate) fn language(&self) -> Option<Language> {
        Language::of_tag(self.embed()?.options.language.as_deref()?)
    }

    /// Who keeps the address.
    pub(crate) fn routing(&self) -> Routing {
        self.embed().map_or(Routing::Hash, |embed| embed.options.routing)
    }

    /// The folder of the bundle, as the page names it, or whole.
    pub(crate) fn bundle(&self) -> String {
        match self.embed() {
            Some(embed) => format!("{}{USUAL_FOLDER}", embed.options.src),
            None => self.folder_of_page().unwrap_or_else(|| USUAL_FOLDER.to_owned()),
        }
    }

    fn folder_of_page(&self) -> Option<String> {
        let meta = self.query("meta[name='reading-room-bundle']")?;
        Some(meta.dyn_into::<HtmlMetaElement>().ok()?.content()).filter(|folder| !folder.is_empty())
    }

    /// Where a file of the viewer is.
    pub(crate) fn file(&self, name: &str) -> String {
        let folder = self.embed().map_or("", |embed| embed.options.viewer.as_str());
        format!("{folder}{name}")
    }

    /// The whole address of a place, as one would send it to somebody.
    pub(crate) fn address_of(&self, place: &Place) -> String {
        let page = match self.embed() {
            Some(Embed { options: Options { src, routing: Routing::None, .. }, .. }) => src.clone(),
            _ => self.window().location().href().unwrap_or_default(),
        };
        format!("{}{}", page.split('#').next().unwrap_or_default(), place.href())
    }

    /// Tells the page that holds the viewer what its reader does, as an event of its element.
    pub(crate) fn tell(&self, event: &str, detail: &[(&str, JsValue)]) {
        let Some(embed) = self.embed() else { return };
        let told = js_sys::Object::new();
        for (name, value) in detail {
            // Refused only by objects that are frozen.
            let _ = js_sys::Reflect::set(&told, &(*name).into(), value);
        }
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&told);
        let name = format!("reading-room:{event}");
        if let Ok(event) = CustomEvent::new_with_event_init_dict(&name, &init) {
            // Fails only for events that are not made whole.
            let _ = embed.shadow.host().dispatch_event(&event);
        }
    }
}

/// Where the viewer stands.
#[hook]
pub(crate) fn use_stage() -> Stage {
    let stage = use_context::<Stage>();
    // Every component is on a stage.
    stage.unwrap_or_else(|| unreachable!("there is no stage"))
}

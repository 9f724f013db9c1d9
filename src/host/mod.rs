//! Where the viewer runs: on a page of its own, or in an element of another page.
//!
//! Whatever asks the window or the document for something that is not there for the whole page asks
//! the host instead: the elements of the viewer, the focus, keys, scrolling. Only this room and
//! `address::history` know that there are two kinds of host; the others ask for what they want, such as
//! [`Host::landmark`] or [`Host::owns_colours`].

pub(crate) mod clock;
pub(crate) mod download;
pub(crate) mod first_page;
pub(crate) mod options;
mod scrolling;
pub(crate) mod timer;
pub(crate) mod title;
#[cfg(test)]
pub(crate) mod virtual_timer;

use std::cell::Cell;
use std::rc::Rc;

use bundle::reading::PageKind;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, EventTarget, HtmlElement, HtmlMetaElement, NodeList,
    ShadowRoot, Url, Window,
};
use yew::prelude::*;

use crate::host::options::{Options, Routing};
use crate::model::handed::use_handed;

/// Where the bundle is, for a page that does not say.
const USUAL_FOLDER: &str = "bundle/";

/// Where the viewer runs. Clones are the same host.
#[derive(Clone)]
pub(crate) struct Host(Rc<Surroundings>);

struct Surroundings {
    window: Window,
    document: Document,
    /// The root of the site that the page belongs to: the address of the page changes while it is open.
    root: Option<Url>,
    embedding: Option<Embedding>,
}

/// An element of another page.
pub(crate) struct Embedding {
    /// The root of the element's own tree.
    shadow: ShadowRoot,
    /// Holds the viewer, and carries its language and its settings.
    pub(super) root: HtmlElement,
    /// What scrolls, if that is not the page.
    pub(super) scroller: Option<HtmlElement>,
    options: Options,
    /// How many articles a list shows, until the reader wants all.
    limit: Cell<Option<usize>>,
}

impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Host {
    /// A page of the viewer's own.
    pub(crate) fn page() -> Option<Host> {
        Host::new(None)
    }

    /// `root`, an element in the shadow tree of a `<reading-room>`. `options` is JSON with the fields of
    /// [`Options`].
    ///
    /// # Errors
    /// If `root` is in no shadow tree, or the options are not what they should be.
    pub(crate) fn element(
        root: HtmlElement,
        scroller: Option<HtmlElement>,
        options: &str,
    ) -> Result<Host, String> {
        let options: Options =
            bundle::json::from_slice(options.as_bytes()).map_err(|error| error.to_string())?;
        let shadow = root.get_root_node().dyn_into::<ShadowRoot>().map_err(|_| "there is no shadow tree")?;
        let limit = Cell::new(options.articles);
        let embedding = Embedding { shadow, root, scroller, options, limit };
        Ok(Host::new(Some(embedding)).ok_or("there is no document")?)
    }

    fn new(embedding: Option<Embedding>) -> Option<Host> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let root = root_of(&document);
        Some(Host(Rc::new(Surroundings { window, document, root, embedding })))
    }

    pub(super) fn embedding(&self) -> Option<&Embedding> {
        self.0.embedding.as_ref()
    }

    fn is_own_page(&self) -> bool {
        self.embedding().is_none()
    }

    /// The element that holds what differs from page to page: another page has a `main` of its own.
    pub(crate) fn landmark(&self) -> &'static str {
        if self.is_own_page() { "main" } else { "div" }
    }

    /// Whether the colours are the reader's to choose. In another page they are those around.
    pub(crate) fn owns_colours(&self) -> bool {
        self.is_own_page()
    }

    /// Whether the whole address is the viewer's: its fragment and what the browser keeps with it.
    pub(crate) fn owns_address(&self) -> bool {
        self.is_own_page()
    }

    /// Whether the viewer decides where the page is scrolled to, and is to remember it after a reload.
    pub(crate) fn keeps_scroll(&self) -> bool {
        self.is_own_page()
    }

    /// The element in which links to places are followed by the viewer; `None` where the browser does it.
    pub(crate) fn links(&self) -> Option<&HtmlElement> {
        self.embedding().map(|embedding| &embedding.root)
    }

    /// The window.
    pub(crate) fn window(&self) -> &Window {
        &self.0.window
    }

    /// The first element of the viewer that fits a selector.
    pub(crate) fn query(&self, selector: &str) -> Option<Element> {
        match self.embedding() {
            Some(embedding) => embedding.shadow.query_selector(selector),
            None => self.0.document.query_selector(selector),
        }
        .ok()?
    }

    /// All elements of the viewer that fit a selector.
    pub(crate) fn query_all(&self, selector: &str) -> Option<NodeList> {
        match self.embedding() {
            Some(embedding) => embedding.shadow.query_selector_all(selector),
            None => self.0.document.query_selector_all(selector),
        }
        .ok()
    }

    /// The element of the viewer with an id.
    pub(crate) fn by_id(&self, id: &str) -> Option<Element> {
        match self.embedding() {
            Some(embedding) => embedding.shadow.get_element_by_id(id),
            None => self.0.document.get_element_by_id(id),
        }
    }

    /// The element of the viewer that has the focus; in a page of its own, whatever has it.
    pub(crate) fn focused(&self) -> Option<Element> {
        match self.embedding() {
            Some(embedding) => embedding.shadow.active_element(),
            None => self.0.document.active_element(),
        }
    }

    /// Whether the focus is nowhere: its element is gone, or the reader has not put it anywhere.
    pub(crate) fn has_lost_focus(&self) -> bool {
        self.0.document.active_element() == self.0.document.body().map(Into::into)
    }

    /// What hears the keys that are meant for the viewer: in another page only those that are
    /// pressed while it has the focus.
    pub(crate) fn key_target(&self) -> EventTarget {
        match self.embedding() {
            Some(embedding) => embedding.root.clone().into(),
            None => self.window().clone().into(),
        }
    }

    /// What carries the language and the settings.
    pub(crate) fn root(&self) -> Option<HtmlElement> {
        match self.embedding() {
            Some(embedding) => Some(embedding.root.clone()),
            None => self.0.document.document_element()?.dyn_into().ok(),
        }
    }

    /// Names the page after what it shows, if it is the viewer's.
    pub(crate) fn set_title(&self, title: &str) {
        if self.is_own_page() {
            self.0.document.set_title(title);
        }
    }

    /// How many articles a list shows; all, if nothing is said.
    pub(crate) fn limit(&self) -> Option<usize> {
        self.embedding()?.limit.get()
    }

    /// The reader wants all articles.
    pub(crate) fn lift_limit(&self) {
        if let Some(embedding) = self.embedding() {
            embedding.limit.set(None);
        }
    }

    /// What the page around says of the viewer; `None` where there is no such page.
    pub(crate) fn options(&self) -> Option<&Options> {
        self.embedding().map(|embedding| &embedding.options)
    }

    /// Where the address is kept.
    pub(crate) fn routing(&self) -> Routing {
        self.embedding().map_or(Routing::Hash, |embedding| embedding.options.routing)
    }

    /// The folder of the bundle: whole, or from the page where there is only one.
    pub(crate) fn bundle(&self) -> String {
        match self.embedding() {
            Some(embedding) => format!("{}{USUAL_FOLDER}", embedding.options.src),
            None => self.below_root(&self.said("bundle").unwrap_or_else(|| USUAL_FOLDER.to_owned())),
        }
    }

    /// Where a file of the viewer is.
    pub(crate) fn file(&self, name: &str) -> String {
        match self.embedding() {
            Some(embedding) => format!("{}{name}", embedding.options.viewer),
            None => self.below_root(name),
        }
    }

    /// Which articles of the site have pages.
    pub(crate) fn pages(&self) -> PageKind {
        match self.said("pages").as_deref() {
            Some("article") => PageKind::Article,
            Some("day") => PageKind::Day,
            _ => PageKind::None,
        }
    }

    /// The path of the root of the site that the page belongs to, with a slash at the end.
    pub(crate) fn site_root(&self) -> String {
        self.0.root.as_ref().map(Url::pathname).unwrap_or_default()
    }

    /// The address of a file that is named from the root of the site. A site with pages has it whole, for the
    /// address of the page changes there.
    fn below_root(&self, name: &str) -> String {
        let root = self.0.root.as_ref().filter(|_| self.pages() != PageKind::None);
        let whole = root.and_then(|root| Url::new_with_base(name, &root.href()).ok());
        whole.map_or_else(|| name.to_owned(), |whole| whole.href())
    }

    /// What the page says to the viewer.
    fn said(&self, name: &str) -> Option<String> {
        said(&self.0.document, name)
    }

    /// The address of the page that shows the archive, without a fragment, as one would send it.
    pub(crate) fn page_address(&self) -> String {
        let page = match self.options() {
            Some(Options { src, routing: Routing::None, .. }) => src.clone(),
            _ => self.window().location().href().unwrap_or_default(),
        };
        page.split('#').next().unwrap_or_default().to_owned()
    }

    /// Protocol and name of the web host, `https://archive.example`.
    pub(crate) fn origin(&self) -> String {
        self.window().location().origin().unwrap_or_default()
    }

    /// Tells the page around what its reader does, as an event of the element.
    pub(crate) fn emit(&self, event: &str, detail: &[(&str, JsValue)]) {
        let Some(embedding) = self.embedding() else { return };
        let written = js_sys::Object::new();
        for (name, value) in detail {
            // Refused only by objects that are frozen.
            let _ = js_sys::Reflect::set(&written, &(*name).into(), value);
        }
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&written);
        let name = format!("reading-room:{event}");
        if let Ok(event) = CustomEvent::new_with_event_init_dict(&name, &init) {
            // Fails only for events that were not initialised.
            let _ = embedding.shadow.host().dispatch_event(&event);
        }
    }
}

/// What a page says to the viewer, in a `<meta name="reading-room-…">`.
fn said(document: &Document, name: &str) -> Option<String> {
    let meta = document.query_selector(&format!("meta[name='reading-room-{name}']")).ok()??;
    Some(meta.dyn_into::<HtmlMetaElement>().ok()?.content()).filter(|content| !content.is_empty())
}

fn root_of(document: &Document) -> Option<Url> {
    let page = document.base_uri().ok()??;
    Url::new_with_base(&said(document, "root").unwrap_or_else(|| "./".to_owned()), &page).ok()
}

/// Where the viewer runs.
#[hook]
pub(crate) fn use_host() -> Host {
    let host = use_handed::<Host>();
    // Every component has a host.
    host.unwrap_or_else(|| unreachable!("there is no host"))
}

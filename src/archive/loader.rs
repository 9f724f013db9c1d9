//! Gets the files of a bundle, and those of the page: the only module that fetches.
//!
//! A file is fetched once, however many ask for it, and the fetch is aborted when none of them waits any
//! more. What was decoded stays in memory for a while. What failed is forgotten, so a retry simply asks
//! again.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::future::Future;
use std::rc::Rc;

use bundle::format::{BundleFile, FormatError, Link, MANIFEST, Manifest, Source};
use bundle::text::TraditionalTable;
use futures_util::FutureExt as _;
use futures_util::future::{LocalBoxFuture, Shared, WeakShared};
use texts::{NotTexts, Texts};
use web_sys::RequestCache;

use crate::archive::cache::Cache;
use crate::archive::early;
use crate::archive::fetch::{self, Fetched};
use crate::model::load_error::LoadError;

/// Gets the files of one bundle. Clones share everything.
#[derive(Clone)]
pub(crate) struct Loader {
    state: Rc<State>,
}

struct State {
    /// Relative to the page, with a slash at the end.
    folder: String,
    cache: RefCell<Cache>,
    in_flight: RefCell<HashMap<String, WeakShared<Flight>>>,
    /// Files that came damaged: the browser must not take them from its cache again.
    damaged: RefCell<Vec<String>>,
    transferred: Cell<u64>,
    fetches: Cell<u32>,
    watcher: RefCell<Option<Watcher>>,
}

/// Called with the number of fetches under way.
type Watcher = Box<dyn FnMut(u32)>;

type Flight = LocalBoxFuture<'static, Decoded>;
type Decoded = Result<Rc<dyn Any>, LoadError>;
/// Decodes one kind of file; a function pointer, so that the rest is compiled once.
type Decode = fn(&[u8]) -> Result<Rc<dyn Any>, FormatError>;

impl Loader {
    /// For the bundle in a folder.
    pub(crate) fn new(folder: &str) -> Loader {
        let state = State {
            folder: format!("{}/", folder.trim_end_matches('/')),
            cache: RefCell::default(),
            in_flight: RefCell::default(),
            damaged: RefCell::default(),
            transferred: Cell::new(0),
            fetches: Cell::new(0),
            watcher: RefCell::default(),
        };
        Loader { state: Rc::new(state) }
    }

    /// The manifest as it is now, whatever was read before.
    pub(crate) async fn manifest(&self) -> Result<Manifest, LoadError> {
        let bytes = self.state.fetch(MANIFEST, RequestCache::NoCache).await?;
        Manifest::decode(&bytes).map_err(|error| self.damaged(MANIFEST.to_owned(), error))
    }

    /// Begins to fetch files that will be asked for soon, by their paths in the bundle.
    pub(crate) fn begin(&self, paths: impl IntoIterator<Item = String>) {
        for path in paths {
            let is_known = self.state.cache.borrow_mut().get(&path).is_some();
            if !is_known && !self.state.in_flight.borrow().contains_key(&path) {
                early::begin(&path, &self.state.file(&path));
            }
        }
    }

    /// What an address in the manifest, relative to the bundle, means on the page.
    pub(crate) fn file(&self, address: &str) -> String {
        self.state.file(address)
    }

    /// Where a picture of the bundle is, as the page would name it.
    pub(crate) fn media(&self, name: &str) -> String {
        self.state.file(&format!("media/{name}"))
    }

    /// Bytes fetched since the page was opened.
    pub(crate) fn transferred(&self) -> u64 {
        self.state.transferred.get()
    }

    /// Whether a fetch is under way.
    pub(crate) fn is_fetching(&self) -> bool {
        self.state.fetches.get() > 0
    }

    /// Tells how many fetches are under way, whenever that changes.
    pub(crate) fn watch(&self, watcher: impl FnMut(u32) + 'static) {
        *self.state.watcher.borrow_mut() = Some(Box::new(watcher));
    }

    /// The fetch of a file that is under way, or a new one.
    fn flight(&self, path: &str, decode: Decode) -> Shared<Flight> {
        let mut in_flight = self.state.in_flight.borrow_mut();
        if let Some(flight) = in_flight.get(path).and_then(WeakShared::upgrade) {
            return flight;
        }
        let flight = Rc::clone(&self.state).fly(path.to_owned(), decode).boxed_local().shared();
        in_flight.extend(flight.downgrade().map(|weak| (path.to_owned(), weak)));
        flight
    }
}

impl PartialEq for Loader {
    /// One bundle, one loader.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// The table that converts to Traditional characters, from a file of the viewer.
pub(crate) async fn traditional_table(file: String) -> Result<TraditionalTable, LoadError> {
    // Its name stays when it changes, and a damaged one must not come back from the browser's cache.
    let table = fetch::fetch(&file, RequestCache::NoCache).await?;
    let damaged = |cause| LoadError::Damaged { file, cause };
    TraditionalTable::parse(&String::from_utf8_lossy(&table.bytes)).map_err(damaged)
}

/// The texts of a language, from a file of the viewer.
pub(crate) async fn texts(file: String) -> Result<Texts, LoadError> {
    // A damaged one must not come back from the browser's cache.
    let texts = fetch::fetch(&file, RequestCache::NoCache).await?;
    let damaged = |error: NotTexts| LoadError::Damaged { file, cause: error.to_string() };
    Texts::parse(&String::from_utf8_lossy(&texts.bytes)).map_err(damaged)
}

impl Source for Loader {
    type Error = LoadError;

    fn load<T: BundleFile>(&self, link: &Link<T>) -> impl Future<Output = Result<Rc<T>, LoadError>> {
        let path = link.path();
        async move {
            let known = self.state.cache.borrow_mut().get(&path);
            let file = match known {
                Some(file) => file,
                None => self.flight(&path, decode::<T>).await?,
            };
            let not_this = |_| self.damaged(path, FormatError::damaged("it is a file of another kind"));
            file.downcast().map_err(not_this)
        }
    }

    fn damaged(&self, path: String, error: FormatError) -> LoadError {
        LoadError::of_format(self.state.file(&path), error)
    }
}

impl State {
    /// Fetches and decodes a file and keeps it in the cache.
    async fn fly(self: Rc<Self>, path: String, decode: Decode) -> Decoded {
        let decoded = self.fetch_file(&path, decode).await;
        self.in_flight.borrow_mut().remove(&path);
        match &decoded {
            Ok(file) => self.cache.borrow_mut().insert(path, Rc::clone(file)),
            Err(LoadError::Damaged { .. }) => self.damaged.borrow_mut().push(path),
            Err(_) => {}
        }
        decoded
    }

    async fn fetch_file(&self, path: &str, decode: Decode) -> Decoded {
        let came_damaged = self.damaged.borrow().iter().any(|damaged| damaged == path);
        let mode = if came_damaged { RequestCache::Reload } else { RequestCache::Default };
        let bytes = self.fetch(path, mode).await?;
        decode(&bytes).map_err(|error| LoadError::of_format(self.file(path), error))
    }

    async fn fetch(&self, path: &str, mode: RequestCache) -> Result<Vec<u8>, LoadError> {
        let under_way = UnderWay::begin(self);
        let fetched = self.fetched(path, mode).await?;
        drop(under_way);
        self.transferred.update(|bytes| bytes + u64::from(fetched.transferred));
        Ok(fetched.bytes)
    }

    /// The file as its fetch that began early brought it, or else by a fetch of its own.
    async fn fetched(&self, path: &str, mode: RequestCache) -> Result<Fetched, LoadError> {
        let file = self.file(path);
        let begun = early::take(path).filter(|_| mode != RequestCache::Reload);
        if let Some(begun) = begun
            && let Ok(fetched) = fetch::fetch_begun(&file, begun).await
        {
            return Ok(fetched);
        }
        fetch::fetch(&file, mode).await
    }

    fn count_fetches(&self, fetches: u32) {
        self.fetches.set(fetches);
        if let Some(watcher) = self.watcher.borrow_mut().as_mut() {
            watcher(fetches);
        }
    }

    /// A file of the bundle as the page, and a reader, would name it.
    fn file(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }
}

/// A fetch under way, until dropped: it may be given up.
struct UnderWay<'a>(&'a State);

impl UnderWay<'_> {
    fn begin(state: &State) -> UnderWay<'_> {
        state.count_fetches(state.fetches.get() + 1);
        UnderWay(state)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.count_fetches(self.0.fetches.get().saturating_sub(1));
    }
}

fn decode<T: BundleFile>(json: &[u8]) -> Result<Rc<dyn Any>, FormatError> {
    Ok(Rc::new(T::decode(json)?))
}

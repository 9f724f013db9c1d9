//! Articles gathered for a file, from the catalog pages of all hits.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use bundle::format::{ArticleRef, Columns, Facet, SegmentId, Source as _};
use bundle::reading::{CatalogRow, catalog_row};
use futures_util::FutureExt as _;
use futures_util::future::try_join_all;
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, JsString};
use yew::prelude::*;

use super::bundle::Library;
use super::load::Task;
use super::outcome::{Found, now};
use crate::clock::today;
use crate::download::save;
use crate::export::{Format, Record, file_name};
use crate::loader::LoadError;
use crate::place::Place;
use crate::stage::{Stage, use_stage};
use crate::view::View;

/// Articles that are gathered at once: some catalog pages, which the browser fetches a few at a time.
const AT_ONCE: usize = 64;
/// Milliseconds of work after which the page may do something else.
const PATIENCE: f64 = 16.0;

/// How far an export is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Export {
    /// It has not begun.
    Ready,
    /// So many articles are gathered.
    Gathering(usize),
    /// So many are, and then a file could not be had.
    Failed(usize, LoadError),
    /// The file was handed over, with this name.
    Saved(String),
    /// The browser did not take the file.
    Refused,
}

/// What can be done to an export.
#[derive(Clone, PartialEq)]
pub(crate) struct Exporter {
    /// Begins, in a format.
    pub(crate) begin: Callback<Format>,
    /// Goes on after a failure.
    pub(crate) go_on: Callback<()>,
    /// Gives up.
    pub(crate) cancel: Callback<()>,
}

/// An export of what was found.
#[hook]
pub(crate) fn use_export(library: &Library, found: &Rc<Found>) -> (Export, Exporter) {
    let export = use_state(|| Export::Ready);
    let task = use_mut_ref(|| None);
    let gathered = use_mut_ref(|| None::<Rc<Gathering>>);
    let work = {
        let (setter, task) = (export.setter(), Rc::clone(&task));
        move |gathering: Rc<Gathering>| {
            setter.set(Export::Gathering(gathering.done()));
            let setter = setter.clone();
            let work = async move { setter.set(gathering.finish(&setter).await) };
            *task.borrow_mut() = Some(Task::spawn(work.boxed_local(), None));
        }
    };
    let stage = use_stage();
    let begin = {
        let (library, found) = (library.clone(), Rc::clone(found));
        let (gathered, work) = (Rc::clone(&gathered), work.clone());
        Callback::from(move |format| {
            let gathering =
                Rc::new(Gathering::new(stage.clone(), library.clone(), Rc::clone(&found), format));
            *gathered.borrow_mut() = Some(Rc::clone(&gathering));
            work(gathering);
        })
    };
    let go_on = {
        let gathered = Rc::clone(&gathered);
        Callback::from(move |()| {
            let gathering = gathered.borrow().clone();
            gathering.into_iter().for_each(&work);
        })
    };
    let setter = export.setter();
    let cancel = Callback::from(move |()| {
        task.borrow_mut().take();
        gathered.borrow_mut().take();
        setter.set(Export::Ready);
    });
    ((*export).clone(), Exporter { begin, go_on, cancel })
}

/// What was gathered for a file.
struct Gathering {
    stage: Stage,
    library: Library,
    found: Rc<Found>,
    format: Format,
    /// The places of the hits, in the order in which the bundle has the articles, so that no catalog
    /// page is loaded twice, whatever the order of the list.
    order: Vec<u32>,
    /// As written, in the order of the list.
    articles: RefCell<Vec<String>>,
    done: RefCell<usize>,
    profiles: RefCell<Option<Profiles>>,
}

/// Which values the articles of a segment have.
struct Profiles {
    segment: SegmentId,
    columns: Rc<Columns>,
    of: Vec<u32>,
}

impl Gathering {
    fn new(stage: Stage, library: Library, found: Rc<Found>, format: Format) -> Gathering {
        let hits = &found.outcome.hits;
        let mut order: Vec<u32> = (0..hits.len() as u32).collect();
        order.sort_by_key(|&place| hits[place as usize].article);
        let articles = RefCell::new(vec![String::new(); hits.len()]);
        Gathering {
            stage,
            library,
            found,
            format,
            order,
            articles,
            done: RefCell::new(0),
            profiles: RefCell::default(),
        }
    }

    fn done(&self) -> usize {
        *self.done.borrow()
    }

    /// Gathers what is missing, and saves the file.
    async fn finish(&self, progress: &UseStateSetter<Export>) -> Export {
        match self.gather(progress).await {
            Err(error) => Export::Failed(self.done(), error),
            Ok(()) => {
                let name = self.file_name();
                let texts = self.texts().await;
                let saved = save(&name, self.format.media_type(), &texts);
                saved.map_or(Export::Refused, |()| Export::Saved(name))
            }
        }
    }

    async fn gather(&self, progress: &UseStateSetter<Export>) -> Result<(), LoadError> {
        let mut rest = Rest::new();
        while self.done() < self.order.len() {
            let end = (self.done() + AT_ONCE).min(self.order.len());
            self.gather_range(self.done()..end).await?;
            *self.done.borrow_mut() = end;
            if rest.if_due().await {
                progress.set(Export::Gathering(end));
            }
        }
        Ok(())
    }

    async fn gather_range(&self, range: Range<usize>) -> Result<(), LoadError> {
        let hits = &self.found.outcome.hits;
        let places = self.order.get(range).unwrap_or_default();
        let wanted =
            places.iter().filter_map(|&place| Some((place as usize, hits.get(place as usize)?.article)));
        let loads = wanted.map(async |(place, article)| {
            let listed = catalog_row(&self.library.loader, &self.library.manifest, article).await?;
            Ok((place, article, listed))
        });
        for (place, article, listed) in try_join_all(loads).await? {
            let written = self.written(article, &listed).await?;
            if let Some(slot) = self.articles.borrow_mut().get_mut(place) {
                *slot = written;
            }
        }
        Ok(())
    }

    async fn written(&self, article: ArticleRef, listed: &CatalogRow) -> Result<String, LoadError> {
        self.load_profiles(article.segment).await?;
        let profiles = self.profiles.borrow();
        let tags = profiles.as_ref().map(|profiles| profiles.tags(article)).unwrap_or_default();
        let Some(card) = listed.card() else { return Ok(String::new()) };
        let address = self.stage.address_of(&Place::article(card.address(), View::default()));
        Ok(self.format.article(&Record::of(card, &tags, address)))
    }

    /// Tags are not in the catalog but in the columns of a segment.
    async fn load_profiles(&self, segment: SegmentId) -> Result<(), LoadError> {
        if self.profiles.borrow().as_ref().is_some_and(|profiles| profiles.segment == segment) {
            return Ok(());
        }
        let Library { loader, manifest } = &self.library;
        let Some(entry) = manifest.segments.get(segment.index()) else { return Ok(()) };
        let link = loader.load(&entry.segment).await?.columns.clone();
        let columns = loader.load(&link).await?;
        let of = columns.profile_of.decode().map_err(|error| loader.damaged(link.path(), error))?;
        *self.profiles.borrow_mut() = Some(Profiles { segment, columns, of });
        Ok(())
    }

    /// The file, in pieces.
    async fn texts(&self) -> Array {
        let [before, between, after] = self.format.frame();
        let (texts, mut rest) = (Array::new(), Rest::new());
        let articles = self.articles.take();
        texts.push(&JsString::from(before));
        for (number, some) in articles.chunks(AT_ONCE).enumerate() {
            let start = if number > 0 { between } else { "" };
            texts.push(&JsString::from(format!("{start}{}", some.join(between))));
            rest.if_due().await;
        }
        texts.push(&JsString::from(after));
        texts
    }

    fn file_name(&self) -> String {
        let archive = self.library.manifest.site.title.as_str();
        file_name(&[archive, &self.found.view.typed], &today(), self.format.ending())
    }
}

impl Profiles {
    fn tags(&self, article: ArticleRef) -> Vec<&str> {
        let profile = self.of.get(article.article.index());
        let profile = profile.and_then(|&profile| self.columns.profiles.get(profile as usize));
        profile.map(|profile| self.columns.values(profile, Facet::Tag)).unwrap_or_default()
    }
}

/// Lets the page do something else now and then.
struct Rest {
    since: f64,
}

impl Rest {
    fn new() -> Rest {
        Rest { since: now() }
    }

    /// Rests if there was much work since the last time; tells whether it did.
    async fn if_due(&mut self) -> bool {
        let is_due = now() - self.since > PATIENCE;
        if is_due {
            TimeoutFuture::new(0).await;
            self.since = now();
        }
        is_due
    }
}

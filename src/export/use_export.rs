//! An export of a list: gathers its articles and hands the file to the browser.

use std::rc::Rc;

use bundle::format::ArticleCard;
use futures_util::FutureExt as _;
use js_sys::{Array, JsString};
use yew::prelude::*;

use crate::address::link::address_of;
use crate::address::place::Place;
use crate::address::view::View;
use crate::archive::library::Library;
use crate::archive::load_state::Task;
use crate::export::gathering::{Gathering, Origin};
use crate::host::clock::today;
use crate::host::download::{file_name, save};
use crate::host::timer::BrowserTimer;
use crate::host::{Host, use_host};
use crate::model::export_format::Format;
use crate::model::load_error::LoadError;
use crate::search::found::Found;

/// How far an export is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Export {
    /// It has not begun.
    Ready,
    /// So many articles are gathered.
    Gathering(usize),
    /// So many are, and then a file could not be loaded.
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
    let list = List { host: use_host(), library: library.clone(), found: Rc::clone(found) };
    let work = {
        let (setter, task, list) = (export.setter(), Rc::clone(&task), list.clone());
        move |gathering: Rc<Gathering>| {
            setter.set(Export::Gathering(gathering.done()));
            let (setter, list) = (setter.clone(), list.clone());
            let work = async move { setter.set(list.export(&gathering, &setter).await) };
            *task.borrow_mut() = Some(Task::spawn(work.boxed_local(), None));
        }
    };
    let begin = {
        let (gathered, work) = (Rc::clone(&gathered), work.clone());
        Callback::from(move |format| {
            let hits = list.found.results.hits.iter().map(|hit| hit.article).collect();
            let gathering = Rc::new(Gathering::new(format, hits));
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

/// The list whose articles are exported.
#[derive(Clone)]
struct List {
    host: Host,
    library: Library,
    found: Rc<Found>,
}

impl List {
    /// Gathers what is missing, and saves the file.
    async fn export(&self, gathering: &Gathering, progress: &UseStateSetter<Export>) -> Export {
        let Library { loader, manifest } = &self.library;
        let address =
            |card: &ArticleCard| address_of(&self.host, &Place::article(card.address(), View::default()));
        let origin = Origin { source: loader, manifest, address: &address };
        let gathered =
            gathering.gather(&origin, &BrowserTimer, |done| progress.set(Export::Gathering(done))).await;
        match gathered {
            Err(error) => Export::Failed(gathering.done(), error),
            Ok(()) => self.save(gathering).await,
        }
    }

    async fn save(&self, gathering: &Gathering) -> Export {
        let texts = Array::new();
        let push = |text: &str| _ = texts.push(&JsString::from(text));
        gathering.write(&BrowserTimer, push).await;
        let format = gathering.format();
        let archive = self.library.manifest.site.title.as_str();
        let name = file_name(&[archive, &self.found.view.typed], &today(), format.ending());
        save(&name, format.media_type(), &texts).map_or(Export::Refused, |()| Export::Saved(name))
    }
}

//! What a reader searches for, as a job that can be run.

use bundle::search::{Request, everything};
use futures_util::future::LocalBoxFuture;
use yew::Callback;

use crate::address::view::View;
use crate::archive::library::Library;
use crate::host::timer::{BrowserTimer, Timer as _};
use crate::search::found::{Cost, Extent, Found};
use crate::search::search_run::{SearchRun, SoFar};

/// What is to be found, where, and how often the reader has asked for more.
#[derive(Clone, PartialEq)]
pub(crate) struct SearchJob {
    pub(crate) library: Library,
    pub(crate) view: View,
    pub(crate) rounds: usize,
}

/// What a view of the whole archive finds: that is known without a search.
pub(crate) fn whole_archive(SearchJob { library, view, .. }: SearchJob) -> Found {
    let request = Request { sort: view.sort(), ..Request::default() };
    let results = everything(&library.manifest, request.sort);
    let cost = Cost { milliseconds: 0.0, bytes: 0 };
    Found { view, request, results, unsearched: Vec::new(), extent: Extent::Whole, cost }
}

/// Finds the articles of a view, and shows them as they come.
pub(crate) fn run_search(job: SearchJob, show: Callback<Found>) -> LocalBoxFuture<'static, ()> {
    let SearchJob { library, view, rounds } = job;
    Box::pin(async move {
        let Library { loader, manifest } = &library;
        let request = view.request();
        let (started, bytes_before) = (BrowserTimer.now(), loader.transferred());
        let show = |SoFar { results, unsearched, extent }| {
            let milliseconds = BrowserTimer.now() - started;
            let cost = Cost { milliseconds, bytes: loader.transferred() - bytes_before };
            show.emit(Found {
                view: view.clone(),
                request: request.clone(),
                results,
                unsearched,
                extent,
                cost,
            });
        };
        let run = SearchRun::new(loader, manifest, &request, BrowserTimer, show);
        run.with_snippets(view.is_search()).run(rounds).await;
    })
}

//! Finds what a view asks for.

use bundle::search::certain_files;
use yew::prelude::*;

use crate::address::view::View;
use crate::archive::library::Library;
use crate::archive::load_state::{LoadState, use_gradual_load};
use crate::search::found::Found;
use crate::search::lazy::SEARCH;
use crate::search::search_job::{SearchJob, whole_archive};

/// Finds the articles of a view. A search that pauses goes on when the callback is called.
#[hook]
pub(crate) fn use_search(library: &Library, view: &View) -> (LoadState<Found>, Callback<()>) {
    let view = view.clone();
    // How often the reader has asked for more, and of which view.
    let asked = use_state(|| (0, view.clone()));
    let rounds = if asked.1 == view { 1 + asked.0 } else { 1 };
    let go_on = {
        let view = view.clone();
        Callback::from(move |()| asked.set((rounds, view.clone())))
    };
    let key = Some(SearchJob { library: library.clone(), view, rounds });
    let found = use_gradual_load(key, |job: SearchJob, show| async move {
        if job.view.is_narrowed() {
            let search = match SEARCH.loaded() {
                Some(search) => search,
                None => {
                    // The files come beside the code.
                    job.library.loader.begin(certain_files(&job.library.manifest));
                    SEARCH.load().await?
                }
            };
            (search.run)(job, show).await;
        } else {
            show.emit(whole_archive(job));
        }
        Ok(())
    });
    (found, go_on)
}

//! The names that a reader is offered while typing.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::archive::library::Library;
use crate::search::lazy::SEARCH;
use crate::search::suggestions::Suggest;

/// The names of the bundle, once they are there, and a callback that loads them unless that was tried. No
/// message says that they did not load: everything can be typed without them.
#[hook]
pub(crate) fn use_suggest(library: Option<&Library>) -> (Option<Suggest>, Callback<()>) {
    let suggest = use_state(|| None);
    let was_tried = use_mut_ref(|| false);
    let known = (*suggest).clone();
    let library = library.cloned();
    let load = Callback::from(move |()| {
        let Some(library) = library.clone().filter(|_| !was_tried.replace(true)) else { return };
        let setter = suggest.setter();
        spawn_local(async move {
            if let Ok(searching) = SEARCH.load().await {
                setter.set((searching.suggestions)(library).await);
            }
        });
    });
    (known, load)
}

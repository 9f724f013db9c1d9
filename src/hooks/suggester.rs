//! The names that a reader is offered while typing.

use std::rc::Rc;

use bundle::format::Source as _;
use bundle::search::{Suggester, Suggestion};
use futures_util::future::LocalBoxFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::bundle::Library;
use crate::parts::SEARCH;

/// The names to offer for what is typed.
pub(crate) type Suggest = Rc<dyn Fn(&str) -> Vec<Suggestion>>;

/// The names of the bundle, once they are there, and what loads them unless that was tried. Nobody is
/// told if they can not be had: everything can be typed without them.
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

/// Gets the names ready.
pub(crate) fn suggestions(library: Library) -> LocalBoxFuture<'static, Option<Suggest>> {
    Box::pin(async move {
        let names = library.loader.load(library.manifest.names.as_ref()?).await.ok()?;
        let suggester = Suggester::new(&names);
        Some(Rc::new(move |typed: &str| suggester.suggest(typed)) as Suggest)
    })
}

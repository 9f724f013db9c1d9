//! The names that a reader is offered while typing.

use std::rc::Rc;

use bundle::format::Source as _;
use bundle::search::Suggester;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::bundle::Library;

/// The names of the bundle, once they are there, and what loads them unless that was tried. Nobody is
/// told if they can not be had: everything can be typed without them.
#[hook]
pub(crate) fn use_suggester(library: Option<&Library>) -> (Option<Rc<Suggester>>, Callback<()>) {
    let suggester = use_state(|| None);
    let was_tried = use_mut_ref(|| false);
    let known = (*suggester).clone();
    let library = library.cloned();
    let load = Callback::from(move |()| {
        let Some(library) = library.clone().filter(|_| !was_tried.replace(true)) else { return };
        let setter = suggester.setter();
        spawn_local(async move {
            let Some(names) = &library.manifest.names else { return };
            if let Ok(names) = library.loader.load(names).await {
                setter.set(Some(Rc::new(Suggester::new(&names))));
            }
        });
    });
    (known, load)
}

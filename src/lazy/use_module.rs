//! A module of the viewer, as soon as it has been loaded.

use std::rc::Rc;

use yew::prelude::*;

use crate::archive::library::Library;
use crate::archive::load_state::{LoadState, use_load};
use crate::lazy::LazyModule;

/// What a module hands out, if one is wanted; again for every new reading of the bundle.
#[hook]
pub(crate) fn use_module<F: Copy + PartialEq + 'static>(
    library: &Library,
    module: Option<&'static LazyModule<F>>,
) -> LoadState<F> {
    // At once, where it is here: no skeleton may flash up.
    let loaded = module.and_then(LazyModule::loaded);
    let wanted = module.filter(|_| loaded.is_none());
    let state = use_load(wanted.map(|module| (library.clone(), module)), |(_, module)| module.load());
    loaded.map_or(state, |functions| LoadState::Ready(Rc::new(functions)))
}

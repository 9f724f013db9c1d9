//! The search, as soon as it has been loaded.

use yew::prelude::*;

use crate::archive::load_state::use_load;
use crate::search::lazy::{SEARCH, Searching};

/// The search, if it is wanted and could be loaded.
#[hook]
pub(crate) fn use_searching(is_wanted: bool) -> Option<Searching> {
    let loaded = SEARCH.loaded();
    let wanted = is_wanted && loaded.is_none();
    let progress = use_load(wanted.then_some(()), |()| SEARCH.load());
    loaded.or_else(|| progress.ready().map(|searching| **searching))
}

//! Parts of the viewer, as soon as they have been loaded.

use std::rc::Rc;

use yew::prelude::*;

use super::bundle::Library;
use super::load::{Progress, use_load};
use crate::parts::{DrawPage, Part, SEARCH, Searching};

/// What draws a page, if a page is wanted; again for every new reading of the bundle.
#[hook]
pub(crate) fn use_page(library: &Library, page: Option<&'static Part<DrawPage>>) -> Progress<DrawPage> {
    // At once, where it is here: no skeleton may flash up.
    let loaded = page.and_then(Part::loaded);
    let wanted = page.filter(|_| loaded.is_none());
    let progress = use_load(wanted.map(|page| (library.clone(), page)), |(_, page)| page.load());
    loaded.map_or(progress, |draw| Progress::Ready(Rc::new(draw)))
}

/// The search, if it is wanted and can be had.
#[hook]
pub(crate) fn use_searching(is_wanted: bool) -> Option<Searching> {
    let loaded = SEARCH.loaded();
    let wanted = is_wanted && loaded.is_none();
    let progress = use_load(wanted.then_some(()), |()| SEARCH.load());
    loaded.or_else(|| progress.ready().map(|searching| **searching))
}

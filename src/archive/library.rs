//! The bundle that the page reads.

use std::rc::Rc;

use bundle::format::Manifest;
use yew::prelude::*;

use crate::archive::load_state::{LoadState, use_load};
use crate::archive::loader::Loader;
use crate::model::handed::use_handed;

/// A bundle whose manifest has been read, and the way to its other files.
#[derive(Clone)]
pub(crate) struct Library {
    /// Gets the files.
    pub(crate) loader: Loader,
    /// What the bundle is.
    pub(crate) manifest: Rc<Manifest>,
}

impl PartialEq for Library {
    /// Equal only if both come from one reading of the manifest: a retry reads it again.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.manifest, &other.manifest)
    }
}

/// Opens a bundle; again whenever the callback is called.
#[hook]
pub(crate) fn use_bundle(loader: &Loader) -> (LoadState<Library>, Callback<()>) {
    let loader = loader.clone();
    let attempt = use_state(|| 0u32);
    let progress = use_load(Some(*attempt), move |_| async move {
        let manifest = Rc::new(loader.manifest().await?);
        Ok(Library { loader, manifest })
    });
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    (progress, retry)
}

/// The bundle that was opened.
#[hook]
pub(crate) fn use_library() -> Library {
    let library = use_handed::<Library>();
    // Pages are shown only when the bundle is open.
    library.unwrap_or_else(|| unreachable!("no bundle is open"))
}

//! Loads modules before they are asked for: what the first place needs at once, and what a reader is likely
//! to want next when nothing else is on its way.

use futures_util::future::join;
use gloo::timers::future::TimeoutFuture;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::address::place::Route;
use crate::archive::library::use_library;
use crate::archive::loader::Loader;
use crate::model::effect::use_effect_on;
use crate::pages::ARTICLE;
use crate::search::lazy::SEARCH;

/// Milliseconds without a fetch after which what the reader sees is taken to be there.
const QUIET: u32 = 200;
/// How often that is asked at the most: a fetch that hangs is not waited for.
const ASKED: u32 = 50;
/// Milliseconds after which a browser that does not report when it is idle is assumed to be.
const IDLE: u32 = 1_000;

/// Loads the modules that a place cannot do without, before the archive is open. Who waits for them hears of
/// a failure.
#[hook]
pub(crate) fn use_early_modules() {
    let navigator = use_navigator();
    use_effect_on((), move |()| {
        let place = navigator.place();
        if place.view.is_narrowed() {
            spawn_local(async { drop(SEARCH.load().await) });
        }
        if matches!(place.route, Route::Article(_)) {
            spawn_local(async { drop(ARTICLE.load().await) });
        }
    });
}

/// Loads the article and the search when something has been drawn, nothing of the bundle is on its way
/// any more, and the browser is idle.
#[hook]
pub(crate) fn use_prefetch(is_drawn: bool) {
    let loader = use_library().loader;
    use_effect_on(is_drawn, move |&is_drawn| {
        if is_drawn {
            spawn_local(prefetch_after(loader));
        }
    });
}

async fn prefetch_after(loader: Loader) {
    until_quiet(&loader).await;
    if !ask_when_idle() {
        TimeoutFuture::new(IDLE).await;
        prefetch().await;
    }
}

/// Waits until the bundle has been left alone for a while: what is loaded ahead must not take the network
/// from what is wanted now.
async fn until_quiet(loader: &Loader) {
    for _ in 0..ASKED {
        let before = loader.transferred();
        TimeoutFuture::new(QUIET).await;
        if !loader.is_fetching() && loader.transferred() == before {
            return;
        }
    }
}

/// Has the browser prefetch when it is idle. Safari does not report that.
fn ask_when_idle() -> bool {
    let idle = Closure::once_into_js(|| spawn_local(prefetch()));
    let asked = web_sys::window().map(|window| window.request_idle_callback(idle.unchecked_ref()));
    matches!(asked, Some(Ok(_)))
}

/// A failure is ignored: a module that is wanted is asked for again.
async fn prefetch() {
    let _ = join(ARTICLE.load(), SEARCH.load()).await;
}

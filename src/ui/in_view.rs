//! Whether a part of the page is on the screen, or nearly. By hand, because `use_visible` of yew-hooks
//! knows no margin around the screen.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use crate::model::effect::use_effect_on;

/// How far above and below the screen is near: no farther than to be ready in time.
const NEAR: &str = "100px 0px";

/// Whether the element has ever been near the screen.
#[hook]
pub(crate) fn use_in_view(element: &NodeRef) -> bool {
    let seen = use_state_eq(|| false);
    let element = element.clone();
    let setter = seen.setter();
    use_effect_on((), move |()| {
        let on_seen = Callback::from(move |()| setter.set(true));
        let watch = element.cast::<Element>().and_then(|element| Watch::start(&element, on_seen));
        move || drop(watch)
    });
    *seen
}

/// An observer at work, until dropped.
struct Watch {
    observer: IntersectionObserver,
    _on_change: Closure<dyn Fn(js_sys::Array)>,
}

impl Watch {
    fn start(element: &Element, on_seen: Callback<()>) -> Option<Watch> {
        let on_change = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let is_near = |entry| IntersectionObserverEntry::unchecked_from_js(entry).is_intersecting();
            if entries.iter().any(is_near) {
                on_seen.emit(());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(NEAR);
        let callback = on_change.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(callback, &options).ok()?;
        observer.observe(element);
        Some(Watch { observer, _on_change: on_change })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

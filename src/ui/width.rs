//! How wide a part of the page is: for pictures that are drawn to fit, and for what is drawn only
//! where it has a place. By hand, because `use_size` of yew-hooks never frees its callback, and draws
//! again when only the height has changed.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::model::effect::use_effect_on;

/// The width of an element in pixels, as it changes; 0 until it is known.
#[hook]
pub(crate) fn use_width(element: &NodeRef) -> u32 {
    let width = use_state_eq(|| 0);
    let (setter, element) = (width.setter(), element.clone());
    use_effect_on((), move |()| {
        let watch = element.cast::<Element>().and_then(|element| Watch::start(element, setter));
        move || drop(watch)
    });
    *width
}

/// An observer at work, until dropped. It reports at once what there is.
struct Watch {
    observer: ResizeObserver,
    _on_change: Closure<dyn Fn()>,
}

impl Watch {
    fn start(element: Element, setter: UseStateSetter<u32>) -> Option<Watch> {
        let watched = element.clone();
        let on_change = Closure::<dyn Fn()>::new(move || {
            setter.set(u32::try_from(watched.client_width()).unwrap_or_default());
        });
        let observer = ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
        observer.observe(&element);
        Some(Watch { observer, _on_change: on_change })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

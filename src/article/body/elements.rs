//! The elements of a body.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Element;

/// The elements of a body that a selector names.
pub(crate) fn all(body: &Element, selector: &str) -> Result<Vec<Element>, JsValue> {
    let found = body.query_selector_all(selector)?;
    Ok((0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect())
}

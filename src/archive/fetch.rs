//! Fetches one file. By hand, because gloo-net gives a body only as a copy in WebAssembly, and a
//! compressed one would have to be copied back for the browser to decompress it.

use js_sys::{Error, Promise, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestInit, Response};

use crate::archive::gunzip::{GunzipError, plain};
use crate::model::load_error::LoadError;

/// A file as it came and as it is read.
pub(crate) struct Fetched {
    /// The bytes, decompressed.
    pub(crate) bytes: Vec<u8>,
    /// How many bytes came over the network, or from the browser's cache.
    pub(crate) transferred: u32,
}

/// Fetches a file, named relative to the page. Dropping the future aborts it.
pub(crate) async fn fetch(file: &str, cache: RequestCache) -> Result<Fetched, LoadError> {
    let abort = AbortOnDrop::new().map_err(|cause| broken(file, &cause))?;
    let response = request(file, cache, &abort).await.map_err(|cause| broken(file, &cause))?;
    arrived(file, &response).await
}

/// Begins to fetch a file that somebody will ask for: gives the promise of its response.
pub(crate) fn begin_fetch(file: &str) -> Option<Promise> {
    Some(web_sys::window()?.fetch_with_str(file))
}

/// Takes a file whose fetch has begun, given the promise of its response.
pub(crate) async fn fetch_begun(file: &str, begun: Promise) -> Result<Fetched, LoadError> {
    let response = JsFuture::from(begun).await.and_then(|response| response.dyn_into::<Response>());
    arrived(file, &response.map_err(|cause| broken(file, &cause))?).await
}

async fn arrived(file: &str, response: &Response) -> Result<Fetched, LoadError> {
    match response.status() {
        404 | 410 => return Err(LoadError::Missing { file: file.to_owned() }),
        status if !response.ok() => return Err(LoadError::Status { file: file.to_owned(), status }),
        _ => {}
    }
    let body = body(response).await.map_err(|cause| broken(file, &cause))?;
    let transferred = body.length();
    let bytes = plain(body).await.map_err(|error| not_plain(file, error))?;
    Ok(Fetched { bytes, transferred })
}

async fn request(file: &str, cache: RequestCache, abort: &AbortOnDrop) -> Result<Response, JsValue> {
    let options = RequestInit::new();
    options.set_cache(cache);
    options.set_signal(Some(&abort.0.signal()));
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.fetch_with_str_and_init(file, &options)).await?.dyn_into()
}

async fn body(response: &Response) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?))
}

fn broken(file: &str, cause: &JsValue) -> LoadError {
    LoadError::Network { file: file.to_owned(), cause: message(cause) }
}

fn not_plain(file: &str, error: GunzipError) -> LoadError {
    let file = file.to_owned();
    match error {
        GunzipError::Unsupported => LoadError::NoDecompression { file },
        GunzipError::Damaged => LoadError::Damaged { file, cause: "gzip".to_owned() },
    }
}

fn message(thrown: &JsValue) -> String {
    thrown.dyn_ref::<Error>().map(|error| String::from(error.message())).unwrap_or_default()
}

/// Aborts a fetch that nobody waits for any more.
struct AbortOnDrop(AbortController);

impl AbortOnDrop {
    fn new() -> Result<AbortOnDrop, JsValue> {
        AbortController::new().map(AbortOnDrop)
    }
}

impl Drop for AbortOnDrop {
    /// Does nothing where the answer has come.
    fn drop(&mut self) {
        self.0.abort();
    }
}

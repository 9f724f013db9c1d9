//! Undoes gzip where there is any: some hosts undo it themselves before a file arrives.

use js_sys::{Array, Function, JsString, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableWritablePair, Response};

/// The bytes that a gzip file begins with.
const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// Why bytes could not be decompressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GunzipError {
    /// The browser cannot do it.
    Unsupported,
    /// They are cut off or damaged. What browsers say about it is misleading.
    Damaged,
}

/// The bytes as they were before compression.
pub(crate) async fn plain(bytes: Uint8Array) -> Result<Vec<u8>, GunzipError> {
    if bytes.length() < 2 || bytes.subarray(0, 2).to_vec() != MAGIC {
        return Ok(bytes.to_vec());
    }
    let decompression = decompression().ok_or(GunzipError::Unsupported)?;
    let plain = pipe(&bytes, &decompression).await.map_err(|_| GunzipError::Damaged)?;
    Ok(plain.to_vec())
}

async fn pipe(bytes: &Uint8Array, through: &ReadableWritablePair) -> Result<Uint8Array, JsValue> {
    // A response is a stream at once; a blob would go to another process and back.
    let packed = Response::new_with_opt_js_u8_array(Some(bytes))?;
    let Some(stream) = packed.body() else { return Ok(Uint8Array::new_with_length(0)) };
    let stream = stream.pipe_through(through);
    let buffer = Response::new_with_opt_readable_stream(Some(&stream))?.array_buffer()?;
    Ok(Uint8Array::new(&JsFuture::from(buffer).await?))
}

/// `new DecompressionStream("gzip")`, looked up by name because `web-sys` holds it for unstable.
fn decompression() -> Option<ReadableWritablePair> {
    let constructor = Reflect::get(&js_sys::global(), &"DecompressionStream".into()).ok()?;
    let constructor = constructor.dyn_into::<Function>().ok()?;
    let stream = Reflect::construct(&constructor, &Array::of1(&JsString::from("gzip"))).ok()?;
    Some(stream.unchecked_into())
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    /// `{"format":1}`, compressed by gzip(1).
    const COMPRESSED: &[u8] = &[
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xab, 0x56, 0x4a, 0xcb, 0x2f, 0xca, 0x4d,
        0x2c, 0x51, 0xb2, 0x32, 0xac, 0x05, 0x00, 0x39, 0xc3, 0x1e, 0xaf, 0x0c, 0x00, 0x00, 0x00,
    ];

    #[wasm_bindgen_test]
    async fn gzip_is_undone() {
        assert_eq!(plain(COMPRESSED.into()).await, Ok(br#"{"format":1}"#.to_vec()));
    }

    #[wasm_bindgen_test]
    async fn what_the_host_has_undone_stays_as_it_is() {
        for bytes in [&br#"{"format":1}"#[..], b"{", b""] {
            assert_eq!(plain(bytes.into()).await, Ok(bytes.to_vec()));
        }
    }

    #[wasm_bindgen_test]
    async fn a_cut_file_is_damaged() {
        let cut = &COMPRESSED[..COMPRESSED.len() - 9];
        assert_eq!(plain(cut.into()).await, Err(GunzipError::Damaged));
    }
}

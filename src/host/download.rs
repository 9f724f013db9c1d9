//! Hands the reader a file that was made on the page.

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long, in milliseconds, the browser may take to come for a file.
const STAY: u32 = 60_000;

/// Saves a file, made of texts, where the browser saves files.
pub(crate) fn save(name: &str, media_type: &str, texts: &Array) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let file = Blob::new_with_str_sequence_and_options(texts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&file).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    gloo::timers::callback::Timeout::new(STAY, move || {
        // Does not fail for an address that was created.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

/// Letters of a file's name: some file systems take no more than 255 bytes.
const NAME: usize = 60;

/// The name of a file, made of these words and a day. Signs that a file system may refuse are replaced.
pub(crate) fn file_name(words: &[&str], day: &str, ending: &str) -> String {
    let words = words.join(" ");
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(NAME).collect();
    let dash = if name.is_empty() { "" } else { "-" };
    format!("{name}{dash}{day}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_names_that_every_system_takes() {
        let check = |words: &[&str], expected: &str| {
            assert_eq!(file_name(words, "2026-11-23", "csv"), expected, "{words:?}");
        };
        check(&["旧闻阅览室", "\"活字 印刷\" OR -x"], "旧闻阅览室-活字-印刷-OR-x-2026-11-23.csv");
        check(&["../..\\a:b*?", ""], "a-b-2026-11-23.csv");
        check(&["", " "], "2026-11-23.csv");
        assert_eq!(file_name(&[&"茶".repeat(99)], "d", "md").chars().count(), NAME + 5);
    }
}

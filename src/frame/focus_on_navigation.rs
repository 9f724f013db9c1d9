//! Where the focus goes when a page takes the place of another.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::host::{Host, use_host};
use crate::model::effect::use_effect_on;

/// The id of what differs from page to page.
pub(crate) const CONTENT: &str = "content";

/// Puts the focus on the content when a reader comes from an article to another page, so that a
/// screen reader and the keys go on from there. (An article puts it on its title.)
#[hook]
pub(crate) fn use_focus_on_navigation(is_article: bool) {
    let was_article = use_mut_ref(|| false);
    let host = use_host();
    use_effect_on(is_article, move |&is_article| {
        if was_article.replace(is_article) && !is_article {
            focus_content(&host);
        }
    });
}

/// Leaves the focus where the reader has put it, in the search box for example.
fn focus_content(host: &Host) -> Option<()> {
    use wasm_bindgen::JsCast as _;
    let content = host.by_id(CONTENT).filter(|_| host.has_lost_focus())?;
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    content.dyn_into::<HtmlElement>().ok()?.focus_with_options(&options).ok()
}

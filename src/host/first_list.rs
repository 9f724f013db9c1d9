//! The list that stands in the page itself, until the viewer has its own: see
//! `build-index/src/site/first_list.rs`.
//!
//! Yew empties the page before it draws. What stood there is kept, so that a reader goes on seeing
//! the newest articles while the archive is being opened, rather than grey bars in between.

use std::cell::RefCell;

use web_sys::{Element, Node};
use yew::prelude::*;

/// Whether the address asks for something else than the list as it is at first; set by the page.
const ELSEWHERE: &str = "data-elsewhere";

thread_local! {
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

/// What stood in the page.
struct Kept {
    /// The name of the archive.
    title: String,
    list: Node,
    /// Its articles alone.
    rows: Node,
}

/// Keeps the list that stands in the page, if it is the one that the reader wants.
pub(crate) fn keep(root: &Element) {
    let kept = read(root);
    KEPT.with(|place| *place.borrow_mut() = kept);
}

fn read(root: &Element) -> Option<Kept> {
    let page = root.owner_document()?.document_element()?;
    if page.has_attribute(ELSEWHERE) {
        return None;
    }
    let title = root.query_selector(".brand-name").ok()??.text_content()?;
    let list = root.query_selector(".first-list").ok()??;
    let rows = list.query_selector(".first-rows").ok()??;
    Some(Kept { title, list: copy(&list)?, rows: copy(&rows)? })
}

/// The list with what is above it, until there is another.
pub(crate) fn first_list() -> Option<Html> {
    show(|kept| &kept.list)
}

/// The articles of the list, until there are others.
pub(crate) fn first_rows() -> Option<Html> {
    show(|kept| &kept.rows)
}

fn show(part: fn(&Kept) -> &Node) -> Option<Html> {
    KEPT.with(|kept| Some(Html::VRef(copy(part(kept.borrow().as_ref()?))?)))
}

/// Yew takes away what it has put somewhere, so that each place gets a copy.
fn copy(node: &Node) -> Option<Node> {
    node.clone_node_with_deep(true).ok()
}

/// The name of the archive, until the manifest says it.
pub(crate) fn first_title() -> Option<String> {
    KEPT.with(|kept| kept.borrow().as_ref().map(|kept| kept.title.clone()))
}

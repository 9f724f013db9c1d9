//! What stands in the page itself, until the viewer has its own: the newest articles, or the article that the
//! page is of. See `build-index/src/site/`.
//!
//! Yew empties the page before it draws. What stood there is kept, so that a reader goes on reading while the
//! archive is being opened, and nothing moves when the viewer takes over.

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
    content: Content,
}

enum Content {
    List {
        /// The list with what is above it.
        list: Node,
        /// Its articles alone.
        rows: Node,
    },
    Article {
        /// The path of its page.
        path: String,
        article: Node,
    },
}

/// Keeps what stands in the page, if it is what the reader wants.
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
    let content = article(root).or_else(|| list(root))?;
    Some(Kept { title, content })
}

fn list(root: &Element) -> Option<Content> {
    let list = root.query_selector(".first-list").ok()??;
    let rows = list.query_selector(".first-rows").ok()??;
    Some(Content::List { list: copy(&list)?, rows: copy(&rows)? })
}

fn article(root: &Element) -> Option<Content> {
    let article = root.query_selector(".first-article").ok()??;
    Some(Content::Article { path: path()?, article: copy(&article)? })
}

/// Forgets what stood in the page: something else has taken its place.
pub(crate) fn forget() {
    KEPT.with(|place| *place.borrow_mut() = None);
}

/// The list with what is above it, until there is another.
pub(crate) fn first_list() -> Option<Html> {
    show(|content| match content {
        Content::List { list, .. } => Some(list),
        Content::Article { .. } => None,
    })
}

/// The articles of the list, until there are others.
pub(crate) fn first_rows() -> Option<Html> {
    show(|content| match content {
        Content::List { rows, .. } => Some(rows),
        Content::Article { .. } => None,
    })
}

/// The article that the page is of, as long as the reader is there.
pub(crate) fn first_article() -> Option<Html> {
    let path = path()?;
    show(|content| article_at(content, &path))
}

/// Whether a reader may be reading already.
pub(crate) fn is_article() -> bool {
    let path = path().unwrap_or_default();
    KEPT.with_borrow(|kept| kept.as_ref().is_some_and(|kept| article_at(&kept.content, &path).is_some()))
}

fn article_at<'a>(content: &'a Content, path: &str) -> Option<&'a Node> {
    match content {
        Content::Article { path: of, article } => Some(article).filter(|_| of == path),
        Content::List { .. } => None,
    }
}

fn path() -> Option<String> {
    let path = web_sys::window()?.location().pathname().ok()?;
    Some(path.strip_suffix("index.html").map(str::to_owned).unwrap_or(path))
}

fn show(part: impl Fn(&Content) -> Option<&Node>) -> Option<Html> {
    KEPT.with(|kept| Some(Html::VRef(copy(part(&kept.borrow().as_ref()?.content)?)?)))
}

/// Yew takes away what it has put somewhere, so that each place gets a copy.
fn copy(node: &Node) -> Option<Node> {
    node.clone_node_with_deep(true).ok()
}

/// The name of the archive, until the manifest says it.
pub(crate) fn first_title() -> Option<String> {
    KEPT.with(|kept| kept.borrow().as_ref().map(|kept| kept.title.clone()))
}

//! What a hit shows of why it was found: the marks in its title, and a snippet of its text.

use std::rc::Rc;

use bundle::reading::{CatalogRow, snippet};
use bundle::search::{Snippet, highlights};
use yew::prelude::*;

use crate::archive::library::{Library, use_library};
use crate::archive::load_state::{LoadState, use_load};
use crate::conversion::choice::{Conversion, use_conversion};
use crate::conversion::marked::marked_in;
use crate::search::found::Found;
use crate::ui::in_view::use_in_view;
use crate::words::{Words, use_words};

/// The title of an article, with what was searched for in it marked.
pub(crate) fn found_title(conversion: &Conversion, title: &str, found: &Found) -> Html {
    marked_in(conversion, title, &highlights(title, &found.request.query))
}

/// Why an article was found.
pub(crate) fn snippet_line(article: CatalogRow, found: Rc<Found>) -> Html {
    html! { <SnippetLine {article} {found} /> }
}

#[derive(Properties, PartialEq)]
struct SnippetLineProps {
    article: CatalogRow,
    found: Rc<Found>,
}

/// Why the article was found. It takes its place before it is loaded.
#[component]
fn SnippetLine(props: &SnippetLineProps) -> Html {
    let element = use_node_ref();
    let is_near = use_in_view(&element);
    let library = use_library();
    let snippet = use_snippet(&library, &props.found, &props.article, is_near);
    let words = use_words();
    let conversion = use_conversion();
    let text = snippet.shown().map(|snippet| snippet_text(&words, &conversion, snippet));
    let lang = snippet.shown().and_then(|snippet| conversion.lang(&snippet.text));
    html! { <p ref={element} class="snippet" {lang}>{ text }</p> }
}

fn snippet_text(words: &Words, conversion: &Conversion, snippet: &Snippet) -> Html {
    if snippet.text.is_empty() {
        return html! { <span class="no-text">{ words.no_text() }</span> };
    }
    html! {
        <>
            if snippet.cut_before { { "…" } }
            { marked_in(conversion, &snippet.text, &snippet.highlights) }
            if snippet.cut_after { { "…" } }
        </>
    }
}

/// The best snippet of an article for a search, once the reader is near.
#[hook]
fn use_snippet(
    library: &Library,
    found: &Rc<Found>,
    article: &CatalogRow,
    is_near: bool,
) -> LoadState<Snippet> {
    let wanted = is_near.then(|| (library.clone(), Rc::clone(found), article.clone()));
    use_load(wanted, |(library, found, article)| async move {
        snippet(&library.loader, &article, &found.request.query).await
    })
}

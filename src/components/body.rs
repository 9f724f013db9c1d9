//! The text of an article.

use bundle::query::Query;
use bundle::search::mark_html;
use bundle::text::{Script, visible_text};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Icon, icon};
use crate::texts::use_words;

/// A sanitised body, and the search that led to it.
#[derive(Properties, PartialEq)]
pub(crate) struct ArticleBodyProps {
    pub(crate) html: AttrValue,
    pub(crate) query: Query,
}

/// A body as it is shown.
struct Shown {
    html: AttrValue,
    lang: Option<&'static str>,
    matches: u32,
    is_empty: bool,
}

/// The text of an article, with what was searched for highlighted.
#[component]
pub(crate) fn ArticleBody(props: &ArticleBodyProps) -> Html {
    let words = use_words();
    let element = use_node_ref();
    let shown = use_memo((props.html.clone(), props.query.clone()), |(html, query)| show(html, query));
    use_image_failures(&element);
    if shown.is_empty {
        return html! { <p class="no-body">{ words.empty_article }</p> };
    }
    html! {
        <>
            if shown.matches > 0 {
                <Matches body={element.clone()} matches={shown.matches} />
            }
            <div ref={element} class="body" lang={shown.lang}>{ Html::from_html_unchecked(shown.html.clone()) }</div>
        </>
    }
}

fn show(html: &AttrValue, query: &Query) -> Shown {
    let visible = visible_text(html);
    let marked = mark_html(html, &visible, query);
    Shown {
        lang: Script::of(&visible.text).lang(),
        matches: marked.matches("<mark>").count() as u32,
        // A body may be a picture alone.
        is_empty: visible.text.is_empty()
            && !["<img", "<video", "<audio", "<iframe"].iter().any(|tag| html.contains(tag)),
        html: marked.into(),
    }
}

/// Pictures that do not come give way to their text. Failures do not bubble, so they are caught on
/// the way down.
#[hook]
fn use_image_failures(body: &NodeRef) {
    let body = body.clone();
    use_effect_with((), move |()| {
        let failed = |event: &Event| {
            let image = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(image) = image.filter(|image| image.tag_name() == "IMG") {
                // Refused only for names with spaces.
                let _ = image.class_list().add_1("failed");
            }
        };
        let options = EventListenerOptions::run_in_capture_phase();
        let listener = body
            .cast::<Element>()
            .map(|body| EventListener::new_with_options(&body, "error", options, failed));
        move || drop(listener)
    });
}

#[derive(Properties, PartialEq)]
struct MatchesProps {
    body: NodeRef,
    matches: u32,
}

/// How often the text matches the search, and the way from one match to the next.
#[component]
fn Matches(props: &MatchesProps) -> Html {
    let words = use_words();
    let next = use_state(|| 0u32);
    let onclick = {
        let (body, matches, next) = (props.body.clone(), props.matches, next.clone());
        Callback::from(move |_| {
            show_match(&body, *next);
            next.set((*next + 1) % matches);
        })
    };
    html! {
        <button type="button" class="matches" {onclick} title={words.next_match}>
            { (words.matches)(props.matches, &words.number(props.matches)) }{ icon(Icon::Down) }
        </button>
    }
}

fn show_match(body: &NodeRef, place: u32) -> Option<()> {
    let marks = body.cast::<HtmlElement>()?.query_selector_all("mark").ok()?;
    let mark = marks.get(place)?.dyn_into::<Element>().ok()?;
    for other in (0..marks.length()).filter_map(|other| marks.get(other)?.dyn_into::<Element>().ok()) {
        other.class_list().remove_1("current").ok()?;
    }
    mark.class_list().add_1("current").ok()?;
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    mark.scroll_into_view_with_scroll_into_view_options(&options);
    Some(())
}

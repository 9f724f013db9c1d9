//! The text of an article.

use bundle::query::Query;
use bundle::search::mark_html;
use bundle::text::visible_text;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::player::{self, Embedded, Player};
use super::{Icon, icon};
use crate::hooks::{Conversion, use_library};
use crate::loader::Loader;
use crate::place::Place;
use crate::texts::{Words, use_words};
use crate::view::View;

/// A sanitised body, the search that led to it, and the characters to show it in.
#[derive(Properties, Clone, PartialEq)]
pub(crate) struct ArticleBodyProps {
    pub(crate) html: AttrValue,
    pub(crate) query: Query,
    pub(crate) conversion: Conversion,
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
    let shown = use_memo(props.clone(), show);
    use_image_failures(&element);
    use_completion(&element, &shown.html);
    use_players(&element);
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

fn show(ArticleBodyProps { html, query, conversion }: &ArticleBodyProps) -> Shown {
    let visible = visible_text(html);
    let marked = mark_html(html, &visible, query);
    Shown {
        lang: conversion.lang(&visible.text),
        matches: marked.matches("<mark>").count() as u32,
        // A body may be a picture or a film alone.
        is_empty: visible.text.is_empty()
            && !["<img", "class=\"embed\""].iter().any(|sign| html.contains(sign)),
        // Converted after it was marked: what was searched for is found in the text as written.
        html: conversion.html(marked, &visible.text).into(),
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

/// Fills in what only the viewer knows: where the bundle is, where its articles are, and what things
/// are called in the reader's language.
#[hook]
fn use_completion(body: &NodeRef, html: &AttrValue) {
    let (words, library) = (use_words(), use_library());
    let body = body.clone();
    use_effect_with((html.clone(), words), move |(_, words)| {
        if let Some(body) = body.cast::<Element>() {
            // Fails only for names of attributes that are none.
            let _ = complete(&body, words, &library.loader);
        }
    });
}

fn complete(body: &Element, words: &Words, loader: &Loader) -> Result<(), JsValue> {
    for image in all(body, "img[data-media]")? {
        let name = image.get_attribute("data-media").unwrap_or_default();
        image.set_attribute("src", &loader.media(&name))?;
    }
    for link in all(body, "a[data-article]")? {
        let address = link.get_attribute("data-article").unwrap_or_default();
        if let Some(place) = Place::of_body(&address, View::default()) {
            link.set_attribute("href", &place.href())?;
        }
    }
    for code in all(body, "pre")? {
        // It scrolls by itself, also for those who have no mouse.
        code.set_attribute("tabindex", "0")?;
    }
    for link in all(body, "a.embed")? {
        link.set_attribute("aria-label", &label(&link, words))?;
        link.set_attribute("target", "_blank")?;
    }
    Ok(())
}

fn all(body: &Element, selector: &str) -> Result<Vec<Element>, JsValue> {
    let found = body.query_selector_all(selector)?;
    Ok((0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect())
}

fn embedded(link: &Element) -> (Embedded, String) {
    let attribute = |name| link.get_attribute(name).unwrap_or_default();
    (Embedded::parse(&attribute("data-embed")), attribute("href"))
}

fn label(link: &Element, words: &Words) -> String {
    let (embedded, href) = embedded(link);
    player::label(words, embedded, &href)
}

/// What stands in for a film becomes the film when it is clicked. What can not be played here is
/// opened as any other link.
#[hook]
fn use_players(body: &NodeRef) {
    let body = body.clone();
    use_effect_with((), move |()| {
        let clicked = |event: &Event| {
            let click = event.dyn_ref::<MouseEvent>().filter(|click| !player::has_key(click));
            let target = click.and_then(|click| click.target()?.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest("a.embed[href]").ok().flatten());
            if link.and_then(|link| play(&link)).is_some() {
                event.prevent_default();
            }
        };
        let options = EventListenerOptions::enable_prevent_default();
        let listener = body
            .cast::<Element>()
            .map(|body| EventListener::new_with_options(&body, "click", options, clicked));
        move || drop(listener)
    });
}

/// Puts a player into a link, which is none from then on. (Yew would miss the link itself.)
fn play(link: &Element) -> Option<()> {
    let (embedded, href) = embedded(link);
    let player = Player::of(embedded, &href)?;
    let label = link.get_attribute("aria-label").unwrap_or_default();
    let player = player.element(&link.owner_document()?, &label).ok()?;
    link.set_text_content(None);
    link.append_child(&player).ok()?;
    link.remove_attribute("href").ok()?;
    link.class_list().add_1("playing").ok()
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

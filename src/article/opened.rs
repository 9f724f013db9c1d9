//! An article that was found: its text, and what stands around it.

use std::rc::Rc;

use bundle::format::ArticleCard;
use bundle::query::{LastWord, Query};
use bundle::search::highlights;
use markup::{Article as Shown, article_foot, back_label};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::address::history::{Navigator, use_navigator};
use crate::address::scroll_restored::use_scroll_restored;
use crate::address::view::View;
use crate::archive::library::use_library;
use crate::archive::load_state::LoadState;
use crate::article::body::article_body::ArticleBody;
use crate::article::body::body_text::BodyText;
use crate::article::continue_reading::ContinueReading;
use crate::article::find::FindBar;
use crate::article::keys::use_article_keys;
use crate::article::neighbour_links::neighbour_links;
use crate::article::note_opened::use_note_opened;
use crate::article::open_article::{Neighbours, OpenArticle, use_body, use_neighbours};
use crate::article::player::ArticlePlayer;
use crate::article::related::related_articles::RelatedArticles;
use crate::article::tools::article_tools::ArticleTools;
use crate::article::versions::versions;
use crate::conversion::choice::{Conversion, use_article_conversion};
use crate::conversion::marked::marked_in;
use crate::conversion::note::conversion_note;
use crate::device::article::Article;
use crate::host::first_page::{self, first_article};
use crate::list::meta::{original_link, value_links};
use crate::search::found::Found;
use crate::ui::click::has_modifier;
use crate::ui::notice::error_notice;
use crate::ui::skeleton::body_skeleton;
use crate::words::{Words, use_words};

/// The article, and the list that it was opened from, once that is known.
#[derive(Properties, PartialEq)]
pub(crate) struct OpenedArticleProps {
    pub(crate) opened: OpenArticle,
    pub(crate) found: Option<Rc<Found>>,
    /// Whether that list is on its way.
    pub(crate) is_finding: bool,
    pub(crate) retry: Callback<()>,
}

/// The article. What the list knew of it is there at once, and stays if the text does not load.
#[component]
pub(crate) fn OpenedArticle(props: &OpenedArticleProps) -> Html {
    let words = use_words();
    let library = use_library();
    let navigator = use_navigator();
    let OpenedArticleProps { opened, retry, .. } = props;
    let OpenArticle { article, listed } = opened;
    let card = listed.card();
    let body = use_body(&library, listed.place().as_ref());
    use_note_opened(card);
    use_scroll_restored(!body.is_waiting());
    let neighbours = use_neighbours(&library, props.found.as_ref(), Some(*article));
    let is_finding = props.is_finding || (props.found.is_some() && neighbours.is_waiting());
    let is_whole = !body.is_waiting() && !is_finding;
    use_effect_with(is_whole, |&is_whole| {
        if is_whole {
            first_page::forget();
        }
    });
    let neighbours = neighbours.ready().cloned().unwrap_or_default();
    use_article_keys(&neighbours);
    let heading = use_node_ref();
    use_focus(&heading);

    let view = &navigator.place().view;
    let find = use_find_box();
    let query =
        use_memo((view.typed.clone(), find.typed.clone()), |(_, find)| shown_query(view, find.as_deref()));
    let shown = use_article_conversion(body.ready());
    let conversion = &shown.conversion;
    let text = use_memo(
        (body.ready().cloned(), Rc::clone(&query), conversion.clone()),
        |(body, query, conversion)| body.as_ref().map(|body| Rc::new(BodyText::of(body, query, conversion))),
    );
    let element = use_node_ref();

    let Some(card) = card else { return Html::default() };
    if let Some(first) = (!is_whole).then(first_article).flatten() {
        return first;
    }
    let title = if card.title.is_empty() { words.untitled() } else { &card.title };
    let seen = Shown {
        class: view.is_search().then_some("searched"),
        back: back_link(&words, &navigator),
        heading: html! {
            <h1 ref={heading} tabindex="-1" lang={conversion.lang(&card.title)}>
                { marked_in(conversion, title, &highlights(title, &query)) }
            </h1>
        },
        byline: byline(&words, card, (*text).as_deref()),
        tools: html! {
            <ArticleTools article={listed.clone()} text={(*text).clone()} is_finding={find.typed.is_some()}
                toggle_find={find.toggle.clone()} />
        },
        notes: html! {
            <>
                { conversion_note(&words, &shown) }
                <ContinueReading article={Article::of(card, 0)} />
                <ArticlePlayer url={card.url.clone()} />
            </>
        },
        body: content(&words, &body, text.as_ref().as_ref(), &find, element, retry),
    };
    html! {
        <>
            { markup::article(seen) }
            if !body.is_waiting() {
                { foot(&words, conversion, view, opened, card, &neighbours, retry) }
            }
        </>
    }
}

/// The box that finds something in the article.
struct FindBox {
    /// What is in it, while it is open.
    typed: Option<AttrValue>,
    set: Callback<Option<AttrValue>>,
    toggle: Callback<()>,
}

#[hook]
fn use_find_box() -> FindBox {
    let typed = use_state_eq(|| None::<AttrValue>);
    let set = {
        let typed = typed.setter();
        Callback::from(move |value| typed.set(value))
    };
    let toggle = {
        let (set, is_open) = (set.clone(), typed.is_some());
        Callback::from(move |()| set.emit((!is_open).then(AttrValue::default)))
    };
    FindBox { typed: (*typed).clone(), set, toggle }
}

/// The text with the box above it, once it is there.
fn content(
    words: &Words,
    body: &LoadState<String>,
    text: Option<&Rc<BodyText>>,
    find: &FindBox,
    element: NodeRef,
    retry: &Callback<()>,
) -> Html {
    match (body, text) {
        (_, Some(text)) => html! {
            <>
                <FindBar text={Rc::clone(text)} body={element.clone()} typed={find.typed.clone()}
                    set_typed={find.set.clone()} />
                <ArticleBody text={Rc::clone(text)} {element} />
            </>
        },
        (LoadState::Failed(error), _) => error_notice(words, error, retry),
        _ => body_skeleton(words),
    }
}

/// What is marked: what was typed into the box of the article, or else what led to it.
fn shown_query(view: &View, find: Option<&str>) -> Query {
    match find.filter(|find| !find.trim().is_empty()) {
        Some(find) => Query::parse(find, LastWord::Prefix),
        None => view.request().query,
    }
}

/// The way back to the list, to where it was left.
fn back_link(words: &Words, navigator: &Navigator) -> Html {
    let href = navigator.list_left().href();
    let navigator = navigator.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        // With a key held down, the reader wants the list in a window of its own.
        if event.button() == 0 && !has_modifier(&event) {
            event.prevent_default();
            navigator.return_to_list();
        }
    });
    html! { <a class="back-link" {href} {onclick}>{ back_label(words.back_to_list()) }</a> }
}

/// Who, when and where, and for how long.
fn byline(words: &Words, card: &ArticleCard, text: Option<&BodyText>) -> Html {
    let reading_time =
        text.filter(|text| !text.text.is_empty()).map(|text| words.article_reading_time(text.minutes));
    markup::byline(
        value_links(card, &View::default()),
        markup::date(card.date.clone(), None, words.moment(&card.date)),
        original_link(card, &format!("{} ", words.article_original()), words.article_original()),
        reading_time,
    )
}

/// What stands below the text.
fn foot(
    words: &Words,
    conversion: &Conversion,
    view: &View,
    opened: &OpenArticle,
    card: &ArticleCard,
    neighbours: &Neighbours,
    retry: &Callback<()>,
) -> Html {
    article_foot(
        neighbour_links(words, conversion, view, neighbours),
        versions(&opened.listed, retry),
        markup::sources(words.article_sources(), &card.paths),
        html! { <RelatedArticles read={opened.clone()} /> },
    )
}

/// Puts the focus on what has come, so that a screen reader reads it and keys scroll it.
#[hook]
fn use_focus(element: &NodeRef) {
    let element = element.clone();
    use_effect_with((), move |()| {
        if let Some(element) = element.cast::<HtmlElement>() {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // Fails only for elements that are not on the page.
            let _ = element.focus_with_options(&options);
        }
    });
}

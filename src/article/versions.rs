//! What an article said before.

use std::rc::Rc;

use bundle::format::Version;
use bundle::query::Query;
use bundle::reading::{BodyLink, CatalogRow};
use markup::{version_label, version_text};
use web_sys::Element;
use yew::prelude::*;

use crate::archive::library::use_library;
use crate::archive::load_state::LoadState;
use crate::article::body::article_body::ArticleBody;
use crate::article::body::body_text::BodyText;
use crate::article::open_article::use_body;
use crate::conversion::choice::use_conversion;
use crate::ui::notice::error_notice;
use crate::words::use_words;

/// The earlier versions of an article, folded away.
pub(crate) fn versions(listed: &CatalogRow, retry: &Callback<()>) -> Html {
    let version = |version: &Version| {
        let place = listed.version_place(version);
        html! { <EarlierVersion version={version.clone()} {place} retry={retry.clone()} /> }
    };
    listed.card().into_iter().flat_map(|card| &card.versions).map(version).collect()
}

#[derive(Properties, PartialEq)]
struct EarlierVersionProps {
    version: Version,
    place: BodyLink,
    retry: Callback<()>,
}

/// An earlier version, loaded when it is unfolded.
#[component]
fn EarlierVersion(props: &EarlierVersionProps) -> Html {
    let words = use_words();
    let library = use_library();
    let conversion = use_conversion();
    let is_open = use_state_eq(|| false);
    let body = use_body(&library, is_open.then_some(&props.place));
    let text = use_memo((body.shown().cloned(), conversion.clone()), |(html, conversion)| {
        html.as_ref().map(|html| Rc::new(BodyText::of(html, &Query::default(), conversion)))
    });
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            is_open.set(event.target_unchecked_into::<Element>().has_attribute("open"));
        })
    };
    let Version { title, date, .. } = &props.version;
    let content = match (&body, &*text) {
        (LoadState::Failed(error), _) => error_notice(&words, error, &props.retry),
        (_, Some(text)) => version_text(
            conversion.lang(title),
            conversion.text(title).into_owned(),
            html! { <ArticleBody text={Rc::clone(text)} /> },
        ),
        (_, None) => html! { <p>{ words.loading() }</p> },
    };
    html! {
        <details class="version" {ontoggle}>
            { version_label(words.article_earlier_version(), date.clone(), words.moment(date)) }
            { content }
        </details>
    }
}

//! The files of the archive that an article was made from.

use bundle::reading::Listed;
use web_sys::Element;
use yew::prelude::*;

use super::error_notice;
use crate::hooks::{Progress, use_library, use_paths};
use crate::texts::use_words;

/// An article.
#[derive(Properties, PartialEq)]
pub(crate) struct SourcesProps {
    pub(crate) article: Listed,
    pub(crate) retry: Callback<()>,
}

/// The source files, folded away: few readers want them, and they are loaded only for those.
#[component]
pub(crate) fn Sources(props: &SourcesProps) -> Html {
    let words = use_words();
    let library = use_library();
    let is_open = use_state_eq(|| false);
    let paths = use_paths(&library, &props.article, *is_open);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            is_open.set(event.target_unchecked_into::<Element>().has_attribute("open"));
        })
    };
    let content = match (&paths, paths.shown()) {
        (Progress::Failed(error), _) => error_notice(&words, error, &props.retry),
        (_, Some(paths)) => {
            let path = |path: &String| html! { <li><code>{ path.clone() }</code></li> };
            html! { <ul>{ for paths.iter().map(path) }</ul> }
        }
        (_, None) => html! { <p>{ words.loading }</p> },
    };
    html! {
        <details class="sources" {ontoggle}>
            <summary>{ words.sources }</summary>
            { content }
        </details>
    }
}

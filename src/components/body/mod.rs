//! The text of an article.

mod completion;
mod foreign;
mod held_back;
mod pictures;
mod players;
mod text;

use std::rc::Rc;

use yew::prelude::*;

use super::Lightbox;
use crate::texts::use_words;

use completion::use_completion;
use held_back::use_held_back;
pub(super) use pictures::Enlarged;
use pictures::use_pictures;
use players::use_players;
pub(crate) use text::BodyText;

/// A body, and the element to show it in.
#[derive(Properties, PartialEq)]
pub(crate) struct ArticleBodyProps {
    pub(crate) text: Rc<BodyText>,
    #[prop_or_default]
    pub(crate) element: NodeRef,
}

/// The text of an article, with what was searched for highlighted.
#[component]
pub(crate) fn ArticleBody(props: &ArticleBodyProps) -> Html {
    let words = use_words();
    let enlarged = use_state(|| None);
    let on_enlarge = {
        let enlarged = enlarged.setter();
        Callback::from(move |pictures| enlarged.set(pictures))
    };
    let ArticleBodyProps { text, element } = props;
    let held_back = use_held_back(element, &text.html);
    use_pictures(element, &held_back.html, on_enlarge.clone());
    use_completion(element, &held_back.html);
    use_players(element);
    if text.is_empty {
        return html! { <p class="no-body">{ words.empty_article }</p> };
    }
    html! {
        <>
            { held_back.note(&words) }
            <div ref={element} class="body" lang={text.lang.unwrap_or_default()}>{ Html::from_html_unchecked(held_back.html.clone()) }</div>
            if let Some(enlarged) = &*enlarged {
                <Lightbox enlarged={enlarged.clone()} close={on_enlarge.reform(|()| None)} />
            }
        </>
    }
}

//! The text of an article.

use std::rc::Rc;

use markup::no_body;
use yew::prelude::*;

use crate::article::body::body_text::BodyText;
use crate::article::body::completion::use_completion;
use crate::article::body::held_back::use_held_back;
use crate::article::body::pictures::use_pictures;
use crate::article::body::players::use_players;
use crate::article::lightbox::Lightbox;
use crate::words::use_words;

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
        return no_body(words.article_empty());
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

//! A picture at full size.

use markup::{Icon, icon};
use yew::prelude::*;

use crate::article::body::enlarged::Enlarged;
use crate::ui::modal::{close, use_modal};
use crate::words::use_words;

/// The pictures of an article, and the one to begin with.
#[derive(Properties, PartialEq)]
pub(crate) struct LightboxProps {
    pub(crate) enlarged: Enlarged,
    pub(crate) close: Callback<()>,
}

/// A picture over the page, with the way to the others of the article. A click closes it.
#[component]
pub(crate) fn Lightbox(props: &LightboxProps) -> Html {
    let words = use_words();
    let dialog = use_node_ref();
    use_modal(&dialog);
    let place = use_state(|| props.enlarged.place);
    let pictures = &props.enlarged.pictures;
    let count = pictures.len();
    let turn = |by: usize| {
        let place = place.clone();
        Callback::from(move |()| place.set((*place + by) % count))
    };
    let (previous, next) = (turn(count - 1), turn(1));
    let onkeydown = {
        let (previous, next) = (previous.clone(), next.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "ArrowLeft" => previous.emit(()),
            "ArrowRight" => next.emit(()),
            _ => {}
        })
    };
    let button = |label: &'static str, sign, turn: Callback<()>| {
        let onclick = Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            turn.emit(());
        });
        html! { <button type="button" class="tool" aria-label={label} title={label} {onclick}>{ icon(sign) }</button> }
    };
    let Some(picture) = pictures.get(*place) else { return Html::default() };
    let caption = if picture.caption.is_empty() { &picture.alt } else { &picture.caption };
    html! {
        <dialog ref={dialog.clone()} class="lightbox" aria-label={words.article_picture()}
            onclose={props.close.reform(|_| ())} onclick={close(&dialog)} {onkeydown}>
            <img src={picture.src.clone()} alt={picture.alt.clone()} />
            <p class="lightbox-caption" role="status">{ caption.clone() }</p>
            <div class="lightbox-tools">
                if count > 1 {
                    { button(words.article_previous_picture(), Icon::Back, previous) }
                    <span>{ format!("{} / {count}", *place + 1) }</span>
                    { button(words.article_next_picture(), Icon::Forward, next) }
                }
                <button type="button" class="tool" autofocus=true aria-label={words.close()} title={words.close()}>
                    { icon(Icon::Close) }
                </button>
            </div>
        </dialog>
    }
}

//! A button that copies a text.

use markup::{Icon, icon};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, HtmlTextAreaElement};
use yew::prelude::*;

use crate::model::effect::use_effect_on;
use crate::words::use_words;

/// What is copied, and what the button is called.
#[derive(Properties, PartialEq)]
pub(crate) struct CopyButtonProps {
    pub(crate) text: AttrValue,
    pub(crate) label: &'static str,
    pub(crate) class: &'static str,
    /// Shown instead of the label, until the text has been copied.
    #[prop_or_default]
    pub(crate) sign: Option<Icon>,
}

/// What has become of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CopyState {
    Copied,
    /// The browser wants the reader to do it.
    Refused,
}

/// Copies a text and says so. Where that is refused, the text is there to be copied by hand.
#[component]
pub(crate) fn CopyButton(props: &CopyButtonProps) -> Html {
    let words = use_words();
    let state = use_state_eq(|| None::<(AttrValue, CopyState)>);
    let field = use_node_ref();
    // What was copied before is not what is here now.
    let here = state.as_ref().filter(|(text, _)| *text == props.text).map(|&(_, state)| state);
    use_effect_on((field.clone(), here), |(field, _)| {
        if let Some(field) = field.cast::<HtmlTextAreaElement>() {
            field.select();
        }
    });
    let onclick = {
        let (text, setter) = (props.text.clone(), state.setter());
        Callback::from(move |_| {
            let (text, setter) = (text.clone(), setter.clone());
            spawn_local(async move {
                let state = if copy(&text).await.is_ok() { CopyState::Copied } else { CopyState::Refused };
                setter.set(Some((text, state)));
            });
        })
    };
    let is_copied = here == Some(CopyState::Copied);
    let label = if is_copied { words.copied() } else { props.label };
    let face = match props.sign {
        Some(sign) => icon(if is_copied { Icon::Check } else { sign }),
        None => label.into(),
    };
    html! {
        <>
            <button type="button" class={props.class} title={label} aria-label={label} {onclick}>{ face }</button>
            <span class="visually-hidden" role="status">{ is_copied.then_some(label) }</span>
            if here == Some(CopyState::Refused) {
                <label class="copy-by-hand" role="alert">
                    { words.copy_by_hand() }
                    <textarea ref={field} readonly=true rows="2" value={props.text.clone()} />
                </label>
            }
        </>
    }
}

/// Fails where the page may not copy, and where the browser has nothing to copy with: pages that
/// did not come over HTTPS.
async fn copy(text: &str) -> Result<JsValue, JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    let clipboard: Clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())?.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await
}

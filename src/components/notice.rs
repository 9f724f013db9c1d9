//! What stands where articles would stand, if there are none to show.

use yew::prelude::*;

use crate::loader::LoadError;
use crate::texts::use_texts;

/// What a notice says.
#[derive(Properties, PartialEq)]
pub(crate) struct NoticeProps {
    pub(crate) title: AttrValue,
    #[prop_or_default]
    pub(crate) text: AttrValue,
    /// `alert` if it interrupts the reader.
    #[prop_or(AttrValue::Static("status"))]
    pub(crate) role: AttrValue,
    /// What can be done about it.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A message in the place of articles.
#[component]
pub(crate) fn Notice(props: &NoticeProps) -> Html {
    html! {
        <section class="notice" role={props.role.clone()}>
            <h2>{ props.title.clone() }</h2>
            if !props.text.is_empty() {
                <p>{ props.text.clone() }</p>
            }
            <div class="notice-actions">{ props.children.clone() }</div>
        </section>
    }
}

/// What failed.
#[derive(Properties, PartialEq)]
pub(crate) struct ErrorNoticeProps {
    pub(crate) error: LoadError,
    pub(crate) retry: Callback<()>,
}

/// Says which file could not be had and why, and offers to try again.
#[component]
pub(crate) fn ErrorNotice(props: &ErrorNoticeProps) -> Html {
    let texts = use_texts();
    let onclick = props.retry.reform(|_| ());
    html! {
        <Notice role="alert" title={texts.failed} text={(texts.load_error)(&props.error)}>
            <button type="button" class="button" {onclick}>{ texts.retry }</button>
        </Notice>
    }
}

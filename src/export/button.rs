//! The button that leads to articles of a list as a file.

use std::rc::Rc;

use markup::{Icon, icon, labelled_icon};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::export::lazy::EXPORT;
use crate::model::load_error::LoadError;
use crate::search::found::Found;
use crate::ui::modal;
use crate::words::use_words;

/// What was found.
#[derive(PartialEq)]
pub(crate) struct ExportButtonProps {
    pub(crate) found: Rc<Found>,
}

/// The dialog, which loads when it is wanted.
#[derive(PartialEq)]
enum Dialog {
    Unwanted,
    Here,
    Failed(LoadError),
}

/// The button, and the dialog once it is wanted.
#[hook]
pub(crate) fn use_export_button(props: &ExportButtonProps) -> Html {
    let words = use_words();
    let state = use_state_eq(|| Dialog::Unwanted);
    let dialog = use_node_ref();
    let open = {
        let (state, dialog) = (state.setter(), dialog.clone());
        Callback::from(move |_: MouseEvent| {
            let (state, dialog) = (state.clone(), dialog.clone());
            spawn_local(async move {
                match EXPORT.load().await {
                    Ok(_) => {
                        state.set(Dialog::Here);
                        modal::open(&dialog);
                    }
                    Err(error) => state.set(Dialog::Failed(error)),
                }
            });
        })
    };
    let dismiss = {
        let state = state.setter();
        Callback::from(move |_: MouseEvent| state.set(Dialog::Unwanted))
    };
    let drawn = match (&*state, EXPORT.loaded()) {
        (Dialog::Here, Some(draw)) => draw(Rc::clone(&props.found), dialog),
        (Dialog::Failed(error), _) => html! {
            <div class="device-notice" role="alert">
                <p>{ words.load_error(error) }</p>
                <button type="button" class="button" onclick={&open}>{ words.retry() }</button>
                <button type="button" class="tool" aria-label={words.close()} title={words.close()} onclick={dismiss}>
                    { icon(Icon::Close) }
                </button>
            </div>
        },
        _ => Html::default(),
    };
    html! {
        <>
            <button type="button" class="summary-tool export-button" aria-haspopup="dialog" onclick={open}>
                { labelled_icon(Icon::Download, words.export()) }
            </button>
            { drawn }
        </>
    }
}

//! Dialogs that take the whole of the reader's attention.
//!
//! The browser does most of it: it keeps the focus inside, closes at Escape, and gives the focus
//! back. Some are drawn only as long as they are open; closing one, by whatever way, calls `onclose`.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::model::effect::use_effect_on;

/// Opens a dialog.
pub(crate) fn open(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        // Refused only where it is open already.
        let _ = dialog.show_modal();
    }
}

/// Opens a dialog as soon as it is drawn.
#[hook]
pub(crate) fn use_modal(dialog: &NodeRef) {
    let dialog = dialog.clone();
    use_effect_on((), move |()| open(&dialog));
}

/// Closes a dialog: the browser then gives the focus back.
pub(crate) fn close<E>(dialog: &NodeRef) -> Callback<E> {
    let dialog = dialog.clone();
    Callback::from(move |_| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            dialog.close();
        }
    })
}

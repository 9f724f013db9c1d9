//! The export of a list, which loads when it is first wanted.

use std::rc::Rc;

use yew::prelude::*;

use crate::export::dialog::{ExportDialogProps, use_export_dialog};
use crate::lazy::lazy_module;
use crate::model::piece::piece;
use crate::search::found::Found;

lazy_module! {
    /// The dialog that writes articles of a list into a file. It opens when it is drawn first.
    EXPORT in more: fn(Rc<Found>, NodeRef) -> Html = export_dialog
}

fn export_dialog(found: Rc<Found>, dialog: NodeRef) -> Html {
    piece!(use_export_dialog, ExportDialogProps { found, dialog })
}

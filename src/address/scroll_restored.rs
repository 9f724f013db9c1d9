//! Brings a reader back to where they were on a page.

use yew::prelude::*;

use crate::address::history::use_navigator;
use crate::model::effect::use_effect_on;

/// Restores the reader's spot of a page without a list as soon as the page is shown.
#[hook]
pub(crate) fn use_scroll_restored(is_shown: bool) {
    let navigator = use_navigator();
    use_effect_on((navigator.entry().id, is_shown), move |&(_, is_shown)| {
        if is_shown {
            navigator.scroll().settle().into_iter().for_each(|spot| navigator.scroll().scroll_to(spot.above));
        }
    });
}
